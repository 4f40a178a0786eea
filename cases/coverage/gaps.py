"""What a gap is, and every gap that the desk tells of, in the order in which it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet


@dataclass(frozen=True)
class Way:
    """A cell that leads on."""

    text: str
    address: str

    def __str__(self):
        return self.text


@dataclass(frozen=True)
class Line:
    """One place where something is missing. It leads to the field of a record that closes it, or else to an address."""

    title: str
    facts: tuple[Any, ...] = ()
    model: type[Model] | None = None
    pk: int | None = None
    field: str = ""
    address: str = ""


@dataclass(frozen=True)
class Gap:
    """A kind of gap: how its rows are found, and how some of them are told."""

    name: str
    title: Any
    why: Any
    """What the list means, and what closes a gap."""
    rows: Callable[[], QuerySet | Sequence]
    tell: Callable[[list], list[Line]]
    first: Any
    """What the titles of the lines are."""
    columns: tuple[tuple[str, Any], ...] = ()
    """The facts of a line: name and heading."""
    counted: bool = True
    """Whether the overview says how many lines there are."""

    def count(self) -> int:
        """How many lines it has."""
        rows = self.rows()
        return rows.count() if isinstance(rows, QuerySet) else len(rows)


@dataclass
class Lines:
    """The lines of a gap, told a page at a time."""

    gap: Gap
    addressed: Callable[[Line], str]
    """Where a line leads for whoever looks at it."""
    _rows: Any = field(init=False)

    def __post_init__(self):
        self._rows = self.gap.rows()

    def __len__(self):
        return self._rows.count() if isinstance(self._rows, QuerySet) else len(self._rows)

    def __getitem__(self, part: slice) -> list[dict]:
        names = [name for name, _heading in self.gap.columns]
        told = self.gap.tell(list(self._rows[part]))
        return [
            {"title": line.title, "address": self.addressed(line), **dict(zip(names, line.facts, strict=True))}
            for line in told
        ]

    def __iter__(self):
        return iter(self[:])


GAPS: dict[str, Gap] = {}


def register_gap(gap: Gap, first: bool = False) -> None:
    """Add a gap after those that are there, or before them."""
    others = {name: other for name, other in GAPS.items() if name != gap.name}
    GAPS.clear()
    GAPS.update({gap.name: gap, **others} if first else {**others, gap.name: gap})
