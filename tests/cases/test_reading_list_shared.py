"""A list that somebody shared as an address, and a list to take along."""

import csv
from io import StringIO

import pytest
from django.test import Client

from cases.reading_list import COOKIE, MOST
from tests.factories import PlaceFactory, StoryFactory
from tests.reading import BROWSER, links, rows, soup, words

pytestmark = pytest.mark.django_db

SHARED = "/list/?story=cinema&story=bus&title=For+Tuesday"


@pytest.fixture(autouse=True)
def stories():
    """Stories to share."""
    where = PlaceFactory(name="Leeds")
    return [
        StoryFactory(
            slug="bus", title="The *bus*", summary="It came.", result="failed", year_from=1993, places=[where]
        ),
        *(StoryFactory(slug=slug, title=slug.capitalize()) for slug in ("cinema", "allotment", "depot", "ferry")),
    ]


@pytest.fixture
def reader():
    """Somebody with a list of their own."""
    client = Client()
    client.cookies[COOKIE] = "allotment"
    return client


def own(client):
    """The slugs on the reader's own list."""
    return client.cookies[COOKIE].value.split(".")


def keep(client, do="keep"):
    """The answer to keeping the shared list."""
    return client.post("/list/change/", {"do": do, "story": ["cinema", "bus"]}, follow=True)


def test_it_shows_a_shared_list_as_somebody_elses(reader):
    page = reader.get(SHARED)

    assert rows(page) == ["Cinema", "The *bus*"]
    assert "“For Tuesday”, a list that somebody shared" in words(page)
    assert own(reader) == ["allotment"]


def test_it_keeps_a_shared_list_where_there_is_none(client):
    assert rows(keep(client)) == ["Cinema", "The *bus*"]
    assert own(client) == ["cinema", "bus"]


def test_it_asks_before_it_replaces_a_list(reader):
    page = keep(reader)

    assert "You have a list of 1 story already" in words(page)
    assert own(reader) == ["allotment"]


def test_it_replaces_a_list_when_told_to(reader):
    keep(reader, "replace")

    assert own(reader) == ["cinema", "bus"]


def test_it_adds_a_shared_list_to_ones_own(reader):
    keep(reader, "add")

    assert own(reader) == ["allotment", "cinema", "bus"]


def test_it_asks_nothing_where_nothing_would_be_lost(reader):
    reader.cookies[COOKIE] = "bus"

    keep(reader)

    assert own(reader) == ["cinema", "bus"]


def test_it_makes_an_address_that_holds_the_list(reader):
    reader.cookies[COOKIE] = "cinema.bus"

    form = soup(reader.get("/list/")).select_one(".list-uses form")
    page = reader.get(SHARED)

    assert [field.get("value") for field in form.select("input[name=story]")] == ["cinema", "bus"]
    assert "This is your own list, as others see it." in words(page)
    assert soup(page).select_one("#list-address").get_text() == f"http://127.0.0.1:8000{SHARED}"


def test_it_says_what_a_shared_list_names_in_vain():
    page = words(BROWSER.get("/list/?story=nope&story=bus"))

    assert "left out: nope." in page


def test_it_says_how_many_stories_are_too_many():
    address = "/list/?" + "&".join(f"story=s-{n}" for n in range(MOST + 2)) + "&story=bus"

    assert "3 more in this address were left out." in words(BROWSER.get(address))


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "%00", "x" * 3000, "%ff"])
def test_it_shows_any_title_as_words(title):
    page = BROWSER.get(f"/list/?story=bus&title={title}")

    assert page.status_code == 200
    assert b"<script>alert" not in page.content
    assert len(soup(page).h1.get_text()) < 160


def test_it_compares_up_to_four_at_a_click():
    four = BROWSER.get("/list/?story=bus&story=cinema&story=depot&story=ferry")
    five = soup(BROWSER.get("/list/?story=bus&story=cinema&story=depot&story=ferry&story=allotment"))

    address = "/stories/compare/?story=bus&story=cinema&story=depot&story=ferry"
    assert links(four)["See these 4 stories side by side"] == address
    assert [box["value"] for box in five.select(".compare-choices input")][-1] == "allotment"


def test_it_gives_the_list_as_csv(reader):
    reader.cookies[COOKIE] = "cinema.bus"

    lines = list(csv.DictReader(StringIO(reader.get("/list.csv").getvalue().decode("utf-8-sig"))))

    assert [line["slug"] for line in lines] == ["cinema", "bus"]
    assert lines[1]["url"] == "http://127.0.0.1:8000/stories/bus/"


def test_it_gives_the_list_as_json():
    found = BROWSER.get("/list.json?story=cinema&story=nope&story=bus&title=For+Tuesday").json()

    assert [story["slug"] for story in found["results"]] == ["cinema", "bus"]
    assert (found["total"], found["missing"]) == (2, ["nope"])


def test_it_gives_the_list_as_a_reading_list_in_markdown():
    text = BROWSER.get("/list.md?story=bus&title=For+Tuesday").content.decode()

    assert text.startswith("# “For Tuesday”, a list that somebody shared\n")
    assert "1. **[The \\*bus\\*](http://127.0.0.1:8000/stories/bus/)**" in text
    assert "   Leeds · from 1993 · Failed\n\n   It came.\n" in text


def test_it_writes_an_empty_list_in_every_form():
    assert BROWSER.get("/list.json").json()["results"] == []
    assert BROWSER.get("/list.md").content.decode().startswith("# My list")
    assert len(BROWSER.get("/list.csv").getvalue().decode().splitlines()) == 1
