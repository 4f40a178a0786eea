"""Where the evidence lies: in each cell every story counts once, for, mixed, against, or named by the source."""

import pytest

from tests.explore.figures import view
from tests.factories import (
    ElementFactory,
    EvidenceFactory,
    FrameworkFactory,
    IllustrationFactory,
    LessonFactory,
    PolicyAreaFactory,
    StoryFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db

SIDES = ("for", "mixed", "against", "named")


@pytest.fixture
def element():
    """An element of the first lens, with a lesson."""
    element = ElementFactory(slug="trust", framework=FrameworkFactory(slug="first", order=1))
    LessonFactory(slug="ask", elements=[element])
    return element


@pytest.fixture
def health():
    """A policy area."""
    return PolicyAreaFactory(slug="health", name="Health")


def story_with(element, area, *stances, **fields):
    """A story about the area with evidence of these stances on the element's lesson."""
    story = StoryFactory(policy_areas=[area], **fields)
    for stance in stances:
        EvidenceFactory(story=story, lesson=element.lessons.get(), stance=stance)
    return story


def cell():
    """The first cell: the bars by side, and their sum."""
    found = view("evidence-map").context["rows"][0].cells[0]
    return {bar.side: bar.count for bar in found.bars}, found.total


@pytest.mark.parametrize(
    ("stances", "side"),
    [
        (["supports"], "for"),
        (["contradicts"], "against"),
        (["qualifies"], "mixed"),
        (["supports", "contradicts"], "mixed"),
        (["supports", "qualifies"], "mixed"),
    ],
)
def test_it_puts_a_story_on_one_side(element, health, stances, side):
    story_with(element, health, *stances)

    assert cell() == ({side: 1}, 1)


def test_it_tells_what_only_the_source_names(element, health):
    IllustrationFactory(story=StoryFactory(policy_areas=[health]), element=element)

    assert cell() == ({"named": 1}, 1)


def test_it_counts_what_is_named_and_has_evidence_by_its_evidence(element, health):
    IllustrationFactory(story=story_with(element, health, "contradicts"), element=element)

    assert cell() == ({"against": 1}, 1)


def test_it_counts_nothing_that_nobody_may_see(element, health):
    story_with(element, health, "supports", draft=True)
    story_with(element, health, "supports", retired=True)
    EvidenceFactory(story=StoryFactory(policy_areas=[health]), lesson__live=False, lesson__elements=[element])

    assert cell() == ({}, 0)


def test_it_counts_a_story_without_policy_area_in_the_row_and_in_no_cell(element, health):
    story_with(element, health, "supports")
    EvidenceFactory(story=StoryFactory(), lesson=element.lessons.get())

    row = view("evidence-map").context["rows"][0]

    assert (row.total, [cell.total for cell in row.cells]) == (2, [1])


def test_it_says_where_the_library_is_silent(element, health):
    StoryFactory(policy_areas=[health])

    assert "1 of 1 cells are empty" in words(view("evidence-map"))
    assert "Where the library is silent" in words(view("evidence-map"))


def test_it_draws_the_lens_that_is_asked_for(element, health):
    ElementFactory(name="Other element", framework=FrameworkFactory(slug="second", order=2))
    story_with(element, health, "supports")

    assert [row.element.name for row in view("evidence-map", "lens=second").context["rows"]] == ["Other element"]


@pytest.mark.parametrize("slug", ["no-such-lens", "draft-lens"])
def test_it_says_that_it_does_not_know_a_lens(element, health, slug):
    FrameworkFactory(slug="draft-lens", draft=True)
    story_with(element, health, "supports")

    response = view("evidence-map", f"lens={slug}")

    assert f"it was left out: lens={slug}" in words(response)
    assert response.context["lens"].slug == "first"


@pytest.mark.parametrize("side", SIDES)
def test_it_draws_the_elements_that_are_chosen(element, health, side):
    ElementFactory(slug="other", framework=element.framework)
    story_with(
        element, health, *{"for": ["supports"], "mixed": ["qualifies"], "against": ["contradicts"]}.get(side, [])
    )
    IllustrationFactory(story=StoryFactory(), element=element)

    assert [row.element.slug for row in view("evidence-map", f"{side}=trust").context["rows"]] == ["trust"]


def test_it_says_so_where_there_is_nothing_to_draw():
    assert "There is nothing to draw" in words(view("evidence-map"))
