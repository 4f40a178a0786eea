"""Ordering the list, and turning its pages."""

from datetime import timedelta

import pytest

from tests.factories import FIRST_DAY, EvidenceFactory, StoryFactory
from tests.reading import every, finder, found, rows, soup

pytestmark = pytest.mark.django_db

SORTS = ["relevance", "evidence", "title", "newest", "updated"]


@pytest.fixture
def three_stories():
    """Three stories that stand differently in every order."""
    days = [FIRST_DAY + timedelta(days=n) for n in range(3)]
    a = StoryFactory(slug="a", title="The apple", first_published_at=days[1], last_published_at=days[1])
    b = StoryFactory(slug="b", title="Éclair", first_published_at=days[2], last_published_at=days[2])
    c = StoryFactory(slug="c", title="banana", first_published_at=days[0], last_published_at=days[2] + timedelta(1))
    EvidenceFactory(story=b)
    EvidenceFactory(story=c)
    EvidenceFactory(story=c, stance="contradicts")
    return a, b, c


@pytest.fixture
def fifty_twins():
    """Fifty stories that tie in every order but that of their slugs."""
    return [StoryFactory(slug=f"twin-{n:02}", title="Twins", summary="One of fifty.") for n in range(50)]


@pytest.mark.parametrize(
    ("sort", "slugs"),
    [
        ("evidence", ["c", "b", "a"]),
        ("title", ["a", "c", "b"]),
        ("newest", ["b", "a", "c"]),
        ("updated", ["c", "b", "a"]),
        ("", ["c", "b", "a"]),
        ("relevance", ["c", "b", "a"]),
        ("loudest", ["c", "b", "a"]),
    ],
)
def test_it_stands_in_order(three_stories, sort, slugs):
    assert found({"sort": sort}) == slugs


def test_it_puts_the_best_match_first_where_words_are_asked_for(three_stories):
    StoryFactory(slug="d", title="Banana banana", summary="Banana.")

    assert found({"q": "banana"}) == ["d", "c"]


def test_it_offers_the_best_match_only_for_words(client, three_stories):
    plain, worded = client.get("/stories/"), client.get("/stories/?q=banana")

    assert "relevance" not in [option["value"] for option in soup(plain).select("#sort option")]
    assert soup(worded).select_one("#sort option[selected]").get_text() == "Best match"


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("words", ["", "fifty"])
def test_it_shows_each_story_once_over_all_pages(fifty_twins, sort, words):
    slugs = every({"sort": sort, "q": words})

    assert sorted(slugs) == [story.slug for story in fifty_twins]


@pytest.mark.parametrize("sort", SORTS)
def test_it_keeps_its_order_from_one_request_to_the_next(fifty_twins, sort):
    assert every({"sort": sort}) == every({"sort": sort})


def test_it_turns_pages(client, fifty_twins):
    page = soup(client.get("/stories/?page=2&sort=title")).select_one(".pagination")

    assert [link["href"] for link in page.find_all("a")] == [
        "/stories/?sort=title",
        "/stories/?sort=title&page=3",
    ]
    assert "Page 2 of 3" in page.get_text()


def test_it_numbers_the_stories_on_from_the_page_before(client, fifty_twins):
    page = soup(client.get("/stories/?page=3"))

    assert page.select_one(".results-list")["start"] == "41"
    assert len(page.select(".story-row")) == 10


@pytest.mark.parametrize("page", [4, 99, 9999999])
def test_it_shows_the_last_page_where_one_behind_it_is_asked_for(client, fifty_twins, page):
    state = finder({"page": page, "sort": "title"})

    assert (state["page"], state["pages"], len(state["results"])) == (3, 3, 10)


@pytest.mark.parametrize("page", ["0", "-3", "1.5", "nine", "", "9" * 400, "²", "٣٣٣٣٣٣٣٣٣"])
def test_it_shows_the_first_page_for_a_page_that_is_no_number(fifty_twins, page):
    assert finder({"page": page})["page"] == 1


def test_it_goes_back_to_the_first_page_when_a_filter_is_chosen(fifty_twins):
    option = finder({"page": 3})["facets"]["result"][0]

    assert "page" not in option["url"]


def test_it_shows_no_pages_where_there_is_one(client, three_stories):
    response = client.get("/stories/")

    assert soup(response).select_one(".pagination") is None
    assert len(rows(response)) == 3
