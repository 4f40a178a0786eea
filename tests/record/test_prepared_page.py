"""The page of a story is put together from questions that are prepared; it is the page that the querysets give."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from cases.pages import page_of, stories_for_page
from cases.story_reading import story_for_page
from tests.factories import ChangeNoteFactory, CreditFactory, SignatureFactory, StoryPictureFactory

pytestmark = pytest.mark.django_db

SHOWN = [
    *("The night bus", "came <em>home</em>", "The whole network", "Leeds", "Transport", "night owls"),
    *("The council", "Ann Lee", "The riders", "It ran.", "Riders", "The day bus", "The report", "Ask drivers first"),
    *("Create room", "Ada Okafor, who was there", "Signed off by", "Jo Field", "A bus in the rain.", ".webp"),
]
"""What the page tells of everything that a story can have."""


@pytest.fixture
def everything(bus):
    """The story with one of everything, and what stands beside it."""
    CreditFactory(story=bus, name="Ada Okafor, who was there")
    SignatureFactory(story=bus)
    ChangeNoteFactory(story=bus)
    StoryPictureFactory(story=bus, picture__credit="Jo Field", picture__description="A bus in the rain.")
    return bus


def drawn(story) -> str:
    """The page of the story."""
    return render_to_string(*page_of(story))


def asked_for_pictures(client) -> list[str]:
    """The questions about pictures that the story's page asks."""
    with CaptureQueriesContext(connection) as asked:
        client.get("/stories/bus/")
    return [query["sql"] for query in asked if query["sql"].startswith('SELECT "cases_storypicture"')]


@pytest.mark.parametrize("words", SHOWN)
def test_it_shows_everything(everything, words):
    assert words in drawn(story_for_page("bus"))


def test_it_draws_the_page_that_the_querysets_give(everything):
    # The first look makes the sizes of the picture.
    drawn(everything)

    assert drawn(story_for_page("bus")) == drawn(stories_for_page().get(slug="bus"))


def test_it_asks_for_no_pictures_where_there_are_none(client, bus):
    assert asked_for_pictures(client) == []


def test_it_asks_for_pictures_once(client, everything):
    client.get("/stories/bus/")
    everything.save()

    assert len(asked_for_pictures(client)) == 1
