"""Collections: what editors put together, and the finder inside it."""

import pytest

from tests.factories import CollectionFactory, StoryFactory
from tests.reading import BROWSER, at, links, rows, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """A collection of three stories, in an order that no other order is; a fourth story is in none."""
    stories = [
        StoryFactory(slug="b", title="Bus", result="failed", tags=["rural"]),
        StoryFactory(slug="c", title="Cinema", result="mixed", tags=["rural"]),
        StoryFactory(slug="a", title="Allotment", result="failed"),
    ]
    StoryFactory(slug="d", title="Depot", result="failed")
    return CollectionFactory(slug="wheels", title="On wheels", introduction="Look *closely*.", stories=stories)


def read(**query):
    """The page of the collection."""
    return BROWSER.get("/collections/wheels/", query)


def sentence(page):
    """How many stories it shows, in words."""
    return soup(page).select_one("#finder-sentence").get_text()


def test_it_lists_collections_with_the_number_of_their_stories(bus):
    page = BROWSER.get("/collections/")

    assert links(page)["On wheels"] == "/collections/wheels/"
    assert "3 stories · chosen by Ada Okafor" in words(page)


def test_it_says_so_where_there_is_no_collection():
    assert "Nobody has put a collection together yet." in words(BROWSER.get("/collections/"))


def test_it_shows_the_stories_as_the_curator_put_them_with_the_notes(bus):
    page = read()

    assert rows(page) == ["Bus", "Cinema", "Allotment"]
    assert [note.get_text() for note in soup(page).select(".story-row-note")] == ["Why b.", "Why c.", "Why a."]
    assert soup(page).select_one(".prose em").get_text() == "closely"
    assert sentence(page) == "3 stories"


def test_it_narrows_its_own_stories(bus):
    page = read(result="failed")

    assert rows(page) == ["Bus", "Allotment"]
    assert sentence(page) == "2 stories that failed"


def test_it_counts_its_own_stories_beside_each_value(bus):
    counts = {
        option.input["value"]: option.select_one(".option-count").contents[0]
        for option in soup(read(result="mixed")).select("[data-facet=result] .option")
    }

    assert counts == {"failed": "2", "mixed": "1"}


def test_it_finds_words_in_its_own_stories(bus):
    assert rows(read(q="bus")) == ["Bus"]
    assert rows(read(q="depot")) == []


def test_it_takes_other_orders(bus):
    assert rows(read(sort="title")) == ["Allotment", "Bus", "Cinema"]


def test_it_stays_on_its_page_when_filters_come_and_go(bus):
    page = soup(read(result="failed", tag="rural"))

    assert [chip["href"] for chip in page.select(".chip")] == [
        "/collections/wheels/?tag=rural",
        "/collections/wheels/?result=failed",
    ]
    assert (
        page.select_one(".chip-clear")["href"]
        == page.select_one("form.finder-form")["action"]
        == "/collections/wheels/"
    )


def test_it_offers_no_other_collection(bus):
    page = read(collection="other")

    assert not soup(page).select("[data-facet=collection]")
    assert "left out: collection=other" in words(page)
    assert len(rows(page)) == 3


@pytest.mark.parametrize("kind", ["json", "csv", "atom"])
def test_it_gives_the_same_stories_to_take_along(bus, kind):
    twin = {"json": "JSON", "csv": "CSV", "atom": "Feed"}[kind]

    address = links(read(result="failed"))[twin]

    assert address == f"/stories.{kind}?result=failed&collection=wheels"
    assert {story["slug"] for story in at(address)["results"]} == {"a", "b"}


def test_it_leads_on_where_nothing_is_left(bus):
    page = read(result="mixed", q="bus")

    assert "Nothing in the library is all of this at once" in words(page)
    assert links(page)["Drop “bus”"] == "/collections/wheels/?result=mixed"


def test_it_answers_htmx_with_its_own_address(bus):
    page = BROWSER.get("/collections/wheels/?result=failed", headers={"HX-Request": "true"})

    assert page["HX-Push-Url"] == "/collections/wheels/?result=failed"
    assert b"<html" not in page.content
    assert rows(page) == ["Bus", "Allotment"]


def test_it_leaves_out_a_story_that_was_taken_back(bus):
    CollectionFactory(slug="gone", title="All gone", stories=[StoryFactory(retired=True)])

    page = BROWSER.get("/collections/gone/")

    assert rows(page) == []
    assert "None of its stories is published at the moment." in words(page)


def test_it_is_gone_when_it_was_taken_back():
    CollectionFactory(slug="old", title="Old wheels", retired=True)
    CollectionFactory(slug="new", draft=True)

    assert BROWSER.get("/collections/old/").status_code == 410
    assert BROWSER.get("/collections/new/").status_code == 404


def test_it_stands_on_the_pages_of_its_stories(bus):
    CollectionFactory(
        title="Old wheels", stories=list(bus.collected.first().story.__class__.objects.all()), retired=True
    )

    page = BROWSER.get("/stories/b/")

    assert links(page)["On wheels"] == "/collections/wheels/"
    assert "Old wheels" not in words(page)


def test_it_is_on_the_map_of_the_site(bus):
    assert "/collections/wheels/</loc>" in BROWSER.get("/sitemap.xml").content.decode()
