"""Courses at the desk: editors decide which are public, and know which are touched before they publish a change."""

import pytest
from post_office.models import Email

from lessons.models import Course
from tests.factories import (
    FIRST_DAY,
    CourseFactory,
    ElementFactory,
    EvidenceFactory,
    ItemFactory,
    LessonFactory,
    StoryFactory,
    TrainerFactory,
)
from tests.reading import words


@pytest.fixture
def asking(db):
    """A course that asks to be public, with its owner."""
    course = CourseFactory(draft=True, title="On trust", asked_at=FIRST_DAY, items=[{}])
    TrainerFactory(course=course, right="owner")
    return course


def test_it_lists_what_asks_before_what_is_public(editor, asking):
    CourseFactory(title="A public one")
    CourseFactory(draft=True, title="A private one").trainers.create(user=asking.trainers.get().user, right="owner")

    page = words(editor.get("/desk/courses/"))

    assert "Asks to be public" in page
    assert page.index("On trust") < page.index("A public one")
    assert "A private one" not in page


def test_it_makes_a_course_public(editor, asking, client):
    editor.post(f"/desk/courses/{asking.pk}/", {"do": "publish"})

    assert client.get(f"/courses/{asking.slug}/").status_code == 200
    assert Email.objects.get().subject == "The course “On trust” is public"


def test_it_sends_a_course_back_with_a_reason(editor, asking, client):
    editor.post(f"/desk/courses/{asking.pk}/", {"do": "send-back", "reason": "The times do not add up."})

    asking.refresh_from_db()
    assert (asking.asked_at, asking.answer) == (None, "The times do not add up.")
    assert "The times do not add up." in Email.objects.get().message


def test_it_sends_nothing_back_without_a_reason(editor, asking):
    page = editor.post(f"/desk/courses/{asking.pk}/", {"do": "send-back"})

    assert "Say what should be changed first" in page.content.decode()
    assert not Email.objects.exists()


def test_it_takes_a_public_course_back(editor, db):
    course = CourseFactory()

    editor.post(f"/desk/courses/{course.pk}/", {"do": "take-back"})

    assert Course.objects.get().live is False


def test_it_says_that_a_course_asks_for_nothing_any_more(editor, asking):
    Course.objects.update(asked_at=None)

    page = editor.get(f"/desk/courses/{asking.pk}/", follow=True)

    assert "That course asks for nothing any more" in page.content.decode()


def test_it_is_for_those_who_may_decide(client, asking):
    client.force_login(asking.trainers.get().user)

    assert client.get("/desk/courses/").status_code in {302, 403}
    assert client.post(f"/desk/courses/{asking.pk}/", {"do": "publish"}).status_code in {302, 403}
    assert Course.objects.get().live is False


def test_it_says_before_publishing_which_courses_a_story_touches(editor, db):
    story = StoryFactory()
    course = CourseFactory(title="On trust", items=[{"story": story}])
    TrainerFactory(course=course)
    hidden = CourseFactory(draft=True, title="A secret", items=[{"story": story}])
    TrainerFactory(course=hidden)

    page = editor.get(f"/desk/stories/edit/{story.pk}/").content.decode()

    assert "2 courses use this." in page
    assert "2 trainers are told" in page
    assert "On trust" in page
    assert "A secret" not in page


@pytest.mark.parametrize("noun", ["lessons", "frameworks"])
def test_it_says_so_of_lessons_and_frameworks_too(editor, db, noun):
    lesson, element = LessonFactory(), ElementFactory()
    CourseFactory(items=[{"lesson": lesson}, {"element": element}])
    record = {"lessons": lesson, "frameworks": element.framework}[noun]

    assert "1 course uses this." in editor.get(f"/desk/{noun}/edit/{record.pk}/").content.decode()


def test_it_says_so_of_a_story_with_evidence_on_a_lesson_that_is_taught(editor, db):
    evidence = EvidenceFactory()
    CourseFactory(items=[{"lesson": evidence.lesson}])

    assert "1 course uses this." in editor.get(f"/desk/stories/edit/{evidence.story.pk}/").content.decode()


def test_it_says_nothing_where_no_course_does(editor, db):
    story = StoryFactory()
    ItemFactory()

    page = editor.get(f"/desk/stories/edit/{story.pk}/").content.decode()

    assert "use this" not in page
    assert "uses this" not in page


def test_it_deletes_a_story_that_a_course_has_pinned(editor, db):
    story = StoryFactory(title="The bus")
    course = CourseFactory(items=[{"story": story}])

    editor.post(f"/desk/stories/delete/{story.pk}/")

    assert course.sessions.get().items.get().pinned["title"] == "The bus"
