"""Feeds of one story and of one lesson, read by a real feed reader."""

import feedparser
import pytest
from django.test import Client

from cases.following.noting import note_news
from tests.factories import EvidenceFactory, LessonFactory, StoryFactory

pytestmark = pytest.mark.django_db


def feed(address):
    """The feed as a feed reader has it."""
    answer = Client().get(address)
    assert answer.status_code == 200
    found = feedparser.parse(answer.content)
    assert not found.bozo
    return found


def test_it_tells_when_a_story_was_published_and_what_changed_since(db):
    story = StoryFactory(slug="the-bins", title="The bins")
    note_news()
    story.problem = "It was dirty."
    story.save()
    note_news()

    found = feed("/stories/the-bins.atom")
    assert [entry.title for entry in found.entries] == ["Changed: the problem", "Published: The bins"]
    assert len({entry.id for entry in found.entries}) == 2


def test_it_tells_the_evidence_on_a_lesson_with_its_stance(db):
    lesson = LessonFactory(slug="ask-first", sentence="Ask first.")
    EvidenceFactory(lesson=lesson, story__title="The bins")
    note_news()
    EvidenceFactory(lesson=lesson, story__title="The bus", stance="contradicts", what_happened="In vain.")
    note_news()

    found = feed("/lessons/ask-first.atom")
    assert [entry.title for entry in found.entries] == ["Contradicts: The bus", "Supports: The bins"]
    assert found.entries[0].summary == "In vain."
    assert found.entries[0].link.endswith("/lessons/ask-first/#" + found.entries[0].id.partition("#")[2])


def test_it_is_an_empty_feed_where_nothing_is_held(db):
    LessonFactory(slug="ask-first")

    assert feed("/lessons/ask-first.atom").entries == []


def test_it_is_named_on_the_page(db):
    StoryFactory(slug="the-bins")

    assert '/stories/the-bins.atom"' in Client().get("/stories/the-bins/").content.decode()


@pytest.mark.parametrize("noun", ["stories", "lessons"])
def test_it_has_no_feed_of_what_is_not_there(db, noun):
    assert Client().get(f"/{noun}/nothing.atom").status_code == 404


def test_it_has_no_feed_of_what_was_taken_back(db):
    StoryFactory(slug="the-bins", retired=True)

    assert Client().get("/stories/the-bins.atom").status_code == 410
