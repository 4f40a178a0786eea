"""
The evidence map: the elements of a lens across policy areas.

Each cell says how many stories bear on the element in that area: for, mixed, against, or only named there by the source. Cells with
nothing stay on the map: that is where the library is silent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.explore.exploration import Exploration
from cases.search.counts import ToldCounts
from lessons.facets import SIDE_FACETS
from lessons.models import Element, Framework

SIDES = [facet.key for facet in SIDE_FACETS]
MARKS = dict(zip(SIDES, "▲◆▼–", strict=True))
"""How each side is told in the table, where colour alone would not do."""
LABELS, COLUMN, ROW, HEAD = 204, 70, 58, 74
"""Units of the drawing: the column of elements, the width of an area, the height of an element, the heads of the areas."""
NOTHING = ToldCounts({}, {})
BAR, STEP, TALL = 12, 15, 32
"""The width of a bar, from one bar to the next, and the height of the tallest."""
CROWDED = 10
"""From so many stories of one side on, a cell has one number."""
WIDE, NARROW, LINE = 26, 12, 14
"""Letters that fit beside a row and above a column, and from one line to the next."""


@dataclass(frozen=True)
class Bar:
    """The stories of one side in a cell."""

    side: str
    mark: str
    label: str
    count: int
    url: str
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Cell:
    """An element in a policy area."""

    area: str
    total: int
    url: str
    """All stories that bear on the element in the area; where there are none, the finder says what comes near."""
    x: int
    bars: list[Bar]
    number_y: int | None
    """Where the number of the whole cell stands, where those of the bars would touch one another."""


@dataclass(frozen=True)
class Row:
    """An element across the areas."""

    element: Element
    total: int
    url: str
    y: int
    lines: list[tuple[int, str]]
    """The element's name, each line with its height."""
    cells: list[Cell]

    @property
    def silent(self) -> list[Cell]:
        """The areas in which no story bears on the element."""
        return [cell for cell in self.cells if not cell.total]


def evidence_map(exploration: Exploration, lenses: Sequence[Framework]) -> dict:
    """The map of the lens that the address names, or of the first."""
    lens = next(
        (lens for lens in lenses if lens.slug == exploration.state.view.get("lens")), lenses[0] if lenses else None
    )
    elements = [] if lens is None else list(lens.elements.all())
    known = exploration.snapshot.values["policy"]
    areas = exploration.on_axis("policy", sorted(known, key=lambda area: known[area].casefold()))
    drawn = [element.slug for element in elements]
    for key in ("element", *SIDES):
        drawn = exploration.on_axis(key, drawn)
    elements = [element for element in elements if element.slug in drawn]
    rows = rows_of(exploration, elements, areas)
    return {
        "lens": lens,
        "lenses": lenses,
        "areas": [
            (known[area], stacked(known[area], NARROW, HEAD - 10, from_below=True), LABELS + n * COLUMN)
            for n, area in enumerate(areas)
        ],
        "rows": rows,
        "width": LABELS + len(areas) * COLUMN,
        "height": HEAD + len(rows) * ROW,
        "silent": sum(len(row.silent) for row in rows),
        "cells": len(rows) * len(areas),
        "crowded": any(cell.number_y is not None for row in rows for cell in row.cells),
        "legend": [(facet.key, facet.label) for facet in SIDE_FACETS],
    }


def rows_of(exploration: Exploration, elements: list[Element], areas: list[str]) -> list[Row]:
    """The elements with their cells."""
    found = exploration.crossed("policy", SIDES)
    totals = exploration.numbers("element")
    said = [(facet.key, str(facet.label)) for facet in SIDE_FACETS]
    sides = {area: [(key, label, found.get(area, {}).get(key, NOTHING)) for key, label in said] for area in areas}
    drawn = (counts.get(e.slug) for area in sides.values() for *_side, counts in area for e in elements)
    largest = max(drawn, default=1) or 1
    labels = {area: exploration.label("policy", area) for area in areas}
    return [
        Row(
            element,
            totals.get(element.slug),
            exploration.link({"element": element.slug}),
            HEAD + number * ROW,
            stacked(element.name, WIDE, 22),
            [
                cell(exploration, element.slug, area, labels[area], sides[area], largest, LABELS + place * COLUMN)
                for place, area in enumerate(areas)
            ],
        )
        for number, element in enumerate(elements)
    ]


def cell(exploration: Exploration, element: str, area: str, label: str, sides: list, largest: int, x: int) -> Cell:
    """The cell with a bar for each side that has stories; `sides` has the key, the label and the numbers of each."""
    bars = []
    for place, (key, said, counts) in enumerate(sides):
        if count := counts.get(element):
            height = max(3, round(TALL * count / largest))
            url = exploration.link({key: element, "policy": area})
            bars.append(Bar(key, MARKS[key], said, count, url, x + 4 + place * STEP, ROW - 6 - height, height))
    url = exploration.link({"element": element, "policy": area})
    top = min((bar.y for bar in bars), default=0) if largest >= CROWDED else None
    return Cell(label, sum(bar.count for bar in bars), url, x, bars, top)


def stacked(text: str, most: int, y: int, from_below: bool = False) -> list[tuple[int, str]]:
    """The text in lines of about so many letters, each with its height; the first at `y`, or the last."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    first = y - LINE * (len(lines) - 1) if from_below else y
    return [(first + LINE * number, line) for number, line in enumerate(lines)]
