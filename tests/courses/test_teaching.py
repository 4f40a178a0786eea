"""Teaching a course and a story: one thought a screen, in stages, with the facilitator's page beside it."""

import pytest

from lessons.courses.teaching.screens import portions, screens_of_item
from tests.factories import CourseFactory, EvidenceFactory, ItemFactory, MeasureFactory, StoryFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

SECTIONS = {
    "problem": "Nobody came.",
    "what_they_did": "They bought a bus.",
    "how_it_unfolded": "It broke down.",
    "what_changed": "People came.",
    "what_went_wrong": "It was cold.",
    "before_you_adapt_it": "Mind the hills.",
}


@pytest.fixture
def bus():
    """A story with every section, a figure, and evidence both ways."""
    story = StoryFactory(slug="bus", title="The bus", **SECTIONS)
    MeasureFactory(story=story, indicator="Readers", baseline="3", result="9")
    EvidenceFactory(story=story, what_happened="They came.")
    EvidenceFactory(story=story, stance="contradicts", what_happened="They left.")
    return story


def walk(client, address):
    """The words of every screen from an address on, by the link that leads to the next."""
    found = []
    while address:
        page = client.get(address)
        found.append(words(page))
        following = soup(page).select_one("[data-teach-next]")
        address = following["href"] if following else ""
    return found


STAGES = [
    "The bus Nobody came.",
    "What would you do? You are in their place.",
    "What they did They bought a bus.",
    "How it unfolded It broke down.",
    "What changed People came.",
    "Readers",
    "What went wrong or stayed open It was cold.",
    "Before you adapt it Mind the hills.",
    "What speaks for it Supports",
    "What limits it or speaks against it Contradicts",
]


def test_it_tells_a_story_in_stages(client, bus):
    screens = walk(client, "/stories/bus/teach/")

    assert len(screens) == len(STAGES) + 2
    assert [stage for stage, screen in zip(STAGES, screens[1:-1], strict=True) if stage not in screen] == []


def test_it_asks_before_it_tells_what_they_did(client, bus):
    before = " ".join(walk(client, "/stories/bus/teach/")[:3])

    assert "What would you do?" in before
    assert "bought a bus" not in before


def test_it_teaches_a_course_from_what_is_pinned(client, bus):
    CourseFactory(slug="trust", items=[{"story": bus, "for_participants": "You drive it."}, {"text": "What now?"}])
    bus.what_they_did = "They walked."
    bus.save()

    screens = " ".join(walk(client, "/courses/trust/teach/1/1/"))

    assert "They bought a bus." in screens
    assert "They walked." not in screens
    assert "What could go wrong? You drive it." in screens
    assert "To discuss What now?" in screens


def test_it_leads_from_session_to_session(client):
    course = CourseFactory(slug="trust", items=[{}])
    ItemFactory(session=course.sessions.create(title="Second", sort_order=9), text="And then?")

    screens = walk(client, "/courses/trust/teach/1/1/")

    assert screens[3].startswith("Course")
    assert "And then?" in screens[4]


@pytest.mark.parametrize("address", ["1/0", "1/99", "0/1", "9/1", "1/99999999999999999999"])
def test_it_knows_no_other_screen(client, address):
    CourseFactory(slug="trust", items=[{}])

    assert client.get(f"/courses/trust/teach/{address}/").status_code == 404


def test_it_begins_a_session_at_its_first_screen(client):
    CourseFactory(slug="trust", items=[{}])

    assert client.get("/courses/trust/teach/1/").url == "/courses/trust/teach/1/1/"


def test_it_gives_the_facilitator_notes_times_and_what_comes_next(client):
    items = [{"minutes": 10, "for_facilitator": "Wait."}, {"minutes": 5, "text": "And then?"}]
    course = CourseFactory(slug="trust", items=items)
    course.sessions.update(for_facilitator="Bring chairs.")

    page = client.get("/courses/trust/teach/1/2/notes/")

    assert "Your notes Wait. Planned to begin at 0:00 and to take 10 minutes" in words(page)
    assert "Next: Question And then?" in words(page)
    assert "Notes on the whole session Bring chairs." in words(page)


def test_it_shows_a_lost_story_as_it_was_pinned(client, bus):
    CourseFactory(slug="trust", items=[{"story": bus}])
    bus.delete()

    assert "No longer in the library. Here stands what it said on" in " ".join(
        walk(client, "/courses/trust/teach/1/1/")
    )


def test_it_shows_the_strongest_evidence_and_counts_the_rest(bus):
    EvidenceFactory.create_batch(8, story=bus, strength="measured")
    item = ItemFactory(story=bus)

    shown = [screen for screen in screens_of_item(item) if screen.title == "What speaks for it"]

    assert [row["strength"] for screen in shown for row in screen.passages] == ["measured"] * 4
    assert shown[-1].more == 5


def test_it_has_a_way_from_a_story(client, bus):
    assert links(client.get("/stories/bus/"))["Teach it in stages"] == "/stories/bus/teach/"


def test_it_teaches_a_mention(client):
    StoryFactory(slug="mention", title="A mention", depth="mention", summary="Somebody tried.")

    assert "Somebody tried." in " ".join(walk(client, "/stories/mention/teach/"))


def test_it_teaches_no_draft(client):
    StoryFactory(slug="draft", draft=True)

    assert client.get("/stories/draft/teach/").status_code == 404


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("one two\n\nthree", ["one two\n\nthree"]),
        ("one two\n\nthree four", ["one two", "three four"]),
        ("One two. Three four. Five.", ["One two.", "Three four. Five."]),
        ("- a\n- b\n- c\n- d", ["- a\n- b\n- c\n- d"]),
    ],
)
def test_it_cuts_a_narrative_between_paragraphs_and_sentences(text, found):
    assert portions(text, 3) == found
