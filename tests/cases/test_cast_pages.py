"""Reading about who took part, where, and in which publication: bodies, people, places, sources."""

import pytest

from tests.factories import (
    CitationFactory,
    EvidenceFactory,
    FrameworkFactory,
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

NOUNS = {
    "organisations": OrganisationFactory,
    "leaders": LeaderFactory,
    "places": PlaceFactory,
    "sources": SourceFactory,
}


@pytest.fixture(params=NOUNS.items(), ids=NOUNS)
def noun(request):
    """Each noun of the cast, with its factory."""
    return request.param


def test_it_lists_what_is_published(client, noun):
    name, factory = noun
    shown, _draft, _gone = factory(slug="shown"), factory(draft=True), factory(retired=True)

    listed = links(client.get(f"/{name}/"))

    assert {url for url in listed.values() if url.startswith(f"/{name}/")} == {f"/{name}/shown/"}
    assert str(shown) in listed


def test_it_lists_by_name(client, noun):
    name, factory = noun
    field = "title" if name == "sources" else "name"
    records = [factory(**{field: f"{letter} record"}) for letter in "CAB"]

    listed = [label for label in links(client.get(f"/{name}/")) if "record" in label]

    assert listed == sorted(str(record) for record in records)


def test_it_lists_people_by_their_last_name(client):
    people = ["Zoe Adams", "Ludwig van Beethoven", "Cher", "Ann de la Cruz", "Bob Cruz", "Ann Zell"]
    [LeaderFactory(name=name) for name in reversed(people)]

    assert [label for label in links(client.get("/leaders/")) if label in people] == people


def test_it_counts_a_story_once_for_a_person_with_two_roles_in_it(client):
    role = RoleFactory(leader=LeaderFactory(), realm="political")
    RoleFactory(leader=role.leader, story=role.story, realm="community")
    RoleFactory(leader=role.leader, story__draft=True, realm="managerial")

    text = words(client.get("/leaders/"))

    assert "Political · Community and business · " in text
    assert "· 1 story" in text


def test_it_suggests_what_to_do_when_nothing_is_listed(client, noun):
    assert links(client.get(f"/{noun[0]}/"))["See the stories"] == "/stories/"


@pytest.mark.parametrize(("page", "number"), [("", 1), ("2", 2), ("99", 2), ("nine", 1), ("-1", 2), ("0", 2)])
def test_it_turns_the_pages_of_a_long_list(client, noun, page, number):
    name, factory = noun
    factory.create_batch(61)

    assert f"Page {number} of 2" in words(client.get(f"/{name}/?page={page}"))


def test_it_opens_a_page(client, noun):
    name, factory = noun
    record = factory(slug="one")

    assert soup(client.get(f"/{name}/one/")).h1.get_text() == str(record)


def test_it_is_not_there_for_a_draft(client, noun):
    noun[1](slug="one", draft=True)

    assert client.get(f"/{noun[0]}/one/").status_code == 404


def test_it_is_gone_where_it_was_taken_back(client, noun):
    record = noun[1](slug="one", retired=True)

    response = client.get(f"/{noun[0]}/one/")

    assert (response.status_code, f"“{record}” was published here once" in words(response)) == (410, True)


def test_it_escapes_names(client, noun):
    name, factory = noun
    factory(**{"slug": "one", "title" if name == "sources" else "name": "<script>alert(1)</script>"})

    assert b"<script>alert" not in client.get(f"/{name}/").content + client.get(f"/{name}/one/").content


def test_it_leaves_out_stories_that_readers_may_not_see(client, noun):
    place, source = PlaceFactory(slug="one"), SourceFactory(slug="one")
    story = StoryFactory(draft=True, title="A draft", places=[place])
    RoleFactory(story=story, leader=LeaderFactory(slug="one"), organisation=OrganisationFactory(slug="one"))
    CitationFactory(story=story, source=source)

    assert "A draft" not in words(client.get(f"/{noun[0]}/one/")) + words(client.get(f"/{noun[0]}/"))


def test_it_shows_the_parts_of_a_body_and_who_acted_for_it(client):
    body = OrganisationFactory(slug="hill", kind="school", place=PlaceFactory(name="Leeds"), about="An *old* school.")
    ParticipationFactory(organisation=body, story__title="The night bus", part="funder")
    RoleFactory(
        organisation=body,
        leader=LeaderFactory(name="Ann Lee"),
        job_title="Head",
        part="led",
        story__title="Ink",
    )

    text = words(client.get("/organisations/hill/"))

    assert "School · Leeds An old school. Its parts in stories The night bus Funder" in text
    assert "Who acted for it Ann Lee , Head led · Ink" in text


def test_it_counts_the_stories_of_a_body(client):
    body = OrganisationFactory()
    ParticipationFactory(organisation=body)
    ParticipationFactory(organisation=body, story__draft=True)

    assert "Council · 1 story" in words(client.get("/organisations/"))


def test_it_shows_what_somebody_did_and_in_which_realms(client):
    ann = LeaderFactory(slug="ann", about="She *began* it.")
    body = OrganisationFactory(name="Hill School")
    piloted = {"realm": "managerial", "part": "led", "stage": "pilot", "job_title": "Head", "note": "Alone."}
    RoleFactory(leader=ann, organisation=body, **piloted)
    RoleFactory(leader=ann, realm="political", part="opposed")

    text = words(client.get("/leaders/ann/"))

    assert "Political Managerial and professional She began it. What they did, in 2 roles" in text
    assert "led trying it out" in text
    assert "Alone. Hill School" in text


def test_it_shows_the_stories_of_a_place_and_of_what_lies_within(client):
    county = PlaceFactory(slug="county", name="Yorkshire", kind="county", setting="mixed")
    city = PlaceFactory(name="Leeds", slug="leeds", within=county)
    OrganisationFactory(name="County Hall", place=county)
    StoryFactory(title="The night bus", places=[PlaceFactory(within=city)])

    text = words(client.get("/places/county/"))

    assert "County · United Kingdom · mixed 1 story happened here The night bus" in text
    assert "Places within it Leeds Bodies that sit here County Hall" in text
    assert links(client.get("/places/leeds/"))["Yorkshire"] == "/places/county/"


def test_it_shows_what_a_source_allows_and_carries(client):
    source = SourceFactory(slug="buses", title="Buses", authors="A. Lee", year=1998, licence="All rights reserved")
    story = StoryFactory(title="The night bus")
    CitationFactory(story=story, source=source, section="At night")
    EvidenceFactory(story=story, source=source)
    FrameworkFactory(title="The elements", source=source)

    text = words(client.get("/sources/buses/"))

    assert "A. Lee, 1998 Licence All rights reserved Quotations None" in text
    assert "It carries 1 story , 1 piece of evidence" in text
    assert "Lenses that it offers The elements Where in it the stories stand At night The night bus" in text
