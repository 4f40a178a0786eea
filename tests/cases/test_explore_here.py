"""Would it work here: what is alike, what differs and what is not told, never a score."""

import pytest

from tests.factories import (
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

ADDRESS = "/explore/would-it-work-here/"


def answers(client, **said):
    """For each story the three lists: alike, differs, not told."""
    page = soup(client.get(ADDRESS, query_params=said))
    return {found.h3.get_text(): lists(found) for found in page.select(".here-answers .here-answer")}


def lists(found):
    """The lists of one answer."""
    alike, differs = ([li.get_text() for li in found.select(f".here-{name} li")] for name in ("alike", "differs"))
    untold = found.select_one(".here-untold")
    return alike, differs, untold.get_text().removeprefix("Not told: ").rstrip(".") if untold else ""


@pytest.fixture
def told():
    """A story of which every thing is told that can be compared."""
    city = PlaceFactory(name="Newcastle", kind="city")
    place = PlaceFactory(
        name="Walker", kind="borough", setting="urban", within=city, population=12_000, population_year=1991
    )
    story = StoryFactory(
        title="Told", places=[place], level="systemic", driver="policy", before_you_adapt_it="Mind it."
    )
    ParticipationFactory(story=story, organisation=OrganisationFactory(kind="council"))
    ParticipationFactory(story=story, organisation=OrganisationFactory(kind="school"), part="partner")
    RoleFactory(story=story, realm="political", part="led")
    return story


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("body", "council", "A council led it, too"),
        ("place", "borough", "It happened in a borough, too: Walker"),
        ("place", "city", "It happened inside a city: Newcastle"),
        ("setting", "urban", "The place is urban, too"),
        ("country", "gb", "The same country: United Kingdom"),
        ("size", "10000-50000", "Walker had about as many people: 12,000 (1991)"),
        ("level", "systemic", "The change was systemic, too"),
        ("mandate", "above", "It was asked for from above, too"),
        ("mandate", "elected", "Politicians were among those who led it, too"),
    ],
)
def test_it_says_what_is_alike(client, told, name, value, sentence):
    assert answers(client, **{f"my-{name}": value}) == {"Told": ([sentence], [], "")}


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("body", "police-force", "A council led it, not a police force"),
        ("body", "school", "A council led it; a school took part"),
        ("place", "county", "It happened in a borough (Walker), not in a county"),
        ("setting", "rural", "The place is urban, not rural"),
        ("country", "us", "Another country: United Kingdom"),
        ("size", "under-10000", "Walker was larger: 12,000 people (1991)"),
        ("size", "over-2000000", "Walker was smaller: 12,000 people (1991)"),
        ("level", "individual", "The change was systemic, not individual"),
        ("mandate", "staff", "It was driven by policy, not by staff or the profession"),
        ("mandate", "users", "It was driven by policy, not by users or the community"),
    ],
)
def test_it_says_what_differs(client, told, name, value, sentence):
    assert answers(client, **{f"my-{name}": value}) == {"Told": ([], [sentence], "")}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("body", "council", "which body led it"),
        ("place", "city", "where it happened"),
        ("setting", "urban", "whether the place is urban or rural"),
        ("country", "gb", "the country"),
        ("size", "under-10000", "how many people live there"),
        ("level", "systemic", "how far the change reached"),
        ("mandate", "above", "what drove it"),
        ("mandate", "elected", "who led it"),
        ("mandate", "nobody", "what drove it"),
    ],
)
def test_it_says_what_is_not_told(client, name, value, words):
    StoryFactory(title="Bare")

    assert answers(client, **{f"my-{name}": value}) == {"Bare": ([], [], words)}


def test_it_compares_with_somebody_whom_nobody_carries(client, told):
    assert answers(client, **{"my-mandate": "nobody"})["Told"][1] == [
        "It was driven by policy; you have nobody yet",
        "Politicians were among those who led it; you have nobody yet",
    ]


def test_it_says_that_no_politician_led(client):
    RoleFactory(story=StoryFactory(title="Told"), realm="managerial", part="led")

    assert answers(client, **{"my-mandate": "elected"})["Told"][1] == [
        "It was led by managerial leaders alone, with no politician among them"
    ]


@pytest.mark.parametrize(
    ("driver", "mandate", "sentence"),
    [
        ("profession", "staff", "It was driven by the profession, too"),
        ("user", "users", "It was driven by users, too"),
    ],
)
def test_it_knows_by_whom_it_was_driven(client, driver, mandate, sentence):
    StoryFactory(title="Told", driver=driver)

    assert answers(client, **{"my-mandate": mandate})["Told"][0] == [sentence]


def test_it_does_not_take_a_nation_around_a_place_for_a_likeness(client):
    land = PlaceFactory(name="Norway", kind="nation")
    StoryFactory(title="Told", places=[PlaceFactory(name="Oslo", kind="city", within=land)])

    assert answers(client, **{"my-place": "nation"})["Told"][1] == ["It happened in a city (Oslo), not in a nation"]


def test_it_explains_itself_where_nothing_is_set(client, told):
    page = client.get(ADDRESS)

    assert answers(client) == {}
    assert "Why there is no score" in words(page)
    assert "It happened in a borough, too: Walker" in words(page)
    assert answers(client, **{"my-body": "council"}).keys() == {"Told"}


def test_it_leads_from_the_example_to_every_answer(client, told):
    address = links(client.get(ADDRESS))["See what every story answers to that"]

    assert [field["value"] for field in soup(client.get(address)).select(".here-fields option[selected]")] == [
        "council",
        "borough",
        "urban",
        "",
        "",
        "organisational",
        "elected",
    ]


def test_it_keeps_what_is_set_and_what_is_narrowed(client):
    StoryFactory(title="Fine", result="succeeded")
    StoryFactory(title="Poor", result="failed")
    page = soup(client.get(ADDRESS, {"my-body": "school", "result": "failed"}))

    assert [found.get_text() for found in page.select(".here-answers h3")] == ["Poor"]
    assert page.select_one(".here-form input[name=result]")["value"] == "failed"
    assert page.select_one(".narrow input[name=my-body]")["value"] == "school"


def test_it_stands_in_the_finders_order_whatever_is_alike(client):
    StoryFactory(title="Alike", slug="z", level="systemic")
    StoryFactory(title="Zebra", slug="a", level="individual")

    assert list(answers(client, **{"my-level": "individual", "sort": "title"})) == ["Alike", "Zebra"]


def test_it_shows_twenty_on_a_page(client):
    StoryFactory.create_batch(21)
    page = client.get(ADDRESS, {"my-body": "council"})
    rest = client.get(links(page)["Next page →"])

    assert len(soup(page).select(".here-answers li .here-answer")) == 20
    assert len(soup(rest).select(".here-answers li .here-answer")) == 1


def test_it_gives_no_score(client, told):
    page = words(client.get(ADDRESS, {"my-body": "council", "my-level": "individual"}))

    assert "%" not in page
    assert "per cent" not in page


def test_it_leads_to_what_to_mind_before_adapting(client, told):
    StoryFactory(title="Bare")
    page = client.get(ADDRESS, {"my-body": "council"})

    assert "Before you adapt it: Mind it." in words(page)
    assert links(page)["Read on"] == f"/stories/{told.slug}/#before_you_adapt_it"
    assert "The source says nothing on what to mind before adapting it." in words(page)


def test_it_says_which_values_it_does_not_know(client, told):
    page = client.get(ADDRESS, {"my-body": "circus", "my-level": "systemic", "colour": "red"})

    assert "does not know what the address sets, and left it out: my-body=circus." in words(page)
    assert "colour=red" in words(page)
    assert answers(client, **{"my-body": "circus", "my-level": "systemic"})["Told"][0] == [
        "The change was systemic, too"
    ]


def test_it_suggests_what_to_do_when_nothing_matches(client, told):
    page = client.get(ADDRESS, {"my-body": "council", "q": "zzz"})

    assert links(page)["Set every story beside your place"] == f"{ADDRESS}?my-body=council"


def test_it_answers_anew_when_a_place_is_counted(client, told):
    assert answers(client, **{"my-size": "under-10000"})["Told"][1]
    place = told.places.get()
    place.population = 9_000
    place.save()

    assert answers(client, **{"my-size": "under-10000"})["Told"][0] == ["Walker had about as many people: 9,000 (1991)"]
