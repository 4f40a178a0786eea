"""Pinned and live: when a record changes, the trainers of each course that uses it are told, see what is different, and decide."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from cases.models import Story
from lessons.courses.making import make_course
from lessons.courses.noticing import look_again
from lessons.courses.telling import tell_trainers
from lessons.models import Item, Trainer
from tests.factories import ElementFactory, EvidenceFactory, ItemFactory, LessonFactory, StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence():
    """A piece of evidence."""
    story, lesson = (
        StoryFactory(title="The bus", slug="bus", ready=True),
        LessonFactory(sentence="Go there.", slug="go"),
    )
    return EvidenceFactory(story=story, lesson=lesson, what_happened="Nine readers came.")


@pytest.fixture
def taught(course, evidence):
    """Ada's course with an item that points at it."""
    return ItemFactory(session=course.sessions.get(), evidence=evidence)


@pytest.fixture
def changed(taught, evidence):
    """The same after the evidence has been changed and its story published at the desk."""
    rewrite(evidence, "Ninety readers came.")
    taught.refresh_from_db()
    return taught


def rewrite(evidence, text):
    """Change what happened, as publishing the story does."""
    story = Story.objects.get(pk=evidence.story_id)
    row = story.evidence.get()
    row.what_happened = text
    story.evidence = [row]
    story.save_revision().publish()


@pytest.fixture
def answer(signed_in, course):
    """Sends an answer from the page that shows what has changed."""
    return lambda user, **fields: signed_in(user).post(f"/courses/{course.slug}/changes/", fields, follow=True)


def test_it_notices_what_is_published_at_the_desk(changed):
    assert changed.changed_at
    assert changed.pinned["what"] == "Nine readers came."


def test_it_shows_the_difference_in_words(changed, signed_in, ada, course):
    page = signed_in(ada).get(f"/courses/{course.slug}/changes/").content.decode()

    assert "<del>Nine</del><ins>Ninety</ins> readers came." in page
    assert "Evidence" in page


def test_it_says_so_on_the_course_in_the_list_and_in_the_builder(changed, signed_in, ada, course):
    assert "1 record that this course uses has changed." in words(signed_in(ada).get(f"/courses/{course.slug}/"))
    assert "1 record that it uses has changed" in words(signed_in(ada).get("/courses/"))
    assert "This has changed since. See what is different" in words(
        signed_in(ada).get(f"/courses/{course.slug}/build/")
    )


def test_it_takes_the_new_version(changed, answer, ada):
    answer(ada, do="take", item=changed.pk, noticed=changed.noticed)

    changed.refresh_from_db()
    assert (changed.pinned["what"], changed.changed_at) == ("Ninety readers came.", None)


def test_it_stays_with_what_is_pinned_until_it_changes_again(changed, answer, ada, evidence):
    answer(ada, do="stay", item=changed.pk, noticed=changed.noticed)
    look_again()
    changed.refresh_from_db()
    assert (changed.pinned["what"], changed.changed_at) == ("Nine readers came.", None)

    rewrite(evidence, "Nobody came.")

    changed.refresh_from_db()
    assert changed.changed_at


def test_it_undoes_an_answer(changed, answer, act, ada, course):
    answer(ada, do="take", item=changed.pk)

    act(ada, course, "undo")

    changed.refresh_from_db()
    assert changed.pinned["what"] == "Nine readers came."
    assert changed.changed_at


def test_it_takes_no_answer_to_something_that_has_changed_again(changed, answer, ada, evidence):
    before = changed.noticed
    rewrite(evidence, "Nobody came.")

    page = answer(ada, do="take", item=changed.pk, noticed=before)

    assert "It has changed once more since this page was opened." in words(page)


def test_it_forgets_a_change_that_was_taken_back(changed, evidence):
    rewrite(evidence, "Nine readers came.")

    changed.refresh_from_db()
    assert changed.changed_at is None


@pytest.mark.parametrize("gone", ["unpublish", "delete"])
def test_it_says_that_a_record_is_gone(taught, signed_in, ada, answer, course, gone):
    getattr(taught.story, gone)()
    look_again()

    page = signed_in(ada).get(f"/courses/{course.slug}/changes/")
    assert "It is no longer in the library." in words(page)

    answer(ada, do="stay", item=taught.pk)
    taught.refresh_from_db()
    assert (taught.changed_at, taught.gone, taught.pinned["what"]) == (None, True, "Nine readers came.")


def test_it_notices_evidence_that_is_taken_out_of_its_story(taught, evidence):
    evidence.story.evidence = []
    evidence.story.save_revision().publish()

    taught.refresh_from_db()
    assert taught.gone
    assert taught.lost


@pytest.mark.parametrize("what", ["story", "lesson", "element"])
def test_it_notices_each_kind_of_record(course, what):
    record = {"story": StoryFactory, "lesson": LessonFactory, "element": ElementFactory}[what]()
    item = ItemFactory(session=course.sessions.get(), **{what: record})
    field = {"story": "problem", "lesson": "explanation", "element": "meaning"}[what]

    setattr(record, field, "Something new.")
    record.save()
    Item.objects.update(seen=0)
    EvidenceFactory()
    look_again()

    item.refresh_from_db()
    assert item.changed_at


def test_it_notices_new_evidence_against_a_lesson(course, evidence):
    item = ItemFactory(session=course.sessions.get(), lesson=evidence.lesson)

    EvidenceFactory(lesson=evidence.lesson, stance="contradicts")
    look_again()

    item.refresh_from_db()
    assert item.changed_at


def test_it_looks_once_at_what_has_not_changed(taught):
    look_again()

    assert look_again() == ""
    taught.refresh_from_db()
    assert taught.changed_at is None


def test_it_tells_each_trainer_of_each_course_once_a_day(changed, evidence, ada, ben):
    theirs = ItemFactory(session=make_course(user=ben, title="Ben's own").sessions.get(), evidence=evidence)
    rewrite(evidence, "Nobody came.")
    theirs.refresh_from_db()

    assert tell_trainers() == "told 2 trainers"
    assert tell_trainers() == ""

    mail = Email.objects.get(to=ada.email)
    assert mail.subject == "1 record in your courses has changed"
    assert "- Evidence: Go there." in mail.message
    assert "/changes/" in mail.message
    assert Email.objects.filter(to=ben.email).count() == 1


def test_it_tells_of_what_changed_since_once_the_day_is_over(changed, evidence, ada):
    tell_trainers()
    rewrite(evidence, "Nobody came.")
    assert tell_trainers() == ""

    Trainer.objects.update(told_at=timezone.now() - timedelta(hours=21))
    Item.objects.update(changed_at=timezone.now())

    assert tell_trainers() == "told 1 trainers"
    assert Email.objects.filter(to=ada.email).count() == 2


def test_it_lets_who_may_only_see_read_and_not_answer(changed, signed_in, answer, ben, course):
    course.trainers.create(user=ben, right="see")

    assert "Ninety" in words(signed_in(ben).get(f"/courses/{course.slug}/changes/"))
    assert answer(ben, do="take", item=changed.pk).status_code == 403


def test_it_says_where_nothing_waits(taught, signed_in, ada, course):
    assert "Nothing that waits" in words(signed_in(ada).get(f"/courses/{course.slug}/changes/"))


def test_it_takes_every_new_version_at_once(changed, answer, ada, course, evidence):
    other = ItemFactory(session=course.sessions.get(), story=evidence.story)
    rewrite(evidence, "Nobody came.")

    answer(ada, do="take")

    assert not course.sessions.get().items.filter(changed_at__isnull=False).exists()
    other.refresh_from_db()
    assert other.pinned["evidence"][0]["what"] == "Nobody came."
