"""Followers are told what is new: once, all of it, and with the reason why they get the mail."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from cases.following.noting import note_news
from cases.following.telling import tell_followers
from cases.models import Subscription
from cases.record.retiring import retire
from tests.factories import EvidenceFactory, LessonFactory, StoryFactory, SubscriptionFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(db):
    """A library with one story that failed, which has been looked through."""
    story = StoryFactory(title="The bins", result="failed")
    note_news()
    return story


def told():
    """What is sent when the house is kept now: the subjects."""
    note_news()
    before = set(Email.objects.values_list("pk", flat=True))
    tell_followers()
    return sorted(mail.subject for mail in Email.objects.exclude(pk__in=before))


def test_it_tells_of_a_new_story_in_a_state_of_the_finder(library):
    SubscriptionFactory(key="result=failed")
    StoryFactory(title="The bus", result="failed", summary="It never came.")
    StoryFactory(title="The park", result="succeeded")

    assert told() == ["New: Stories that failed"]
    mail = Email.objects.get()
    assert "The bus\nNew. Result: Failed\nIt never came.\n" in mail.message
    assert "The park" not in mail.message


def test_it_tells_of_a_story_that_comes_into_the_state(library):
    SubscriptionFactory(key="result=mixed")
    library.result = "mixed"
    library.save()

    assert told() == ["New: Stories that were mixed"]
    assert "Changed: result" in Email.objects.get().message


def test_it_tells_which_part_of_a_story_changed(library):
    SubscriptionFactory(kind="story", key=str(library.pk))
    library.problem, library.what_changed = "It was dirty.", "It is clean."
    library.save()

    assert told() == ["New: The bins"]
    assert "Changed: the problem and what changed" in Email.objects.get().message


def test_it_tells_that_a_story_was_taken_back(library):
    SubscriptionFactory(kind="story", key=str(library.pk))
    library.live = False
    library.save()

    told()
    assert "It has been taken back." in Email.objects.get().message


def test_it_tells_why_a_story_was_retired(library):
    SubscriptionFactory(kind="story", key=str(library.pk))
    retire(record=library, reason="It mixed two lines.")

    told()
    assert "It has been retired: It mixed two lines." in Email.objects.get().message


def test_it_tells_of_a_story_by_the_name_that_it_has_now(library):
    SubscriptionFactory(kind="story", key=str(library.pk))
    library.title, library.slug = "The clean bins", "clean-bins"
    library.save()

    told()
    assert "The clean bins" in Email.objects.get().message
    assert "/stories/clean-bins/" in Email.objects.get().message


def test_it_tells_of_new_evidence_with_its_stance_what_contradicts_first(library):
    lesson = LessonFactory(sentence="Ask first.")
    SubscriptionFactory(kind="lesson", key=str(lesson.pk))
    EvidenceFactory(lesson=lesson, story=library, stance="supports", what_happened="They asked.")
    EvidenceFactory(lesson=lesson, story=library, stance="contradicts", what_happened="They asked in vain.")

    assert told() == ["2 new: Ask first."]
    text = Email.objects.get().message
    assert text.index("Contradicts: The bins\nNew evidence\nThey asked in vain.") < text.index("Supports: The bins")


def test_it_tells_that_evidence_was_taken_out(library):
    item = EvidenceFactory(story=library)
    note_news()
    SubscriptionFactory(kind="lesson", key=str(item.lesson_id), mark=10**6)
    Subscription.objects.update(mark=1)
    item.delete()
    library.save()

    told()
    assert "Evidence that was taken out: 1" in Email.objects.get().message


def test_it_tells_nothing_twice(library):
    SubscriptionFactory()
    StoryFactory()

    assert len(told()) == 1
    assert told() == []


def test_it_tells_nothing_to_who_has_not_confirmed(library):
    SubscriptionFactory(confirmed_at=None)
    StoryFactory()

    assert told() == []


def test_it_tells_what_came_between_asking_and_confirming(library):
    found = SubscriptionFactory(confirmed_at=None)
    StoryFactory()
    assert told() == []
    Subscription.objects.filter(pk=found.pk).update(confirmed_at=timezone.now())

    assert len(told()) == 1


@pytest.mark.parametrize(("pace", "rest"), [("daily", timedelta(hours=24)), ("weekly", timedelta(days=7))])
def test_it_waits_and_then_tells_everything_at_once(library, pace, rest):
    SubscriptionFactory(pace=pace, told_at=timezone.now() - rest + timedelta(minutes=5))
    StoryFactory(title="The bus")
    assert told() == []
    StoryFactory(title="The park")
    Subscription.objects.update(told_at=timezone.now() - rest)

    assert told() == ["2 new: Stories"]
    assert told() == []


def test_it_says_why_one_gets_the_mail_and_how_to_stop_it(library):
    SubscriptionFactory(key="result=failed")
    StoryFactory(result="failed")
    told()

    mail = Email.objects.get()
    assert "You get this mail because you follow: Stories that failed" in mail.message
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = mail.headers["List-Unsubscribe"].strip("<>")
    assert f"Stop these mails: {stop}" in mail.message
    assert "You get no more of these mails" in words(Client().post("/" + stop.split("/", 3)[3]))


def test_it_names_twenty_and_counts_the_rest(library):
    SubscriptionFactory()
    StoryFactory.create_batch(23)
    told()

    mail = Email.objects.get()
    assert mail.message.count("/stories/story-") == 20
    assert "And 3 more." in mail.message


def test_it_passes_over_what_is_about_something_else(library):
    found = SubscriptionFactory(key="result=mixed")
    StoryFactory(result="failed")

    assert told() == []
    found.refresh_from_db()
    assert found.mark > 0
    assert found.told_at is None


def test_it_tells_nothing_of_a_state_that_no_story_can_be_in_any_more(library):
    SubscriptionFactory(key="policy=gone&result=failed")
    StoryFactory(result="failed")

    assert told() == []


def test_it_leaves_alone_whose_matter_is_gone(library):
    SubscriptionFactory(kind="story", key="999999")
    SubscriptionFactory(kind="nothing", key="1")
    StoryFactory()

    assert told() == []


def test_it_finds_out_what_is_new_once_for_all_who_follow_the_same(library):
    SubscriptionFactory.create_batch(40, key="result=failed")
    StoryFactory(result="failed")
    note_news()

    with CaptureQueriesContext(connection) as queries:
        tell_followers()
    searched = [query for query in queries.captured_queries if 'FROM "cases_news"' in query["sql"]]
    assert Email.objects.count() == 40
    assert len(searched) == 2


def test_it_moves_the_mark_back_where_the_mail_could_not_be_queued(library, monkeypatch):
    found = SubscriptionFactory()
    StoryFactory()
    note_news()
    monkeypatch.setattr("cases.following.telling.queue", lambda *args: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        tell_followers()

    found.refresh_from_db()
    assert found.mark == 0
