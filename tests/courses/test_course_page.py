"""A course: what it is for, what stands in it, and what one can do with it."""

import pytest

from tests.factories import CourseFactory, ElementFactory, EvidenceFactory, ItemFactory, LessonFactory, StoryFactory
from tests.reading import links, words

pytestmark = pytest.mark.django_db


def test_it_shows_what_a_course_is(client):
    CourseFactory(slug="trust", title="On trust", aims="- weigh a figure", items=[{"minutes": 70}], minutes=70)

    page = words(client.get("/courses/trust/"))

    assert "On trust What people do in it." in page
    assert "Length 1 hour 10 minutes By Ada Okafor Language English Licence CC BY 4.0" in page
    assert "What people take away weigh a figure" in page


@pytest.fixture
def of_the_library(db):
    """What a course can point at."""
    evidence = EvidenceFactory(what_happened="They came.", story__title="The bus", lesson__sentence="Go there.")
    return [
        {"story": StoryFactory(title="The bins", summary="They tried."), "minutes": 20},
        {"lesson": LessonFactory(sentence="Ask first.", explanation="It holds *mostly*."), "minutes": 5},
        {"evidence": evidence, "minutes": 5},
        {"element": ElementFactory(name="Trust", meaning="It means this.")},
    ]


def test_it_shows_what_is_of_the_library(client, of_the_library):
    CourseFactory(slug="trust", items=of_the_library)

    page = words(client.get("/courses/trust/"))

    assert "0:00 Story · 20 minutes The bins Succeeded They tried." in page
    assert "0:20 Lesson · 5 minutes Ask first. It holds mostly ." in page
    assert "0:25 Evidence · 5 minutes The bus Succeeded Supports observed They came. On the lesson: Go there." in page
    assert "0:30 Element Trust" in page


def test_it_shows_what_is_the_trainers_own(client):
    items = [
        {"kind": "activity", "title": "Four chairs", "text": "Sit down.", "material": "Chairs"},
        {"kind": "reading", "title": "A report", "address": "https://example.org/r", "text": ""},
        {"text": "What now?", "for_participants": "Take your time."},
    ]
    CourseFactory(slug="trust", items=items)

    page = words(client.get("/courses/trust/"))

    assert "Four chairs Sit down. Needed: Chairs" in page
    assert "A report https://example.org/r" in page
    assert "What now? Take your time." in page


def test_it_shows_notes_for_the_facilitator_of_a_public_course(client):
    CourseFactory(slug="trust", items=[{"for_facilitator": "Listen for *doubt*."}])

    assert "For the facilitator Listen for doubt ." in words(client.get("/courses/trust/"))


def test_it_keeps_showing_what_it_has_pinned(client):
    story = StoryFactory(title="The bins", summary="They tried.")
    CourseFactory(slug="trust", items=[{"story": story}])
    story.title, story.summary = "The crates", "They tried again."
    story.save()

    page = words(client.get("/courses/trust/"))

    assert "The bins" in page
    assert "again" not in page


@pytest.mark.parametrize("lost", ["unpublish", "delete"])
def test_it_opens_and_says_so_where_a_story_is_gone(client, lost):
    story = StoryFactory(title="The bins", summary="They tried.")
    CourseFactory(slug="trust", items=[{"story": story}])
    getattr(story, lost)()

    page = client.get("/courses/trust/")

    assert "The bins Succeeded They tried. No longer in the library. Here stands what it said on" in words(page)
    assert "The bins" not in links(page)


def test_it_gives_credit_to_what_it_was_adapted_from(client):
    first = CourseFactory(slug="first")
    CourseFactory(slug="second", adapted_from=first, credit="“First” by Ada (CC BY 4.0)")

    assert links(client.get("/courses/second/"))["“First” by Ada (CC BY 4.0)"] == "/courses/first/"


def test_it_says_that_a_course_has_been_taken_back(client):
    CourseFactory(slug="trust", retired=True)

    assert client.get("/courses/trust/").status_code == 410


@pytest.mark.parametrize("slug", ["nothing", "-", "a" * 90, "trust.short", "trust." + "k" * 22, "%00", "..", "a%2Fb"])
@pytest.mark.parametrize("rest", ["", "handout/", "teach/1/1/", "build/", "slides.pptx"])
def test_it_answers_any_address_with_a_clear_status(client, slug, rest):
    CourseFactory(slug="trust", draft=True)

    assert client.get(f"/courses/{slug}/{rest}").status_code in {302, 404}


def test_it_shows_a_course_without_sessions(client):
    CourseFactory(slug="trust")

    assert "This course has no session yet." in words(client.get("/courses/trust/"))


def test_it_shows_a_session_without_items(client):
    item = ItemFactory(session__course__slug="trust")
    item.delete()

    assert "Nothing stands in this session yet." in words(client.get("/courses/trust/"))
