"""Reading a story."""

import pytest

from tests.factories import (
    AdaptationFactory,
    CitationFactory,
    ElementFactory,
    EvidenceFactory,
    IllustrationFactory,
    LeaderFactory,
    LessonFactory,
    MeasureFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    SourceFactory,
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
    headings = [heading.get_text() for heading in soup(read()).select("article.story-main h2")]

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
    bus.year_from, bus.year_to, bus.level, bus.novelty, bus.driver = 1993, 1995, "systemic", "radical", "user"
    bus.save()

    text, shown = words(read()), links(read())

    assert "Where and when Leeds, Yorkshire , 1993–1995" in text
    assert "Kind of change Radical, systemic level, driven by users" in text
    assert shown["Leeds, Yorkshire"] == "/places/leeds/"
    assert (shown["Transport"], shown["Night owls"]) == (
        "/stories/?policy=transport",
        "/stories/?tag=night-owls",
    )


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
    assert "The sources give no figure for what came of it." in words(read())


def test_it_shows_its_lessons_with_what_happened_and_how_others_point(read, bus):
    lesson = LessonFactory(sentence="Ask drivers first", slug="ask-drivers")
    EvidenceFactory(story=bus, lesson=lesson, what_happened="Nobody asked them.", strength="claimed")
    EvidenceFactory(lesson=lesson, stance="contradicts")

    text = words(read())

    assert "Ask drivers first Supports claimed Nobody asked them. Also seen in 1 other story" in text
    assert "1 in all points the other way" in text
    assert links(read())["Ask drivers first"] == "/lessons/ask-drivers/"


def test_it_names_the_elements_that_its_source_puts_it_under(read, bus):
    element = ElementFactory(name="Taking risks", slug="risks", framework__title="The elements")
    IllustrationFactory(story=bus, element=element)

    assert "The elements Taking risks" in words(read())
    assert links(read())["Taking risks"] == "/elements/risks/"


def test_it_cites_its_sources_by_heading(read, bus):
    source = SourceFactory(title="Buses", slug="buses", authors="A. Lee", year=1998)
    CitationFactory(story=bus, source=source, section="At night", page="42")

    CitationFactory(story=bus, source__title="Boats")
    CitationFactory(story=bus, source=source, section="By day")

    assert "Buses . A. Lee, 1998. This story draws on “At night”, p. 42; “By day”. Boats ." in words(read())
    assert links(read())["Buses"] == "/sources/buses/"


def test_it_tells_where_the_idea_came_from_and_went_to(read, bus):
    tram = StoryFactory(title="The tram", slug="tram")
    AdaptationFactory(story=bus, from_story=tram, kept="The bell", changed="The rails", dropped="The wires")
    AdaptationFactory(story=bus, from_elsewhere="A school in Denmark")
    AdaptationFactory(story=StoryFactory(title="The boat", slug="boat"), from_story=bus)

    text, shown = words(read()), links(read())

    assert "Taken from The tram Kept The bell Changed The rails Dropped The wires" in text
    assert "Taken from A school in Denmark Taken on by The boat" in text
    assert (shown["The tram"], shown["The boat"]) == ("/stories/tram/", "/stories/boat/")


def test_it_names_its_strands_and_what_it_is_part_of(read, client, bus):
    StoryFactory(title="The timetable", slug="timetable", part_of=bus)
    StoryFactory(title="A draft strand", part_of=bus, draft=True)

    assert "Strands The timetable" in words(read())
    assert "A draft strand" not in words(read())
    assert "Part of The night bus" in words(client.get("/stories/timetable/"))


def test_it_suggests_stories_that_share_lessons(read, bus):
    lesson = LessonFactory()
    EvidenceFactory(story=bus, lesson=lesson)
    EvidenceFactory(story=StoryFactory(title="The tram"), lesson=lesson)

    text = words(read())

    assert "Stories like this one The tram" in text
    assert "Shares 1 lesson with this story" in text


def test_it_says_that_a_mention_is_no_more(read, bus):
    bus.depth = "mention"
    bus.save()

    assert "A mention: the source says no more than this." in words(read())
