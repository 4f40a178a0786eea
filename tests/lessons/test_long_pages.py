"""Lessons and elements with much under them: the best evidenced first, everything counted, a way to all."""

import pytest

from tests.factories import ElementFactory, EvidenceFactory, IllustrationFactory, LessonFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def sides(client):
    """Opens a page of a lesson with 41 passages for it and 22 against: the titles on each side."""
    lesson = LessonFactory(slug="ask")
    EvidenceFactory.create_batch(40, lesson=lesson, strength="claimed")
    EvidenceFactory(lesson=lesson, strength="measured", story__title="Zebra crossings")
    EvidenceFactory.create_batch(21, lesson=lesson, stance="qualifies")
    EvidenceFactory(lesson=lesson, stance="contradicts", strength="claimed", story__title="Zoo")

    def read(page):
        found = soup(client.get(f"/lessons/ask/?page={page}")).select(".sides > section")
        return [[title.get_text() for title in side.select(".evidence-story")] for side in found]

    return read


@pytest.mark.parametrize(("page", "shown"), [(1, [20, 20]), (2, [20, 2]), (3, [1, 0]), (99, [1, 0]), ("x", [20, 20])])
def test_it_shows_twenty_passages_for_and_twenty_against(sides, page, shown):
    assert [len(side) for side in sides(page)] == shown


def test_it_puts_figures_before_words_and_contradiction_before_conditions(sides):
    supporting, contrary = sides(1)

    assert (supporting[0], contrary[0]) == ("Zebra crossings", "Zoo")


def test_it_shows_every_passage_once(sides):
    supporting = [title for page in (1, 2, 3) for title in sides(page)[0]]

    assert len(set(supporting)) == len(supporting) == 41


def test_it_counts_what_stands_on_other_pages(client, sides):
    text = words(client.get("/lessons/ask/?page=3"))

    assert "1 story points the other way; 21 set conditions; seen in 41 stories." in text
    assert "What speaks for it 41 passages" in text
    assert "against it 22 passages, figures before words All of them stand on the pages before." in text


def test_it_says_nothing_of_pages_where_there_is_one(client):
    EvidenceFactory(lesson=LessonFactory(slug="ask"))

    assert "passage" not in words(client.get("/lessons/ask/"))


def test_it_shows_the_best_evidenced_lessons_of_an_element_and_the_way_to_all(client):
    element = ElementFactory(slug="risks")
    lessons = [LessonFactory(sentence=f"Do thing {n}", elements=[element]) for n in range(21)]
    EvidenceFactory(lesson=lessons[7])

    response = client.get("/elements/risks/")

    shown = [title.get_text() for title in soup(response).select(".lesson-row-title")]
    assert (len(shown), shown[0]) == (20, "Do thing 7")
    assert links(response)["All 21 lessons"] == "/lessons/?element=risks"
    assert "21 lessons, with" in words(client.get("/lessons/?element=risks"))


def test_it_turns_the_pages_of_the_stories_that_the_source_names(client):
    element = ElementFactory(slug="risks")
    IllustrationFactory.create_batch(20, element=element)
    EvidenceFactory(story=IllustrationFactory(element=element, story__title="Zoo").story)

    pages = [soup(client.get(f"/elements/risks/?page={page}")).select(".story-line-title") for page in (1, 2)]

    assert [len(titles) for titles in pages] == [20, 1]
    assert pages[0][0].get_text() == "Zoo"
