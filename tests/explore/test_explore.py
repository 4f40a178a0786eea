"""The explore views together: their way in, what they are narrowed by, and what cannot break them."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from cases.explore.rooms import ROOMS, Room, register_room
from lessons.facets import SIDE_FACETS
from tests.explore.figures import VIEWS, view
from tests.factories import ElementFactory, EvidenceFactory, LessonFactory, StoryFactory
from tests.reading import finder, links, option, words


@pytest.fixture
def trusted(db):
    """A story with evidence for an element."""
    story = StoryFactory(slug="bus")
    lesson = LessonFactory(elements=[ElementFactory(slug="trust", name="Trust")])
    return EvidenceFactory(story=story, lesson=lesson, stance="supports").story


def test_it_leads_to_every_view(client, db):
    found = links(client.get("/explore/"))

    assert {f"/explore/{name}/" for name in VIEWS} <= set(found.values())
    assert {str(room.title) for room in ROOMS} <= set(found)


@pytest.mark.parametrize("name", VIEWS)
def test_it_leads_from_each_view_to_the_others(db, name):
    found = set(links(view(name)).values())

    assert {reverse(room.name) for room in ROOMS} - found == {f"/explore/{name}/"}


def test_it_maps_every_view_for_search_engines(client, db):
    text = client.get("/sitemap.xml").content.decode()

    assert [name for name in VIEWS if f"/explore/{name}/</loc>" not in text] == []


def test_it_takes_a_view_of_a_name_once():
    with pytest.raises(ValueError, match="There is a view “explore-map” already"):
        register_room(Room("explore-map", "Again", "The same."))


@pytest.mark.parametrize("name", VIEWS)
def test_it_says_what_it_does_not_know(db, name):
    assert "it was left out: colour=green, result=wonderful" in words(view(name, "colour=green&result=wonderful"))


@pytest.mark.parametrize("name", VIEWS)
def test_it_shows_an_empty_library(db, name):
    assert view(name).status_code == 200


@pytest.mark.parametrize("facet", SIDE_FACETS, ids=lambda facet: facet.key)
def test_it_has_each_side_as_a_facet(trusted, facet):
    lesson = LessonFactory(elements=[ElementFactory(slug="mixed")])
    EvidenceFactory(story=trusted, lesson=lesson, stance="qualifies")

    values = [option["value"] for option in finder()["facets"][facet.key]]

    assert values == {"for": ["trust"], "mixed": ["mixed"]}.get(facet.key, [])


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"for": "trust"}, "1 story with evidence for Trust"),
        ({"for": "trust", "measure": "none"}, "1 story with evidence for Trust with nothing measured"),
        ({"against": "trust"}, "1 story"),
    ],
)
def test_it_finds_a_side(trusted, query, sentence):
    assert finder(query)["sentence"] == sentence


def test_it_moves_a_story_to_another_side_at_once(trusted):
    finder()

    EvidenceFactory(story=trusted, lesson=trusted.evidence.get().lesson, stance="contradicts")

    assert option(finder(), "for", "trust") is None
    assert option(finder(), "mixed", "trust")["count"] == 1


def test_it_has_the_sides_and_what_is_measured_in_the_table(client, trusted):
    text = client.get("/stories.csv").getvalue().decode("utf-8-sig")

    row = next(csv.DictReader(StringIO(text)))

    assert (row["for"], row["against"], row["measure"], row["lineage"]) == ("Trust", "", "Nothing", "")
