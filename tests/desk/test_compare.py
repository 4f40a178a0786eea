"""Two versions beside each other read well: what changed, and nothing else."""

import pytest
from bs4 import BeautifulSoup

from cases.models import Measure, Role, Story
from tests.factories import LeaderFactory, PlaceFactory, PolicyAreaFactory, StoryFactory


@pytest.fixture
def compared(editor):
    """Saves two versions of a story and answers the comparison: heading to words."""

    def compare(first, second):
        story = StoryFactory(title="The bins", problem="Nobody came.\n\nIt rained.")
        versions = []
        for change in (first, second):
            draft = Story.objects.get(pk=story.pk)
            change(draft)
            versions.append(draft.save_revision().pk)
        page = editor.get("/desk/stories/history/{}/revisions/compare/{}...{}/".format(story.pk, *versions))
        found = BeautifulSoup(page.content, "html.parser").select(".desk-compare td.title")
        return {title.get_text(strip=True): title.find_next_sibling("td") for title in found}

    return compare


def told(cell):
    """The words of a cell; what was taken out and what was added are marked."""
    for mark in cell.select(".deletion"):
        mark.replace_with(f"[-{mark.get_text()}-]")
    for mark in cell.select(".addition"):
        mark.replace_with(f"[+{mark.get_text()}+]")
    return " ".join(cell.get_text(" ").split())


def change(**fields):
    """Sets fields of a draft."""

    def apply(draft):
        for name, value in fields.items():
            setattr(draft, name, value)

    return apply


def same(draft):
    """Changes nothing."""


def test_it_says_only_what_changed(compared):
    assert list(compared(same, change(title="The new bins"))) == ["Title"]


def test_it_marks_words_and_keeps_paragraphs(compared):
    found = compared(same, change(problem="Nobody came.\n\nIt snowed."))

    assert "It [-rained.-] [+snowed.+]" in told(found["The problem"])
    assert "\n\n" in found["The problem"].get_text()


def test_it_says_words_of_closed_lists_as_readers_see_them(compared):
    assert told(compared(same, change(result="failed"))["Result"]) == "[-Succeeded-] [+Failed+]"


def test_it_says_numbers_and_what_is_blank(compared):
    assert told(compared(same, change(year_from=1993))["First year"]) == "[-–-] [+1993+]"


def test_it_says_chosen_records_by_name(db, compared):
    leeds, york = PlaceFactory(name="Leeds"), PlaceFactory(name="York")

    found = compared(change(places=[leeds]), change(places=[leeds, york]))

    assert told(found["Places"]) == "Leeds, [+York+]"


def test_it_sees_no_difference_in_the_order_of_what_is_chosen(db, compared):
    one, other = PolicyAreaFactory(), PolicyAreaFactory()

    assert compared(change(policy_areas=[one, other]), change(policy_areas=[other, one])) == {}


def test_it_says_which_part_came_went_and_changed(db, compared):
    first = [Measure(indicator="Bins emptied", kind="output", result="3"), Measure(indicator="Rats", kind="outcome")]
    second = [Measure(indicator="Bins emptied", kind="output", result="4"), Measure(indicator="Cats", kind="outcome")]

    found = told(compared(change(measures=first), change(measures=second))["What was measured"])

    assert "Bins emptied" in found
    assert "[-3-] [+4+]" in found
    assert "Cats" in found


def test_it_says_who_was_named(db, compared):
    roles = [Role(leader=LeaderFactory(name="Ann Lee"), realm="community", part="led")]

    assert "Ann Lee" in told(compared(same, change(roles=roles))["Who did what"])
