"""Reading what the sources contradict one another on, side beside side."""

import pytest

from tests.factories import ElementFactory, EvidenceFactory, LessonFactory, SideFactory, TensionFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def tension():
    """A tension."""
    return TensionFactory(slug="copy", title="Copy or adapt?", summary="They differ.", would_decide="A *count*.")


@pytest.fixture
def lesson():
    """A lesson."""
    return LessonFactory(slug="copy-it", sentence="Copy it")


def test_it_lists_tensions_in_their_order_with_their_sides(client, tension):
    SideFactory(tension=tension, name="Copy")
    SideFactory(tension=tension, name="Adapt")
    TensionFactory(title="Earlier", order=1)
    TensionFactory(title="Hidden", draft=True)

    page = soup(client.get("/tensions/"))

    assert [title.get_text() for title in page.select(".tension-row h2")] == ["Earlier", "Copy or adapt?"]
    assert "Copy ↔ against Adapt" in words(client.get("/tensions/"))


def test_it_shows_each_side_with_its_claim_and_citation(client, tension):
    SideFactory(tension=tension, name="Copy", claim="It can be copied.", source__title="A book", section="Spreading")
    SideFactory(tension=tension, name="Adapt", claim="It cannot.")

    text = words(client.get("/tensions/copy/"))

    assert "Copy It can be copied. A book , “Spreading”" in text
    assert "Adapt It cannot." in text
    assert "What would decide it A count ." in text


def test_it_shows_a_side_with_its_lessons_and_elements(client, tension, lesson):
    EvidenceFactory(lesson=lesson)
    EvidenceFactory(lesson=lesson, stance="contradicts")
    SideFactory(tension=tension, lessons=[lesson], elements=[ElementFactory(name="Spreading")])

    text = words(client.get("/tensions/copy/"))

    assert "Lessons on this side Copy it 1 for, 1 against" in text
    assert "Ideas of the sources on this side Spreading" in text


def test_it_puts_measured_evidence_first_and_a_story_once(client, tension, lesson):
    EvidenceFactory(lesson=lesson, strength="claimed", story__title="A claimed story")
    EvidenceFactory(lesson=lesson, strength="observed", story__title="An observed story")
    EvidenceFactory(lesson=lesson, strength="measured", story__title="A measured story")
    other = LessonFactory()
    twice = EvidenceFactory(lesson=other, strength="measured", story__title="A told story").story
    EvidenceFactory(lesson=lesson, strength="measured", story=twice)
    SideFactory(tension=tension, lessons=[lesson, other])

    shown = soup(client.get("/tensions/copy/")).select(".tension-for .evidence-story")

    assert [title.get_text() for title in shown] == ["A measured story", "A told story", "An observed story"]


def test_it_puts_what_contradicts_before_what_qualifies(client, tension, lesson):
    EvidenceFactory(lesson=lesson, stance="qualifies", strength="measured", story__title="But")
    EvidenceFactory(lesson=lesson, stance="contradicts", strength="claimed", story__title="No")
    SideFactory(tension=tension, lessons=[lesson])

    shown = soup(client.get("/tensions/copy/")).select(".tension-against .evidence-story")

    assert [title.get_text() for title in shown] == ["No", "But"]


def test_it_leads_from_evidence_to_its_lesson(client, tension, lesson):
    EvidenceFactory(lesson=lesson)
    SideFactory(tension=tension, lessons=[lesson])

    response = client.get("/tensions/copy/")

    assert "On the lesson: Copy it" in words(response)
    assert links(response)["Copy it"] == "/lessons/copy-it/"


def test_it_shows_no_more_than_three_on_each_hand(client, tension, lesson):
    EvidenceFactory.create_batch(5, lesson=lesson)
    SideFactory(tension=tension, lessons=[lesson])

    assert len(soup(client.get("/tensions/copy/")).select(".evidence")) == 3


def test_it_leaves_out_what_readers_may_not_see(client, tension):
    lesson, hidden = LessonFactory(), LessonFactory(sentence="Hidden lesson", draft=True)
    EvidenceFactory(lesson=lesson, story__draft=True, story__title="Hidden story")
    EvidenceFactory(lesson=hidden, story__title="Of a hidden lesson")
    element = ElementFactory(name="Hidden element", framework__draft=True)
    SideFactory(tension=tension, lessons=[lesson, hidden], elements=[element])

    text = words(client.get("/tensions/copy/"))

    assert "idden" not in text
    assert "No story here supports a lesson of this side." in text


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("retired", 410)])
def test_it_hides_a_tension(client, state, status):
    TensionFactory(slug="past", **{state: True})

    assert client.get("/tensions/past/").status_code == status


@pytest.mark.parametrize("address", ["/frameworks/", "/questions/"])
def test_it_leads_to_the_tensions(client, address):
    assert "/tensions/" in links(client.get(address)).values()


def test_it_stands_without_a_tension(client):
    assert "No tension is recorded yet." in words(client.get("/tensions/"))


def test_it_is_on_the_map_of_the_site(client, tension):
    assert "/tensions/copy/" in client.get("/sitemap.xml").content.decode()
