"""A course as a Common Cartridge 1.3, read as platforms read it."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command

from lessons.courses.cartridge.building import cartridge
from lessons.models import Course
from tests.courses.packages import NAMES, Package
from tests.factories import (
    CourseFactory,
    ElementFactory,
    EvidenceFactory,
    LessonFactory,
    MeasureFactory,
    SessionFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db

OPTIONS = [{"text": "The drivers", "right": True, "feedback": "They know."}, {"text": "The mayor", "right": False}]


@pytest.fixture
def course():
    """A public course with one of everything, and words that need care."""
    story = StoryFactory(title="The bus & the “library” <1>")
    MeasureFactory(story=story, indicator="Readers", baseline="10", result="30")
    evidence = EvidenceFactory(story=story)
    items = [
        {"story": story, "for_participants": "You drive."},
        {"lesson": evidence.lesson},
        {"evidence": evidence},
        {"element": ElementFactory()},
        {"kind": "question", "text": "What now?", "for_participants": "In pairs.", "for_facilitator": "Secret."},
        {"kind": "activity", "title": "Four chairs", "text": "Sit down.", "material": "Chairs"},
        {"kind": "reading", "title": "A report", "text": "Read it.", "address": "https://example.org/r?a=1&b=2"},
        {"kind": "choice", "text": "Whom?", "options": OPTIONS},
        {"kind": "open", "text": "And then?", "answer": "On *Monday*."},
        {"kind": "reading", "title": "Another", "text": "", "address": "https://example.org/s"},
        {"kind": "open", "text": "And last?"},
    ]
    return CourseFactory(slug="on-buses", title="On <buses>", aims="- weigh a figure", items=items)


@pytest.fixture
def package(client, course):
    """What a trainer downloads."""
    return Package.of(client.get("/courses/on-buses/cartridge.imscc").content)


def test_it_is_a_file_to_keep(client, course):
    response = client.get("/courses/on-buses/cartridge.imscc")

    assert response["Content-Type"] == "application/vnd.ims.imsccv1p3"
    assert response["Content-Disposition"] == 'attachment; filename="on-buses.imscc"'


def test_it_is_whole(package):
    assert package.problems() == []


def test_it_says_what_it_is(package):
    told = {path: package.all(f"string(//cc:metadata{path})") for path in ("/cc:schema", "/cc:schemaversion")}
    lom = {name: package.all(f"string(//lom:{name})") for name in ("title/lom:string", "language", "entity")}

    assert told == {"/cc:schema": "IMS Common Cartridge", "/cc:schemaversion": "1.3.0"}
    assert lom["title/lom:string"] == "On <buses>"
    assert lom["language"] == "en"
    assert "FN:Ada Okafor" in lom["entity"]
    assert "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/" in package.all(
        "string(//lom:rights/lom:description)"
    )


def test_it_has_one_tree_with_one_root_and_a_branch_for_each_session(package):
    assert len(package.all("//cc:organization[@structure='rooted-hierarchy']")) == 1
    assert len(package.all("//cc:organization/cc:item")) == 1
    assert package.all("//cc:organization/cc:item/cc:title") == []
    assert package.all("//cc:organization/cc:item/cc:item/cc:title/text()")[0] == "About this course"
    assert len(package.all("//cc:organization/cc:item/cc:item")) == 2


def test_it_keeps_the_order_of_the_session(package):
    kinds = package.all("//cc:item[@identifier='e-s1-all']/cc:item/@identifierref")

    assert kinds == ["s1", *[f"s1-{n}" for n in range(1, 8)], "s1-7-link", "s1-8", "s1-9-link", "s1-10"]


def test_it_turns_questions_to_discuss_into_topics(package):
    [file] = package.resources("imsdt_xmlv1p3")

    assert package.all("string(//dt:title)", file) == "What now?"
    assert package.all("string(//dt:text[@texttype='text/html'])", file) == "<p>What now?</p>\n<p>In pairs.</p>"


def test_it_turns_readings_into_links(package):
    files = package.resources("imswl_xmlv1p3")

    assert [package.all("string(//wl:url/@href)", file) for file in files] == [
        "https://example.org/r?a=1&b=2",
        "https://example.org/s",
    ]


def test_it_joins_questions_that_follow_one_another(package):
    files = package.resources("imsqti_xmlv1p2/imscc_xmlv1p3/assessment")

    assert [len(package.all("//q:section/q:item", file)) for file in files] == [2, 1]


def test_its_pages_need_nothing_but_their_style(package):
    pages = {name: text.decode() for name, text in package.files.items() if name.endswith(".html")}
    links = {link for text in pages.values() for link in re.findall(r'(?:src|href)="([^"]*)"', text)}

    outside = {link for link in links if not link.startswith("data:image/svg+xml;base64,")}
    assert outside == {"casebook.css", "http://testserver/courses/on-buses/"} or outside == {
        "casebook.css",
        f"{settings.SITE_URL}/courses/on-buses/",
    }
    assert "url(" not in package.files["web_resources/casebook.css"].decode()
    assert "<script" not in "".join(pages.values())


def test_its_charts_lie_in_the_page_with_their_figures_in_words(package):
    page = package.files["web_resources/s1-1.html"].decode()

    assert 'src="data:image/svg+xml;base64,' in page
    assert 'alt="Readers: before 10, reached 30' in page
    assert "<h1>The bus &amp; the “library” &lt;1&gt;</h1>" in page


def test_it_holds_no_notes_for_the_facilitator(package):
    assert not [name for name, text in package.files.items() if b"Secret" in text]


def test_it_gives_the_same_bytes_for_the_same_course(client, course, package):
    again = Package.of(client.get("/courses/on-buses/cartridge.imscc").content)

    assert again.files == package.files


def test_it_has_no_links_to_live_pages_of_a_private_course(signed_in, ada, course):
    Course.objects.update(live=False)
    course.trainers.create(user=ada, right="owner")
    trainer = signed_in(ada)

    package = Package.of(trainer.get("/courses/on-buses/cartridge.imscc", {"live": "1"}).content)

    assert package.resources("imsbasiclti") == []
    assert "LTI" not in trainer.get("/courses/on-buses/platform/").content.decode()


def test_it_links_to_live_pages_where_the_trainer_wants_them(client, course):
    asked = Package.of(client.get("/courses/on-buses/cartridge.imscc", {"live": "1"}).content)
    plain = Package.of(client.get("/courses/on-buses/cartridge.imscc").content)

    [file] = asked.resources("imsbasiclti_xmlv1p3")
    assert asked.problems() == []
    assert asked.all("string(//blti:secure_launch_url)", file) == f"{settings.SITE_URL}/lti/launch/"
    assert asked.all("string(//blti:custom/*[@name='casebook_thing'])", file).startswith("course/on-buses/session/1-")
    assert plain.resources("imsbasiclti") == []


@pytest.mark.parametrize("sessions", [0, 1])
def test_it_packs_a_course_with_nothing_in_it(sessions):
    empty = CourseFactory(slug="empty")
    SessionFactory.create_batch(sessions, course=empty)

    package = Package.of(cartridge(Course.objects.for_page().get(pk=empty.pk)))

    assert package.problems() == []
    assert NAMES["cc"] in package.files["imsmanifest.xml"].decode()


def test_it_takes_hostile_words(client):
    items = [{"kind": "question", "text": "]]> &amp; </text> \x0b 𝄞"}, {"lesson": LessonFactory()}]
    CourseFactory(slug="hostile", title='"]]></title>&', items=items)

    package = Package.of(client.get("/courses/hostile/cartridge.imscc").content)

    assert package.problems() == []
    assert "𝄞" in package.all("string(//dt:title)", package.resources("imsdt")[0])


def test_it_packs_the_courses_of_the_library(client):
    call_command("load_library", settings.LIBRARY_DIR, verbosity=0, progress=False)
    courses = list(Course.objects.published().values_list("slug", flat=True))

    packages = [Package.of(client.get(f"/courses/{slug}/cartridge.imscc").content) for slug in courses]

    assert len(packages) == 3
    assert [package.problems() for package in packages] == [[], [], []]
