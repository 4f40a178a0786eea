"""Reading a story."""

import pytest

from tests.factories import (
    LeaderFactory,
    MeasureFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

SECTIONS = {
    "problem": "The problem",
    "what_they_did": "What they did",
    "how_it_unfolded": "How it unfolded",
    "what_changed": "What changed",
    "what_went_wrong": "What went wrong or stayed open",
    "before_you_adapt_it": "Before you adapt it",
}


@pytest.fixture
def bus():
    """The story that each test adds its one fact to."""
    return StoryFactory(
        slug="bus", title="The night bus", summary="A bus at night.", **dict.fromkeys(SECTIONS, "Text.")
    )


@pytest.fixture
def read(client, bus):
    """Opens the story."""
    return lambda: client.get("/stories/bus/")


def test_it_works(read):
    page = soup(read())

    assert page.h1.get_text() == "The night bus"
    assert page.title.get_text() == "The night bus · Civic Casebook"
    assert page.find("meta", attrs={"name": "description"})["content"] == "A bus at night."


def test_it_has_six_sections_in_their_order(read):
    headings = [heading.get_text() for heading in soup(read()).select(".story-main h2")]

    assert [heading for heading in headings if heading in SECTIONS.values()] == list(SECTIONS.values())


@pytest.mark.parametrize(("field", "heading"), SECTIONS.items())
def test_it_leaves_out_a_section_that_says_nothing(read, bus, field, heading):
    setattr(bus, field, "")
    bus.save()

    assert heading not in [found.get_text() for found in soup(read()).find_all("h2")]


@pytest.mark.parametrize(("field", "heading"), SECTIONS.items())
def test_it_lists_each_section_in_its_contents(read, field, heading):
    assert links(read())[heading] == f"#{field}"


def test_it_renders_the_narrative(read, bus):
    bus.problem = "A *quiet* town.\n\n- one\n- [two](https://example.org)"
    bus.save()

    section = soup(read()).find(id="problem").parent

    assert section.em.get_text() == "quiet"
    assert section.li.get_text() == "one"
    assert (section.a["href"], section.a["rel"]) == ("https://example.org", ["noopener"])


def test_it_tells_at_a_glance_what_it_is(read, bus):
    leeds = PlaceFactory(name="Leeds", slug="leeds", within=PlaceFactory(name="Yorkshire"))
    bus.places.set([leeds])
    bus.policy_areas.set([PolicyAreaFactory(name="Transport", slug="transport")])
    bus.tags.add("Night owls")
    bus.year_from, bus.year_to = 1993, 1995
    bus.save()

    text, shown = words(read()), links(read())

    assert "Where and when Leeds, Yorkshire , 1993–1995" in text
    assert shown["Leeds, Yorkshire"] == "/places/leeds/"
    assert (shown["Transport"], shown["Night owls"]) == (
        "/stories/?policy=transport",
        "/stories/?tag=night-owls",
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"level": "systemic", "novelty": "radical", "driver": "user"}, "Radical, systemic level, driven by users"),
        ({"driver": "user"}, "driven by users"),
        ({"level": "individual"}, "individual level"),
        ({"novelty": "incremental", "driver": "policy"}, "Incremental, driven by policy"),
    ],
)
def test_it_tells_the_kind_of_change(client, change, told):
    StoryFactory(slug="tram", **change)

    assert f"Kind of change {told} On this page" in words(client.get("/stories/tram/"))


def test_it_names_the_bodies_by_their_part(read, bus):
    council = OrganisationFactory(name="The council", slug="council")
    ParticipationFactory(story=bus, organisation=council)
    ParticipationFactory(story=bus, organisation=OrganisationFactory(name="The trust"), part="funder")

    assert "Lead The council Funder The trust" in words(read())
    assert links(read())["The council"] == "/organisations/council/"


def test_it_shows_the_cast_by_stage_those_who_led_first(read, bus):
    RoleFactory(story=bus, group="The neighbours", part="opposed", stage="pilot")
    RoleFactory(story=bus, leader=LeaderFactory(name="Ann Lee", slug="ann"), part="led", stage="pilot")
    RoleFactory(story=bus, group="The riders", part="took-part")
    RoleFactory(story=bus, group="The dreamers", part="envisioned", stage="idea")

    page = soup(read())

    names = [name.contents[0].get_text().strip() for name in page.select(".cast-name")]
    assert names == ["The dreamers", "Ann Lee", "The neighbours", "The riders"]
    assert [h.get_text() for h in page.select(".cast-stage")] == [
        "Finding the idea",
        "Trying it out",
        "Throughout",
    ]


def test_it_shows_where_leadership_met(read, bus):
    RoleFactory(story=bus, realm="political", part="led")
    RoleFactory(story=bus, realm="community", part="sponsored")
    RoleFactory(story=bus, realm="managerial", part="took-part")

    assert "Where leadership met Political + community" in words(read())
    assert links(read())["Other stories led this way"] == "/stories/?zone=political-community"


def test_it_has_a_timeline_in_order(read, bus):
    MilestoneFactory(story=bus, year=1995, month=4, text="It ran.")
    MilestoneFactory(story=bus, year=1993, until_year=1994, text="It was planned.")
    MilestoneFactory(story=bus, year=1995, text="It was agreed.")

    steps = [step.get_text(" ") for step in soup(read()).select(".timeline li")]

    assert steps == ["1993–1994 It was planned.", "1995 It was agreed.", "April 1995 It ran."]


def test_it_gives_measures_with_their_hedges(read, bus):
    MeasureFactory(
        story=bus,
        indicator="Riders",
        baseline="900",
        target="1500",
        result="about 1300",
        unit="people",
        period="1995",
    )

    assert "Before 900 people Target 1,500 people Result about 1,300 people When 1995" in words(read())
    assert soup(read()).select_one("svg.measure-chart")


def test_it_says_what_a_source_leaves_out_of_a_measure(read, bus):
    MeasureFactory(story=bus, indicator="Riders", result="1300")

    assert "Result 1,300 Before the source gives no figure" in words(read())


def test_it_says_where_the_sources_give_no_figure_at_all(read):
    assert "This story gives no figure for what came of it." in words(read())


def test_it_says_that_a_mention_is_no_more(read, bus):
    bus.depth = "mention"
    bus.save()

    assert "A mention: the source says no more than this." in words(read())
