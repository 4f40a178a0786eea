"""The crosswalk: the elements of one lens beside those of another, or of all, that they are related to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lessons.models import Element, Framework, Relation

SHOWN = 4
"""Elements that stand beside another at once; beside every lens there may be twenty."""


@dataclass(frozen=True)
class Meeting:
    """An element that another is related to, and in what they are alike and differ."""

    element: Element
    note: str


@dataclass(frozen=True)
class Mark:
    """A cell of the matrix: the element of the column, and the note where the two are related."""

    element: Element
    note: str


@dataclass(frozen=True)
class Row:
    """An element of the left lens with what it meets on the right."""

    element: Element
    meetings: list[Meeting]
    marks: list[Mark]
    """A cell for each element of the right lens, where one is chosen."""

    @property
    def first(self) -> list[Meeting]:
        """The meetings that are shown at once: all of a few, or the first."""
        return self.meetings if len(self.meetings) <= SHOWN + 1 else self.meetings[:SHOWN]

    @property
    def rest(self) -> list[Meeting]:
        """The meetings that are shown when asked for."""
        return self.meetings[len(self.first) :]


def meetings_of(elements: Sequence[Element]) -> dict[int, list[Meeting]]:
    """For each of the elements (id) those that it is related to, whichever side that was written on."""
    found = defaultdict(list)
    wanted = {element.pk for element in elements}
    for relation in Relation.objects.around(elements):
        for near, far in ((relation.origin, relation.element), (relation.element, relation.origin)):
            if near.pk in wanted:
                found[near.pk].append(Meeting(far, relation.note))
    return found


def crosswalk(left: Framework | None, right: Framework | None) -> dict:
    """The rows of `left` beside `right`, or beside every lens; and what of either side has no counterpart."""
    elements = list(left.elements.all()) if left else []
    columns = list(right.elements.all()) if right else []
    met = meetings_of(elements) if elements else {}
    rows = [row_of(element, met.get(element.pk, []), right, columns) for element in elements]
    reached = {meeting.element.pk for row in rows for meeting in row.meetings}
    return {
        "rows": rows,
        "columns": columns,
        "pairs": sum(len(row.meetings) for row in rows),
        "alone": [column for column in columns if column.pk not in reached],
    }


def row_of(element: Element, meetings: list[Meeting], right: Framework | None, columns: list[Element]) -> Row:
    """The element with its meetings, with those in the right lens only where one is chosen."""
    if right:
        meetings = [meeting for meeting in meetings if meeting.element.framework_id == right.pk]
    meetings = sorted(
        meetings, key=lambda m: (m.element.framework.order, m.element.framework_id, m.element.sort_order or 0)
    )
    notes = {meeting.element.pk: meeting.note for meeting in meetings}
    return Row(element, meetings, [Mark(column, notes.get(column.pk, "")) for column in columns])
