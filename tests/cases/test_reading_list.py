"""A reader's own list: in a cookie of the browser, without an account and without scripts."""

import pytest
from django.test import Client

from cases.reading_list import COOKIE, MOST
from tests.factories import StoryFactory
from tests.reading import links, rows, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    """Three stories to put on a list."""
    return [StoryFactory(slug=slug, title=slug.capitalize()) for slug in ("bus", "cinema", "allotment")]


@pytest.fixture
def reader(stories):
    """Somebody with the three on their list."""
    client = Client()
    client.cookies[COOKIE] = "bus.cinema.allotment"
    return client


def change(client, do, *slugs):
    """The list after the change, as the browser shows it."""
    return client.post("/list/change/", {"do": do, "story": slugs}, follow=True)


def test_it_shows_the_list_in_its_order(reader):
    page = reader.get("/list/")

    assert rows(page) == ["Bus", "Cinema", "Allotment"]
    assert "3 stories, kept in this browser and nowhere else." in words(page)


def test_it_says_what_the_list_is_for_where_it_is_empty(client):
    page = client.get("/list/")

    assert "Nothing is on it yet." in words(page)
    assert {"/stories/", "/collections/"} <= set(links(page).values())


def test_it_leads_from_the_story_to_a_question_and_from_there_to_the_list(client, stories):
    ask = soup(client.get("/stories/bus/")).select_one(".story-head .list-add")["href"]

    assert "Add “Bus” to your list?" in words(client.get(ask))
    assert rows(change(client, "add", "bus")) == ["Bus"]
    assert "This story is on your list" in words(client.get(ask))


def test_it_offers_the_list_beside_every_story_that_is_found(client, stories):
    found = soup(client.get("/stories/")).select(".results-list .list-add")

    assert sorted(link["href"] for link in found) == ["/list/add/allotment/", "/list/add/bus/", "/list/add/cinema/"]


@pytest.mark.parametrize(
    ("do", "slug", "after"),
    [
        ("up", "cinema", ["Cinema", "Bus", "Allotment"]),
        ("down", "cinema", ["Bus", "Allotment", "Cinema"]),
        ("up", "bus", ["Bus", "Cinema", "Allotment"]),
        ("down", "allotment", ["Bus", "Cinema", "Allotment"]),
        ("remove", "bus", ["Cinema", "Allotment"]),
        ("add", "bus", ["Bus", "Cinema", "Allotment"]),
        ("up", "no-such-story", ["Bus", "Cinema", "Allotment"]),
        ("explode", "bus", ["Bus", "Cinema", "Allotment"]),
    ],
)
def test_it_changes_the_list(reader, do, slug, after):
    assert rows(change(reader, do, slug)) == after


def test_it_forgets_the_cookie_with_the_last_story(client, stories):
    change(client, "add", "bus")
    change(client, "remove", "bus")

    assert client.cookies[COOKIE].value == ""
    assert client.cookies[COOKIE]["max-age"] == 0


def test_it_keeps_a_plain_cookie_that_scripts_may_read(client, stories):
    change(client, "add", "bus")
    cookie = client.cookies[COOKIE]

    assert (cookie.value, cookie["path"], cookie["samesite"]) == ("bus", "/", "Lax")
    assert not cookie["httponly"]


def test_it_holds_forty_stories_and_says_so(client, stories):
    client.cookies[COOKIE] = ".".join(f"story-{n}" for n in range(MOST))

    assert "Your list is full" in words(client.get("/list/add/bus/"))
    assert client.post("/list/change/", {"do": "add", "story": "bus"}).cookies[COOKIE].value.count(".") == MOST - 1


def test_it_fits_forty_of_the_longest_names_into_one_cookie(client):
    slugs = [f"{n:080}" for n in range(MOST + 5)]

    kept = client.post("/list/change/", {"do": "add", "story": slugs}).cookies[COOKIE]

    assert kept.value.count(".") == MOST - 1
    assert len(kept.OutputString()) < 4096


def test_it_says_once_what_is_not_there_and_drops_it(reader):
    StoryFactory(slug="gone", title="The tram", retired=True)
    StoryFactory(slug="draft", title="Secret", draft=True)
    reader.cookies[COOKIE] = "bus.gone.draft.nope"

    page = words(reader.get("/list/"))

    assert "No longer published, and so no longer on this list: “The tram”." in page
    assert "There is no story of this name, and it was left out: draft, nope." in page
    assert "Secret" not in page
    assert reader.cookies[COOKIE].value == "bus"


@pytest.mark.parametrize(
    "cookie", ["", "....", "bus.bus", "../../etc", "<b>", "%00", "é.ü", "a" * 5000, '"bus', "bus;x=y", "\x01"]
)
@pytest.mark.parametrize("address", ["/list/", "/list.csv", "/list.json", "/list.md", "/list/add/bus/"])
def test_it_reads_whatever_a_cookie_holds(stories, cookie, address):
    client = Client(headers={"cookie": f"{COOKIE}={cookie}"})

    assert client.get(address).status_code == 200


def test_it_drops_from_the_cookie_what_is_no_name(reader):
    reader.cookies[COOKIE] = "bus.<b>.a%20b..é"

    change(reader, "add", "cinema", "<i>")

    assert reader.cookies[COOKIE].value == "bus.cinema"


def test_it_refuses_a_change_from_elsewhere(stories):
    assert Client(enforce_csrf_checks=True).post("/list/change/", {"do": "add", "story": "bus"}).status_code == 403


def test_it_asks_for_no_story_that_is_not_there(client):
    StoryFactory(slug="gone", retired=True)

    assert client.get("/list/add/nope/").status_code == 404
    assert client.get("/list/add/gone/").status_code == 410


@pytest.mark.parametrize(
    "address", ["/list/", "/list/?story=bus", "/list/add/bus/", "/list.csv", "/list.json", "/list.md"]
)
def test_it_is_kept_by_no_cache_and_listed_by_no_robot(reader, address):
    response = reader.get(address)

    assert "Cookie" in response["Vary"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("address", ["/", "/stories/", "/stories/bus/", "/collections/"])
def test_it_leaves_other_pages_the_same_for_everybody(reader, address):
    response = reader.get(address)

    assert response.content == Client().get(address).content
