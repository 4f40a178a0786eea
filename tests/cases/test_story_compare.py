"""Setting two to four stories side by side."""

import pytest

from tests.factories import (
    LeaderFactory,
    MeasureFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

ADDRESS = "/stories/compare/"


def compared(client, *slugs, **more):
    """The page with these stories."""
    return client.get(ADDRESS, query_params={"story": slugs, **more})


def row(response, label):
    """The cells of the row with that heading, in the order of the stories."""
    heads = soup(response).select(".compare th[scope=row]")
    found = next(head for head in heads if head.get_text() == label)
    return [" ".join(cell.get_text(" ").split()) for cell in found.parent.find_all("td")]


def columns(response):
    """The titles at the heads of the columns."""
    return [head.get_text() for head in soup(response).select(".compare thead .compare-title")]


def offered(response):
    """The titles of the stories that may be added, with the addresses that add them."""
    return {link.get_text(): link["href"] for link in soup(response).select(".compare-offers a")}


@pytest.fixture
def two():
    """A story in Kirklees and one of which nothing but the title is told."""
    place = PlaceFactory(name="Kirklees", kind="borough", setting="mixed")
    told = StoryFactory(
        slug="a",
        title="Apples",
        places=[place],
        year_from=1993,
        level="systemic",
        novelty="radical",
        driver="policy",
        what_they_did="They planted *trees*.",
        before_you_adapt_it="Mind the frost.",
    )
    return told, StoryFactory(slug="b", title="Bees", result="failed")


def test_it_works(client, two):
    response = compared(client, "a", "b")

    assert response.status_code == 200
    assert columns(response) == ["Apples", "Bees"]


def test_it_keeps_the_order_of_the_address(client, two):
    assert columns(compared(client, "b", "a")) == ["Bees", "Apples"]


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("Result", ["Succeeded", "Failed"]),
        ("Place", ["Kirklees", "not told"]),
        ("Kind and setting", ["Borough, mixed, United Kingdom", "not told"]),
        ("Years", ["from 1993", "not told"]),
        ("Level", ["Systemic", "not told"]),
        ("Novelty", ["Radical", "not told"]),
        ("What drove it", ["Policy", "not told"]),
        ("Led by", ["not told", "not told"]),
        ("What they did", ["They planted trees .", "not told"]),
        ("Before you adapt it", ["Mind the frost.", "not told"]),
        ("Political", ["nobody told of", "nobody told of"]),
        ("Outcome", ["none", "none"]),
    ],
)
def test_it_sets_what_is_told_beside_what_is_not(client, two, label, cells):
    assert row(compared(client, "a", "b"), label) == cells


def test_it_says_which_body_led(client, two):
    force = OrganisationFactory(name="Yard", kind="police-force")
    ParticipationFactory(story=two[0], organisation=force)
    ParticipationFactory(story=two[1], organisation=force, part="partner")

    assert row(compared(client, "a", "b"), "Led by") == ["Yard (police force)", "not told"]


def test_it_says_who_acted_realm_by_realm(client, two):
    RoleFactory(story=two[0], group="The crews", realm="managerial", part="took-part")
    RoleFactory(story=two[0], leader=LeaderFactory(name="Ada"), group="", realm="managerial", part="led")
    response = compared(client, "a", "b")

    assert row(response, "Managerial and professional") == ["Ada led The crews took part", "nobody told of"]
    assert row(response, "Who led together") == ["Managerial alone", "not told"]


def test_it_sets_measures_beside_one_another(client, two):
    MeasureFactory(story=two[0], indicator="Fruit", target="25", result="3", unit="per cent")
    MeasureFactory(story=two[1], indicator="Hives", kind="output", result="9")
    response = compared(client, "a", "b")

    assert row(response, "Outcome") == ["Fruit Before not given Target 25 per cent Result 3 per cent", "none"]
    assert row(response, "Output") == ["none", "Hives Before not given Target none given Result 9"]


def test_it_takes_a_story_out_by_a_link(client, two):
    StoryFactory(slug="c", title="Corn")
    remove = soup(compared(client, "a", "b", "c")).find("a", attrs={"aria-label": "Remove “Bees”"})

    assert columns(client.get(remove["href"])) == ["Apples", "Corn"]


def test_it_swaps_a_story_by_two_links(client, two):
    StoryFactory(slug="c", title="Corn")
    swap = soup(compared(client, "a", "b")).find("a", attrs={"aria-label": "Swap “Apples” for another story"})
    choosing = client.get(swap["href"])

    assert "What should stand in the place of “Apples”?" in words(choosing)
    assert columns(client.get(offered(choosing)["Corn"])) == ["Corn", "Bees"]


def test_it_leads_from_a_story_to_others_like_it(client, two):
    StoryFactory(slug="c", title="Corn", driver="policy")
    one = client.get(links(client.get("/stories/a/"))["Compare with another story"])

    assert "Choose a story to set beside it" in words(one)
    assert columns(client.get(offered(one)["Corn"])) == ["Apples", "Corn"]


def test_it_finds_a_story_to_add_by_words(client, two):
    found = compared(client, "a", find="bees")

    assert list(offered(found)) == ["Bees"]
    assert [field["value"] for field in soup(found).select("form.search input[name=story]")] == ["a"]


def test_it_suggests_what_to_do_when_nothing_matches(client, two):
    nothing = compared(client, "a", find="zzz")

    assert "No other story mentions “zzz”" in words(nothing)
    assert links(nothing)["See what is offered"] == "/stories/compare/?story=a#choose"


def test_it_offers_stories_where_none_is_chosen(client, two):
    empty = compared(client)

    assert "Choose a first story" in words(empty)
    assert offered(empty)["Bees"] == "/stories/compare/?story=b"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["a", "b", "nope"], "There is no story “nope”."),
        (["a", "b", "draft"], "There is no story “draft”."),
        (["a", "b", "gone"], "“Gone” has been taken back by its editors."),
        (["a", "b", "a"], "The address names “Apples” more than once. It stands here once."),
    ],
)
def test_it_says_what_of_the_address_it_cannot_show(client, two, asked, said):
    StoryFactory(slug="gone", title="Gone", retired=True)
    StoryFactory(slug="draft", title="Secret", draft=True)
    response = compared(client, *asked)

    assert said in words(response)
    assert "Secret" not in words(response)
    assert columns(response) == ["Apples", "Bees"]


def test_it_shows_four_and_says_what_it_leaves_out(client):
    stories = [StoryFactory(slug=f"s{n}", title=f"Story number {n}") for n in range(6)]
    response = compared(client, *(story.slug for story in stories))

    assert len(columns(response)) == 4
    assert "Four stories fit side by side. These were left out: s4, s5." in words(response)
    assert "Four stories are the most" in words(response)
    assert offered(response) == {}


def test_it_is_one_of_the_ways_to_explore(client):
    assert links(client.get("/explore/"))["Compare stories"] == ADDRESS
