"""Typing in the search box: what may be meant."""

import pytest

from tests.factories import (
    EvidenceFactory,
    LeaderFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """A story with a name of every kind."""
    areas, places = (
        [PolicyAreaFactory(name="Transport", slug="transport")],
        [PlaceFactory(name="Leeds", slug="leeds")],
    )
    story = StoryFactory(title="The night bus", slug="night-bus", policy_areas=areas, places=places, tags=["Owls"])
    RoleFactory(story=story, leader=LeaderFactory(name="Ada Okafor", slug="ada"))
    ParticipationFactory(story=story, organisation=OrganisationFactory(name="Hill School", slug="hill"))
    EvidenceFactory(story=story, lesson__sentence="Ask drivers first", lesson__slug="ask-drivers")
    return story


def suggested(client, typed):
    """The suggestions: label, kind, address."""
    page = soup(client.get("/stories/-/suggestions/", query_params={"q": typed}))
    return [(*(word.get_text() for word in row.find_all("span")), row["data-url"]) for row in page.find_all("li")]


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("nig", ("The night bus", "Story", "/stories/night-bus/")),
        ("bus nig", ("The night bus", "Story", "/stories/night-bus/")),
        ("NIGHT", ("The night bus", "Story", "/stories/night-bus/")),
        ("oka", ("Ada Okafor", "Leader", "/stories/?leader=ada")),
        ("hill sch", ("Hill School", "Organisation", "/stories/?organisation=hill")),
        ("lee", ("Leeds", "Place", "/stories/?place=leeds")),
        ("trans", ("Transport", "Policy area", "/stories/?policy=transport")),
        ("owl", ("Owls", "Tag", "/stories/?tag=owls")),
        ("driv", ("Ask drivers first", "Lesson", "/stories/?lesson=ask-drivers")),
    ],
)
def test_it_suggests_what_starts_like_that(client, bus, typed, suggestion):
    assert suggestion in suggested(client, typed)


@pytest.mark.parametrize("typed", ["", "a", "?", " ", "zz", "\x00", "night unicorn", "[a-z]+", ".*", "(", "\\"])
def test_it_suggests_nothing(client, bus, typed):
    response = client.get("/stories/-/suggestions/", query_params={"q": typed})

    assert (response.status_code, suggested(client, typed)) == (200, [])


@pytest.mark.parametrize("typed", ["nig", "driv", "oka"])
def test_it_leads_somewhere(client, bus, typed):
    label, _kind, url = suggested(client, typed)[0]

    assert client.get(url).status_code == 200
    assert label in client.get(url).content.decode()


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("result=failed&sort=title&page=2", "/stories/?result=failed&place=leeds&sort=title"),
        ("place=leeds", "/stories/?place=leeds"),
        ("result=unknown&colour=green", "/stories/?place=leeds"),
    ],
)
def test_it_adds_a_value_to_the_filters_in_force(client, bus, query, address):
    StoryFactory(result="failed")

    page = soup(client.get(f"/stories/-/suggestions/?q=lee&{query}"))

    assert page.li["data-url"] == address


def test_it_does_not_suggest_drafts(client):
    StoryFactory(draft=True, title="The night bus")

    assert suggested(client, "night") == []


def test_it_suggests_few(client):
    StoryFactory.create_batch(30, title="The night bus")

    assert 0 < len(suggested(client, "night")) <= 11


def test_it_escapes_labels(client):
    StoryFactory(title="Night <script>alert(1)</script>")

    response = client.get("/stories/-/suggestions/?q=night")

    assert b"<script>" not in response.content
    assert suggested(client, "night")[0][0] == "Night <script>alert(1)</script>"
