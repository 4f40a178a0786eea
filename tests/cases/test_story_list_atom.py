"""Following the list with a feed reader."""

from datetime import timedelta

import feedparser
import pytest

from tests.factories import FIRST_DAY, PolicyAreaFactory, StoryFactory

pytestmark = pytest.mark.django_db


def feed(client, query=""):
    """The feed as a reader has it."""
    return feedparser.parse(client.get(f"/stories.atom{query}").content)


@pytest.fixture
def three_stories():
    """Three stories of three days, the second told last."""
    for day, slug in ((1, "first"), (3, "last"), (2, "second")):
        StoryFactory(
            slug=slug,
            title=f"The {slug}",
            result="failed" if day > 1 else "mixed",
            first_published_at=FIRST_DAY + timedelta(days=day),
            last_published_at=FIRST_DAY + timedelta(days=day + 10),
            policy_areas=[PolicyAreaFactory(name=f"Area {slug}")],
        )


def test_it_is_well_formed(client, three_stories):
    found = feed(client)

    assert (found.bozo, found.version) == (False, "atom10")
    assert client.get("/stories.atom")["Content-Type"] == "application/atom+xml; charset=utf-8"


def test_it_has_the_newest_first(client, three_stories):
    assert [entry.title for entry in feed(client).entries] == ["The last", "The second", "The first"]


def test_it_has_the_newest_first_whatever_order_is_asked_for(client, three_stories):
    assert feed(client, "?sort=title").entries[0].title == "The last"


def test_it_tells_what_a_reader_needs(client, three_stories):
    entry = feed(client).entries[0]

    assert entry.link == entry.id == "http://127.0.0.1:8000/stories/last/"
    assert entry.summary == "Somebody tried something. (Failed)"
    assert (entry.published, entry.updated) == ("2026-01-04T12:00:00+00:00", "2026-01-14T12:00:00+00:00")
    assert [tag.term for tag in entry.tags] == ["Area last"]


def test_it_is_titled_with_the_sentence(client, three_stories):
    found = feed(client, "?result=failed")

    assert found.feed.title == "2 stories that failed · Civic Casebook"
    assert [link.href for link in found.feed.links] == [
        "http://127.0.0.1:8000/stories/?result=failed",
        "http://127.0.0.1:8000/stories.atom?result=failed",
    ]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?result=mixed", ["The first"]),
        ("?q=second", ["The second"]),
        ("?q=unicorn", []),
        ("?result=mixed&q=last", []),
    ],
)
def test_it_narrows_like_the_page(client, three_stories, query, titles):
    assert [entry.title for entry in feed(client, query).entries] == titles


def test_it_has_fifty_entries_at_most(client):
    StoryFactory.create_batch(55)

    assert len(feed(client).entries) == 50


@pytest.mark.parametrize("words", ["\x01bus", "bus\x0b", "\ufffebus", "<b>bus</b>", "bus & co", "]]>bus"])
def test_it_is_well_formed_whatever_is_searched_for(client, words):
    response = client.get("/stories.atom", query_params={"q": words})

    assert response.status_code == 200
    assert feedparser.parse(response.content).bozo is False


@pytest.mark.parametrize("pasted", ["One\x0btwo", "One\x01two", "One\uffffttwo"])
def test_it_is_well_formed_whatever_was_pasted_into_a_story(client, pasted):
    StoryFactory(title=pasted, summary=pasted, policy_areas=[PolicyAreaFactory(name=pasted)])

    found = feed(client)

    assert found.bozo is False
    assert found.entries[0].title.startswith("One")


def test_it_escapes_titles(client):
    StoryFactory(title="<script>alert(1)</script>")

    assert feed(client).entries[0].title_detail.type == "text/plain"
    assert b"<script>" not in client.get("/stories.atom").content


@pytest.mark.parametrize("address", ["/", "/stories/"])
def test_it_is_linked(client, address):
    assert b'/stories.atom"' in client.get(address).content
