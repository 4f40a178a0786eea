"""Taking the list away as JSON."""

import pytest

from cases.facets import FACETS
from tests.factories import StoryFactory
from tests.reading import finder

pytestmark = pytest.mark.usefixtures("shelf")


def test_it_works(client):
    response = client.get("/stories.json")

    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    assert response["Access-Control-Allow-Origin"] == "*"


def test_it_has_exactly_the_keys_that_others_build_on():
    state = finder({"q": "year"})

    assert list(state) == ["sentence", "total", "page", "pages", "ignored", "results", "facets"]
    assert list(state["results"][0]) == ["slug", "title", "summary", "url", "result", "updated"]
    assert list(state["facets"]) == [facet.key for facet in FACETS]
    assert list(state["facets"]["result"][0]) == ["value", "label", "count", "selected", "url"]


def test_it_tells_the_page():
    state = finder({"page": "2", "sort": "title"})

    assert (state["total"], state["page"], state["pages"], len(state["results"])) == (40, 2, 2, 20)
    assert state["sentence"] == "40 stories"


def test_it_gives_whole_addresses(settings):
    settings.SITE_URL = "https://casebook.example.org"

    state = finder({"result": "failed"})

    assert state["results"][0]["url"] == f"https://casebook.example.org/stories/{state['results'][0]['slug']}/"
    assert state["facets"]["tag"][0]["url"].startswith("https://casebook.example.org/stories/?result=failed&tag=")


def test_it_narrows_like_the_page():
    state = finder({"result": "failed", "level": "systemic", "sort": "title"})

    assert {story["result"] for story in state["results"]} == {"failed"}
    assert state["total"] == len(state["results"])


def test_it_names_what_it_left_out():
    assert finder({"colour": "green", "result": "wonderful"})["ignored"] == [
        "colour=green",
        "result=wonderful",
    ]


def test_it_keeps_a_chosen_value_that_counts_nothing():
    state = finder({"result": "failed", "measure": "output", "q": "unicorn"})

    assert [(o["value"], o["count"]) for o in state["facets"]["result"]] == [("failed", 0)]


def test_it_keeps_letters_as_they_are(client, real_accents):
    assert "Café “élite”" in client.get("/stories.json?q=elite").content.decode()


@pytest.fixture
def real_accents(shelf):
    """A story whose title has more than ASCII in it, gone after the test."""
    story = StoryFactory(title="Café “élite”")
    yield story
    story.delete()
