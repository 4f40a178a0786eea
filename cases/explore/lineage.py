"""
Lineage: what was taken from where, across places and years.

A line leads from each origin to the stories that took something from it, each at its first year; stories without a year stand in a
column of their own. The table says what was kept, changed and dropped.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cases.explore.exploration import Exploration
from cases.facet_values import origin_value
from cases.models import Adaptation
from cases.search.counts import Counts
from cases.state import Sort

PAGE = 40
"""Stories on a page."""
WIDTH, ROW, TOP = 1120, 40, 46
"""Units of the drawing: its width, the height of an adaptation, the heads of the years."""
ORIGINS, FIRST, LAST, UNDATED, TITLES = 330, 372, 640, 690, 720
"""Where names of origins end, where the first and the last year stand, stories without one, and where titles begin."""
WIDE_LEFT, WIDE_RIGHT = 38, 52
"""Letters of a name that fit on either side."""


@dataclass(frozen=True)
class Step:
    """An adaptation and the point of the story that took."""

    adaptation: Adaptation
    title: str
    x: float
    y: float
    path: str
    """The line from its origin."""


@dataclass(frozen=True)
class Origin:
    """Where stories took something from: another story, or words for elsewhere."""

    name: str
    label: str
    place: str
    count: int
    """In how many stories of the state, on all pages."""
    url: str
    y: float
    steps: list[Step]


def lineage(exploration: Exploration) -> dict:
    """The origins with the stories that took from them, those of this page, and the years along the top."""
    total = exploration.numbers("lineage").get("adapted")
    pages = max(1, math.ceil(total / PAGE))
    page = min(exploration.state.page, pages)
    ids = exploration.story_ids_with(Sort.TITLE, PAGE, (page - 1) * PAGE, lineage=["adapted"]) if total else []
    steps = list(Adaptation.objects.of_stories(ids))
    years = [step.story.year_from for step in steps if step.story.year_from]
    span = (min(years), max(years)) if years else (0, 0)
    numbers = exploration.numbers("origin")
    origins, row = [], 0
    for value, group in groups(steps):
        origins.append(origin_of(exploration, value, group, numbers, row, span))
        row += len(group)
    return {
        "origins": origins,
        "adapted": total,
        "adapted_url": exploration.link({"lineage": "adapted"}),
        "page": page,
        "pages": pages,
        "previous": exploration.page_url(page - 1) if page > 1 else "",
        "next": exploration.page_url(page + 1) if page < pages else "",
        "ticks": ticks(span),
        "height": TOP + row * ROW + 8,
        "undated": any(not step.story.year_from for step in steps),
    }


def groups(steps: Iterable[Adaptation]) -> list[tuple[str, list[Adaptation]]]:
    """The adaptations by the value of their origin in the finder; the earliest first."""
    found = defaultdict(list)
    for step in steps:
        found[origin_value(step)].append(step)
    for group in found.values():
        group.sort(key=lambda step: (step.story.year_from or 9999, step.story.title))
    return sorted(found.items(), key=lambda pair: (pair[1][0].story.year_from or 9999, pair[0]))


def origin_of(exploration: Exploration, value: str, group: list[Adaptation], numbers: Counts, row: int, span) -> Origin:
    """The origin in the middle of the rows of those who took from it."""
    name = str(group[0])
    middle = TOP + (row + len(group) / 2) * ROW
    steps = []
    for place, step in enumerate(group):
        x, y = x_of(step.story.year_from, span), TOP + (row + place + 0.5) * ROW
        bend = (ORIGINS + 12 + x) / 2
        path = f"M{ORIGINS + 12} {middle:g}C{bend:g} {middle:g} {bend:g} {y:g} {x - 7:g} {y:g}"
        steps.append(Step(step, short(step.story.title, WIDE_RIGHT), x, y, path))
    where = next((step.from_place.name for step in group if step.from_place_id), "")
    return Origin(
        name, short(name, WIDE_LEFT), where, numbers.get(value), exploration.link({"origin": value}), middle, steps
    )


def x_of(year: int | None, span: tuple[int, int]) -> float:
    """Where the year stands."""
    if not year:
        return UNDATED
    first, last = span
    return round(FIRST + 40 + (year - first) / max(last - first, 1) * (LAST - FIRST - 40), 1)


def ticks(span: tuple[int, int]) -> list[tuple[int, float]]:
    """Years along the top: at most six, the first and the last among them."""
    first, last = span
    if not first:
        return []
    step = max(1, math.ceil((last - first) / 5))
    years = [*range(first, last, step), last]
    if len(years) > 2 and years[-1] - years[-2] < step:
        years.pop(-2)
    return [(year, x_of(year, span)) for year in years]


def short(name: str, most: int) -> str:
    """The name as far as it fits."""
    return name if len(name) <= most else name[: most - 1].rsplit(" ", 1)[0] + " …"
