"""The gaps of a story, shown to readers as an invitation."""

import pytest

from tests.factories import MeasureFactory, StoryFactory
from tests.reading import soup, words

pytestmark = pytest.mark.django_db
TOLD = dict.fromkeys(("problem", "what_they_did", "what_changed", "what_went_wrong", "before_you_adapt_it"), "Text.")


@pytest.fixture
def read(client):
    """Opens the one story."""
    return lambda: client.get("/stories/bus/")


def gaps(response):
    """The line of gaps, where there is one, without the ways to fill them."""
    found = soup(response).select_one("p.story-blank")
    [link.extract() for link in found.select("a")] if found else []
    return found and " ".join(found.get_text(" ").split())


def test_it_names_the_first_two_gaps(read):
    StoryFactory(slug="bus", **TOLD)

    assert gaps(read()) == "This story gives no figure for what came of it. This story does not say when it happened."


def test_it_says_where_only_what_was_done_is_counted(read):
    story = StoryFactory(slug="bus", year_from=1993, **TOLD)
    MeasureFactory(story=story, kind="output")

    assert gaps(read()).startswith("This story counts what was done, not what changed for people.")


def test_it_asks_nothing_of_a_mention(read):
    StoryFactory(slug="bus", depth="mention")

    assert gaps(read()) is None


def test_it_is_no_score(read):
    StoryFactory(slug="bus")

    assert "per cent" not in words(read())
    assert soup(read()).select("progress, meter") == []


def test_it_leads_to_where_each_gap_is_filled(read, client):
    StoryFactory(slug="bus", **TOLD)

    asked = [link["href"] for link in soup(read()).select(".story-blank a[href*=suggest]")][:2]

    assert asked == ["/stories/bus/suggest/?field=measures", "/stories/bus/suggest/?field=year_from"]
    chosen = [soup(client.get(address)).select_one("#id_part option[selected]").get_text() for address in asked]
    assert chosen == ["A figure", "A date or a place"]


def test_it_says_why_a_story_has_no_place(read):
    StoryFactory(slug="bus", no_place="A comparison of two companies", year_from=1980)

    assert "Where and when A comparison of two companies, from 1980" in words(read())
