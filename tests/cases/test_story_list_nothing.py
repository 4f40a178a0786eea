"""Finding nothing: what the page suggests, and that each suggestion leads somewhere."""

import pytest

from tests.factories import PolicyAreaFactory, StoryFactory
from tests.reading import at, finder, links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_stories():
    """Two about recycling, of which one failed; one about policing."""
    green = PolicyAreaFactory(slug="environment", name="Environment")
    safe = PolicyAreaFactory(slug="policing", name="Policing")
    StoryFactory(title="Recycling in Kirklees", result="failed", policy_areas=[green])
    StoryFactory(title="Recycling again", policy_areas=[green])
    StoryFactory(title="Cautions", policy_areas=[safe])


def steps(response):
    """The steps that the page suggests: label, address, and the count beside it."""
    found = soup(response).select(".nothing-steps li")
    return [(step.a.get_text(), step.a["href"], step.select_one(".meta")) for step in found]


def counts(response):
    """The count beside each step, and how many stories there are behind it."""
    counted = [(url, int(meta.get_text().split()[0])) for _label, url, meta in steps(response) if meta]
    return [(count, at(url)["total"]) for url, count in counted]


def test_it_suggests_what_to_do_when_nothing_matches(client, three_stories):
    response = client.get("/stories/?q=recycling&policy=policing&result=failed")

    assert "Nothing in the library is all of this at once" in words(response)
    assert "See the whole library" in links(response)
    assert links(response)["Start from a question instead"] == "/questions/"


@pytest.mark.parametrize(
    "query",
    [
        "q=recycling&policy=policing",
        "policy=policing&result=failed",
        "q=recycling&policy=policing&result=failed",
        "q=unicorn",
        "q=unicorn&result=failed",
    ],
)
def test_it_counts_what_each_step_would_show(client, three_stories, query):
    pairs = counts(client.get(f"/stories/?{query}"))

    assert pairs
    assert [told for told, _shown in pairs] == [shown for _told, shown in pairs]
    assert all(shown for _told, shown in pairs)


def test_it_puts_the_most_promising_step_first(client, three_stories):
    response = client.get("/stories/?q=recycling&policy=policing")

    assert [label for label, _url, _count in steps(response)] == [
        "Drop policy area: Policing",
        "Drop “recycling”",
        "See the whole library",
        "Be told by mail when there is one",
        "Start from a question instead",
    ]
    assert [told for told, _shown in counts(response)] == [2, 1, 3]


def test_it_offers_each_step_once(client, three_stories):
    found = steps(client.get("/stories/?q=unicorn"))

    assert len({url for _label, url, _count in found}) == len(found)


def test_it_leads_out_of_an_empty_library(client):
    response = client.get("/stories/")

    assert soup(response).h1.get_text() == "No stories"
    assert links(response)["Start from a question instead"] == "/questions/"


def test_it_keeps_the_chosen_filters_where_nothing_matches(client, three_stories):
    page = soup(client.get("/stories/?policy=policing&result=failed"))

    assert len(page.select(".chips a.chip")) == 2
    assert [box["value"] for box in page.select("input[checked]")] == ["policing", "failed"]


@pytest.mark.parametrize(
    ("typed", "better", "found"),
    [
        ("recyling", "recycling", 2),
        ("recycilng", "recycling", 2),
        ("Kirkless", "kirklees", 1),
        ("cautoins", "cautions", 1),
        ("recyling Kirklees", "recycling Kirklees", 1),
    ],
)
def test_it_suggests_a_better_spelling(client, three_stories, typed, better, found):
    response = client.get("/stories/", query_params={"q": typed})

    assert f"Did you mean {better} ?" in words(response)
    assert at(links(response)[better])["total"] == found


@pytest.mark.parametrize("typed", ["unicorn", "zzzzzz", "xx", "-recyling recycling kirklees cautions"])
def test_it_suggests_no_spelling_where_nothing_is_near(client, three_stories, typed):
    response = client.get("/stories/", query_params={"q": typed})

    assert "Did you mean" not in words(response)


def test_it_suggests_no_spelling_that_finds_nothing_either(client, three_stories):
    response = client.get("/stories/?q=recyling&policy=policing")

    assert "Did you mean" not in words(response)


def test_it_corrects_nothing_where_something_is_found(three_stories, client):
    assert finder({"q": "recycling"})["total"] == 2
    assert "Did you mean" not in words(client.get("/stories/?q=recycling"))
