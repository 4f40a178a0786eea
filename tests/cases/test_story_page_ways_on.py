"""Going on from a story: to its lessons, its sources, where it came from, and stories like it."""

import pytest

from tests.factories import (
    AdaptationFactory,
    CitationFactory,
    ElementFactory,
    EvidenceFactory,
    IllustrationFactory,
    LessonFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import links, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """The story that each test adds its one fact to."""
    return StoryFactory(slug="bus", title="The night bus", summary="A bus at night.")


@pytest.fixture
def read(client, bus):
    """Opens the story."""
    return lambda: client.get("/stories/bus/")


def test_it_tells_where_the_idea_came_from_and_went_to(read, bus):
    tram = StoryFactory(title="The tram", slug="tram")
    AdaptationFactory(story=bus, from_story=tram, kept="The bell", changed="The rails", dropped="The wires")
    AdaptationFactory(story=bus, from_elsewhere="A school in Denmark")
    AdaptationFactory(story=StoryFactory(title="The boat", slug="boat"), from_story=bus)

    text, shown = words(read()), links(read())

    assert "Taken from The tram Kept The bell Changed The rails Dropped The wires" in text
    assert "Taken from A school in Denmark Taken on by The boat" in text
    assert (shown["The tram"], shown["The boat"]) == ("/stories/tram/", "/stories/boat/")


def test_it_names_its_strands_and_what_it_is_part_of(read, client, bus):
    StoryFactory(title="The timetable", slug="timetable", part_of=bus)
    StoryFactory(title="A draft strand", part_of=bus, draft=True)

    assert "Strands The timetable" in words(read())
    assert "A draft strand" not in words(read())
    assert "Part of The night bus" in words(client.get("/stories/timetable/"))


def test_it_suggests_stories_that_share_lessons(read, bus):
    lesson = LessonFactory()
    EvidenceFactory(story=bus, lesson=lesson)
    EvidenceFactory(story=StoryFactory(title="The tram"), lesson=lesson)

    text = words(read())

    assert "Stories like this one The tram" in text
    assert "Shares 1 lesson with this story" in text


def test_it_cites_its_sources_by_heading(read, bus):
    source = SourceFactory(title="Buses", slug="buses", authors="A. Lee", year=1998)
    CitationFactory(story=bus, source=source, section="At night", page="42", sort_order=1)
    CitationFactory(story=bus, source__title="Boats", sort_order=2)
    CitationFactory(story=bus, source=source, section="By day", sort_order=3)

    assert "Buses . A. Lee, 1998. This story draws on “At night”, p. 42; “By day”. Boats ." in words(read())
    assert links(read())["Buses"] == "/sources/buses/"


def test_it_shows_its_lessons_with_what_happened_and_how_others_point(read, bus):
    lesson = LessonFactory(sentence="Ask drivers first", slug="ask-drivers")
    EvidenceFactory(story=bus, lesson=lesson, what_happened="Nobody asked them.", strength="claimed")
    EvidenceFactory(lesson=lesson, stance="contradicts")

    text = words(read())

    assert "Ask drivers first Supports claimed Nobody asked them. Also seen in 1 other story" in text
    assert "1 in all points the other way" in text
    assert links(read())["Ask drivers first"] == "/lessons/ask-drivers/"


def test_it_names_the_elements_that_its_source_puts_it_under(read, bus):
    element = ElementFactory(name="Taking risks", slug="risks", framework__title="The elements")
    IllustrationFactory(story=bus, element=element)

    assert "The elements Taking risks" in words(read())
    assert links(read())["Taking risks"] == "/elements/risks/"
