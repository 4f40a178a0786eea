"""“Add to course” from every page of the library: it asks where, and comes back to what one wanted to add."""

import pytest

from lessons.courses.making import make_course
from lessons.models import Course, Item
from tests.factories import ElementFactory, EvidenceFactory, LessonFactory, StoryFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence():
    """A piece of evidence whose story, lesson and element have names."""
    lesson = LessonFactory(slug="go", sentence="Go there.", elements=[ElementFactory(slug="trust", name="Trust")])
    return EvidenceFactory(story=StoryFactory(slug="bus", title="The bus"), lesson=lesson)


def ways(response):
    """Where “Add to course” leads from a page."""
    return [link["href"] for link in soup(response).select("[data-course-add]")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("/stories/bus/", ["/courses/-/add/story/bus/", "/courses/-/add/evidence/bus/go/supports/"]),
        ("/lessons/go/", ["/courses/-/add/lesson/go/", "/courses/-/add/evidence/bus/go/supports/"]),
        ("/elements/trust/", ["/courses/-/add/element/trust/"]),
        ("/stories/", ["/courses/-/add/story/bus/"]),
    ],
)
def test_it_stands_on_every_page(client, evidence, page, expected):
    assert ways(client.get(page)) == expected


@pytest.mark.parametrize("way", ["story/bus", "lesson/go", "element/trust", "evidence/bus/go/supports"])
def test_it_adds_what_the_page_is_about(signed_in, ada, course, evidence, way):
    session = course.sessions.get()

    page = signed_in(ada).post(f"/courses/-/add/{way}/", {"place": session.pk})

    assert "It is in your course" in words(page)
    item = session.items.get()
    assert item.kind == way.partition("/")[0]
    assert item.pinned["name"] in {"The bus", "Go there.", "Trust"}


def test_it_asks_who_is_not_signed_in_to_sign_in_and_comes_back(client, evidence):
    asked = client.get("/courses/-/add/story/bus/")

    assert "The bus A course is built from stories" in words(asked)
    assert links(asked)["Sign in and add it"].endswith("?next=/courses/-/add/story/bus/")
    assert client.post("/courses/-/add/story/bus/", {"place": "new", "title": "Mine"}).status_code == 200
    assert not Course.objects.exists()


def test_it_offers_the_sessions_of_courses_that_one_may_change(signed_in, ada, ben, course, evidence):
    make_course(user=ben, title="Ben's own").trainers.create(user=ada, right="see")
    make_course(user=ben, title="Ours").trainers.create(user=ada, right="edit")

    page = soup(signed_in(ada).get("/courses/-/add/story/bus/"))

    offered = [group["label"] for group in page.select("select[name=place] optgroup")]
    assert sorted(offered) == ["Ours", "Two hours on trust"]


def test_it_begins_a_course_where_there_is_none(signed_in, ada, evidence):
    page = signed_in(ada).get("/courses/-/add/story/bus/")
    assert "You have no course yet. This begins one." in words(page)

    signed_in(ada).post("/courses/-/add/story/bus/", {"place": "new", "title": "On buses"})

    assert Course.objects.get().title == "On buses"
    assert Item.objects.get().session.course == Course.objects.get()


def test_it_asks_for_the_title_of_a_new_course(signed_in, ada, evidence):
    page = signed_in(ada).post("/courses/-/add/story/bus/", {"place": "new"})

    assert "Give the new course a title." in words(page)
    assert not Course.objects.exists()


def test_it_puts_it_into_a_first_session_of_an_empty_course(signed_in, ada, course, evidence):
    course.sessions.all().delete()

    signed_in(ada).post("/courses/-/add/story/bus/", {"place": f"first-{course.pk}"})

    assert course.sessions.get().items.get().name == "The bus"


def test_it_adds_nothing_to_what_one_may_not_change(signed_in, ada, ben, evidence):
    theirs = make_course(user=ben, title="Ben's own")

    page = signed_in(ada).post("/courses/-/add/story/bus/", {"place": theirs.sessions.get().pk})

    assert "There is something to put right" in words(page)
    assert not Item.objects.exists()


def test_it_tells_who_is_no_trainer_how_to_become_one(signed_in, person, evidence):
    page = words(signed_in(person("cy", trains=False)).get("/courses/-/add/story/bus/"))

    assert "Courses are built by trainers" in page


@pytest.mark.parametrize(
    "way", ["story/nothing", "bus/x", "evidence/bus/go/praises", "evidence/bus", "story/bus/go", "element/%00"]
)
def test_it_knows_no_other_thing(signed_in, ada, evidence, way):
    assert signed_in(ada).get(f"/courses/-/add/{way}/").status_code in {200, 404}


def test_it_offers_no_draft(signed_in, ada):
    StoryFactory(slug="draft", draft=True)

    assert signed_in(ada).get("/courses/-/add/story/draft/").status_code == 404


def test_it_answers_a_page_with_scripts_with_the_question_alone(signed_in, ada, course, evidence):
    page = signed_in(ada).get("/courses/-/add/story/bus/", headers={"X-Requested-With": "add"})

    assert page.content.decode().startswith('<div class="course-adding"')
    assert links(page)["Go on reading"] == "/stories/bus/"
