"""The lessons of stories side by side: where they disagree, what they share, and how many only one bears on."""

import pytest

from tests.factories import EvidenceFactory, LessonFactory, StoryFactory
from tests.reading import BROWSER, soup, words

pytestmark = pytest.mark.django_db

HEADINGS = [
    "Lessons on which they disagree",
    "Lessons on which they point the same way",
    "Lessons that only one bears on",
]


def part(heading):
    """The rows under that heading: each with its label and its cells."""
    page = soup(BROWSER.get("/stories/compare/?story=a&story=b&story=c"))
    group = next(found for found in page.select("tbody") if found.h2.get_text() == heading)
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
        for row in group.find_all("tr")[1:]
    ]


@pytest.fixture
def three():
    """Three stories."""
    return [StoryFactory(slug=slug, title=f"Story {slug}") for slug in "abc"]


@pytest.fixture
def lesson():
    """A lesson."""
    return LessonFactory(slug="small", sentence="Start small")


def tell(story, lesson, stance, happened):
    """Evidence without the rest."""
    return EvidenceFactory(story=story, lesson=lesson, stance=stance, what_happened=happened, source__title="Book")


def test_it_puts_disagreement_first_with_what_happened_in_each(three, lesson):
    tell(three[0], lesson, "supports", "It grew.")
    tell(three[1], lesson, "contradicts", "It died.")

    (row,) = part(HEADINGS[0])

    assert row[0] == "Start small"
    assert row[1].startswith("Supports observed It grew.")
    assert row[2].startswith("Contradicts observed It died.")
    assert row[3] == "no evidence on it"


@pytest.mark.parametrize(
    ("stances", "heading"),
    [
        (["supports", "supports"], HEADINGS[1]),
        (["contradicts", "contradicts"], HEADINGS[1]),
        (["supports", "qualifies"], HEADINGS[0]),
        (["qualifies", "contradicts"], HEADINGS[0]),
    ],
)
def test_it_tells_agreement_by_the_stance(three, lesson, stances, heading):
    tell(three[0], lesson, stances[0], "It grew.")
    tell(three[2], lesson, stances[1], "It grew too.")

    assert [row[0] for row in part(heading)] == ["Start small"]


def test_it_does_not_take_the_same_two_stances_for_disagreement(three, lesson):
    tell(three[0], lesson, "supports", "It grew.")
    tell(three[0], lesson, "qualifies", "In summer.")
    tell(three[1], lesson, "qualifies", "In spring.")
    tell(three[1], lesson, "supports", "It grew too.")

    assert [row[0] for row in part(HEADINGS[1])] == ["Start small"]


def test_it_counts_lessons_that_only_one_bears_on(three, lesson):
    tell(three[0], lesson, "supports", "It grew.")
    tell(three[0], LessonFactory(), "supports", "It grew.")
    tell(three[0], LessonFactory(draft=True), "supports", "It grew.")

    (row,) = part(HEADINGS[2])

    assert row[1].startswith("2 lessons")
    assert row[2:] == ["none", "none"]


def test_it_says_so_where_no_lesson_is_shared(three):
    said = words(BROWSER.get("/stories/compare/?story=a&story=b"))

    assert "On no lesson do these stories point different ways." in said
    assert "On no lesson do two of these stories point the same way." in said


def test_it_puts_the_disagreements_before_the_rest(three):
    page = soup(BROWSER.get("/stories/compare/?story=a&story=b"))

    assert [heading.get_text() for heading in page.select("tbody h2")][-3:] == HEADINGS
