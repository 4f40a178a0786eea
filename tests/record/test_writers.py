"""Who wrote a story is named where the story is cited."""

import json

import pytest

from tests.factories import CreditFactory, StoryFactory
from tests.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """A story by two people, one of whom does not wish to be named."""
    story = StoryFactory(slug="bus", title="The night bus", ready=True)
    CreditFactory(story=story, name="Ada Okafor")
    CreditFactory(story=story, name="")
    return story


def test_it_names_who_wrote_it_on_the_page(client, bus):
    said = soup(client.get("/stories/bus/")).select_one(".cite-text").get_text()

    assert said.startswith("Ada Okafor. “The night bus.”")


def test_it_names_them_in_what_programs_read(client, bus):
    [item] = json.loads(client.get("/stories/bus/cite.json").content)

    assert item["author"] == [{"family": "Okafor", "given": "Ada"}]
