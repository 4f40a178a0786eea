"""Pages of what stands in many stories: the best evidenced first, everything counted, a way to all."""

import pytest

from cases.models import Leader
from tests.factories import (
    CitationFactory,
    EvidenceFactory,
    LeaderFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    RoleFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

STORIES = 25


def many_parts():
    """A body in many stories."""
    body = OrganisationFactory(slug="one")
    return [ParticipationFactory(organisation=body, story__title=f"Story {n}").story for n in range(STORIES)]


def many_roles():
    """A person in many stories."""
    leader = LeaderFactory(slug="one")
    return [RoleFactory(leader=leader, story__title=f"Story {n}").story for n in range(STORIES)]


def many_stories():
    """A place of many stories."""
    places = [PlaceFactory(slug="one")]
    return [StoryFactory(title=f"Story {n}", places=places) for n in range(STORIES)]


MANY = {"organisations": many_parts, "leaders": many_roles, "places": many_stories}


@pytest.fixture(params=MANY)
def long(request, client):
    """A page of something in many stories, of which Story 7 alone has evidence: its noun and the answer."""
    EvidenceFactory(story=MANY[request.param]()[7])
    return request.param, client.get(f"/{request.param}/one/")


def test_it_shows_the_best_evidenced_stories(long):
    shown = [title.get_text() for title in soup(long[1]).select(".story-line-title")]

    assert len(shown) == 20
    assert "Story 7" in shown


def test_it_leads_to_as_many_stories_as_it_names(client, long):
    address = links(long[1])[f"All {STORIES} stories"]

    assert address == f"/stories/?{long[0].rstrip('s')}=one"
    assert client.get(address.replace("/stories/", "/stories.json")).json()["total"] == STORIES


def test_it_puts_the_best_evidenced_story_first(client):
    EvidenceFactory(story=many_stories()[7])

    assert soup(client.get("/places/one/")).select_one(".story-line-title").get_text() == "Story 7"


def test_it_leads_to_all_stories_where_all_are_shown(client):
    StoryFactory(places=[PlaceFactory(slug="one")])

    assert links(client.get("/places/one/"))["This story in the finder"] == "/stories/?place=one"


def test_it_counts_roles_and_realms_that_it_does_not_show(client):
    many_roles()
    RoleFactory(leader=Leader.objects.get(), realm="political", story__title="A story without evidence")

    text = words(client.get("/leaders/one/"))

    assert "What they did, in 26 roles" in text
    assert "Political" in text


def test_it_counts_every_story_of_a_place(client):
    many_stories()

    assert "25 stories happened here" in words(client.get("/places/one/"))


def test_it_turns_the_pages_of_the_places_within(client):
    PlaceFactory.create_batch(101, within=PlaceFactory(slug="one"))

    shown = [soup(client.get(f"/places/one/?page={page}")).select(".inline-list li") for page in (1, 2, 99)]

    assert [len(names) for names in shown] == [100, 1, 1]


def test_it_turns_the_pages_of_a_source_and_counts_all_of_it(client):
    source = SourceFactory(slug="one")
    CitationFactory.create_batch(101, source=source)

    response = client.get("/sources/one/?page=2")

    assert len(soup(response).select(".plain-list li")) == 1
    assert "Page 2 of 2" in words(response)
    assert links(response)["101 stories"] == "/stories/?source=one"
