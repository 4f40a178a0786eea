"""The gaps of a story, shown to readers as an invitation."""

import pytest
from django.urls import path

from cases import addresses
from civic import urls
from tests.factories import MeasureFactory, StoryFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db
TOLD = dict.fromkeys(("problem", "what_they_did", "what_changed", "what_went_wrong", "before_you_adapt_it"), "Text.")


@pytest.fixture
def read(client):
    """Opens the one story."""
    return lambda: client.get("/stories/bus/")


def gaps(response):
    """The line of gaps, where there is one."""
    found = soup(response).select_one(".story-blank")
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


def test_it_has_no_link_while_nobody_takes_suggestions(read):
    StoryFactory(slug="bus")

    assert "Suggest a change" not in links(read())


def test_it_leads_to_where_a_change_is_suggested(read, settings):
    class Wired:
        urlpatterns = [path("stories/<slug:slug>/suggest/", urls.civic.about, name="story-suggest"), *urls.urlpatterns]

    settings.ROOT_URLCONF = Wired
    StoryFactory(slug="bus")

    assert links(read())["Suggest a change"] == "/stories/bus/suggest/"
    addresses._path.cache_clear()


def test_it_says_why_a_story_has_no_place(read):
    StoryFactory(slug="bus", no_place="A comparison of two companies", year_from=1980)

    assert "Where and when A comparison of two companies, from 1980" in words(read())
