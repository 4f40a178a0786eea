"""Stories are found under their collections as soon as those change."""

import pytest

from tests.factories import CollectionFactory, StoryFactory
from tests.reading import finder, found, option

pytestmark = pytest.mark.django_db


@pytest.fixture
def wheels():
    """A collection of one story, in the index; another story in no collection."""
    StoryFactory(slug="tram", title="Tram")
    collection = CollectionFactory(slug="wheels", title="On wheels", stories=[StoryFactory(slug="bus")])
    assert found({"collection": "wheels"}) == ["bus"]
    return collection


def test_it_finds_a_story_that_was_added(wheels):
    wheels.collected.create(story=StoryFactory(slug="ferry"), note="It floats.", sort_order=2)
    wheels.save()

    assert sorted(found({"collection": "wheels"})) == ["bus", "ferry"]


def test_it_finds_no_story_that_was_taken_out(wheels):
    wheels.collected.remove(wheels.collected.get())
    wheels.save()

    assert finder({"collection": "wheels"})["ignored"] == ["collection=wheels"]


def test_it_shows_a_new_title(wheels):
    wheels.title = "On rails"
    wheels.save()

    assert option(finder(), "collection", "wheels")["label"] == "On rails"


def test_it_takes_back_a_collection(wheels):
    wheels.unpublish()

    assert finder()["facets"]["collection"] == []


def test_it_forgets_a_collection_that_was_deleted(wheels):
    wheels.delete()

    assert finder()["facets"]["collection"] == []


def test_it_reads_in_the_sentence(wheels):
    assert finder({"collection": "wheels"})["sentence"] == "1 story in the collection “On wheels”"
