"""A course that cites what has been retired goes on being taught, says so and why, and its trainers hear of it."""

import pytest

from cases.following.noting import note_news
from cases.models import News
from cases.record.releasing import release
from cases.record.retiring import bring_back, retire
from lessons.courses.noticing import look_again
from tests.factories import (
    CourseFactory,
    EvidenceFactory,
    LessonFactory,
    ReleaseFactory,
    ReleaseItemFactory,
    StoryFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db

REASON = "It mixed two lines."
SAID = f"It was retired: {REASON}"


@pytest.fixture
def bus():
    """A story with evidence."""
    story = StoryFactory(title="The bus", slug="bus", ready=True, problem="Nobody could get to town.")
    EvidenceFactory(story=story, lesson=LessonFactory(slug="go"), what_happened="Nine readers came.")
    return story


@pytest.fixture
def course(bus):
    """A public course with the story and its evidence, all of which has been looked at."""
    made = CourseFactory(slug="trust", items=[{"story": bus}, {"evidence": bus.evidence.get()}])
    look_again()
    note_news()
    return made


@pytest.fixture
def retired(bus, course):
    """The same after the story was retired."""
    retire(record=bus, reason=REASON, see_instead=StoryFactory(title="The day bus"))
    return course


def test_it_opens_and_says_why_the_story_is_gone(client, retired):
    page = words(client.get("/courses/trust/"))

    assert page.count(SAID) == 2
    assert "The bus" in page


def test_it_is_taught_from_what_it_has_pinned(client, retired):
    page = words(client.get("/courses/trust/teach/1/2/"))

    assert "Nobody could get to town." in page
    assert SAID in page


def test_it_is_handed_out_with_the_reason(client, retired):
    assert SAID in words(client.get("/courses/trust/pack/"))


def test_it_tells_its_trainers(retired):
    assert look_again() == "2 items of courses have changed"
    assert [item.gone for item in retired.sessions.get().items.all()] == [True, True]


def test_it_says_nothing_any_more_once_the_story_is_back(client, bus, retired):
    look_again()

    bring_back(record=bus)
    look_again()

    assert [item.gone for item in retired.sessions.get().items.all()] == [False, False]
    assert "It was retired" not in words(client.get("/courses/trust/"))


def test_it_hears_of_what_a_release_publishes(bus, course):
    draft = bus.get_latest_revision_as_object()
    draft.problem = "Nobody ever got to town."
    draft.save_revision()
    one = ReleaseItemFactory(release=ReleaseFactory(), record=bus)

    release(release=one.release)
    look_again()

    assert course.sessions.get().items.first().changed_at
    assert note_news() == "1 piece of news was noted"


def test_it_is_news_that_a_story_and_its_evidence_are_gone(retired):
    note_news()

    assert set(News.objects.filter(how="gone").values_list("about", "how")) == {("story", "gone"), ("lesson", "gone")}
