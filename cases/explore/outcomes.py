"""
Outcomes: what the stories measured, by policy area, from baseline to result against target.

Each area says how many of its stories have an outcome, and how many have no figure at all. The whole library shows the best told
measures of each area; one area alone shows all of them, page by page.
"""

import math
from collections import defaultdict
from dataclasses import dataclass

from cases.charts import MeasureChart, is_good, measure_chart
from cases.choices import Measured, MeasureKind
from cases.explore.exploration import Exploration
from cases.finder import MEASURED
from cases.models import Measure
from cases.search.counts import Counts
from cases.search.documents import told_by

SOME_STORIES, PAGE_STORIES = 4, 20
"""Stories whose measures are shown: of each area where there are several, and on a page of one area."""
SOME_MEASURES = 4
"""Measures of an area where there are several."""


@dataclass(frozen=True)
class Row:
    """A measure with its chart, and whether it met its target (None: there is none, or it cannot be told)."""

    measure: Measure
    chart: MeasureChart | None
    met: bool | None


@dataclass(frozen=True)
class Count:
    """How many stories of an area have that kind of figure."""

    kind: str
    label: str
    count: int
    url: str


@dataclass(frozen=True)
class Area:
    """A policy area with its counts and its measures."""

    value: str
    label: str
    total: int
    url: str
    counts: list[Count]
    rows: list[Row]
    alone_url: str
    """This view of the area alone, or '' where it is alone or has nothing more to show."""


def outcomes(exploration: Exploration) -> dict:
    """The areas in the order of their names; the counts of the whole; and where there is one area, its pages."""
    kinds = exploration.crossed("policy", ["measure"])
    totals = exploration.numbers("policy")
    known = exploration.snapshot.values["policy"]
    areas = [area for area in sorted(known, key=lambda area: known[area].casefold()) if area in kinds]
    areas = exploration.on_axis("policy", areas)
    alone = len(areas) == 1 and "policy" in exploration.state.chosen
    shown = exploration.on_axis("measure", MeasureKind.values)
    pages = math.ceil(exploration.total_with(policy=areas, measure=shown) / PAGE_STORIES) if alone and shown else 1
    page = min(exploration.state.page, max(pages, 1))
    measures = measures_of(exploration, areas, shown, *((PAGE_STORIES, page) if alone else (SOME_STORIES, 1)))
    return {
        "areas": [
            area_of(exploration, area, totals.get(area), kinds[area]["measure"], measures[area], alone)
            for area in areas
        ],
        "whole": counts_of(exploration, exploration.numbers("measure"), {}),
        "alone": alone,
        "page": page,
        "pages": pages,
        "previous": exploration.page_url(page - 1) if page > 1 else "",
        "next": exploration.page_url(page + 1) if page < pages else "",
    }


def measures_of(
    exploration: Exploration, areas: list[str], kinds: list[str], size: int, page: int
) -> dict[str, list[Measure]]:
    """By area: the measures of these kinds in the stories of that page, the best measured stories first."""
    stories = {
        area: exploration.story_ids_with(MEASURED, size, (page - 1) * size, policy=[area], measure=kinds)
        if kinds
        else []
        for area in areas
    }
    found = defaultdict(list)
    for measure in Measure.objects.of_stories({pk for ids in stories.values() for pk in ids}):
        if measure.kind in kinds:
            found[measure.story_id].append(measure)
    return {area: [measure for pk in ids for measure in found[pk]] for area, ids in stories.items()}


def area_of(
    exploration: Exploration, area: str, total: int, kinds: Counts, measures: list[Measure], alone: bool
) -> Area:
    """The area; among several it shows its best told measures only."""
    rows = measures if alone else sorted(measures, key=lambda measure: -told_by(measure))[:SOME_MEASURES]
    measured = total - kinds.get(Measured.NONE)
    more = not alone and (len(measures) > len(rows) or measured > SOME_STORIES)
    return Area(
        area,
        exploration.label("policy", area),
        total,
        exploration.link({"policy": area}),
        counts_of(exploration, kinds, {"policy": area}),
        [Row(measure, measure_chart(measure), met(measure)) for measure in rows],
        exploration.state.narrowed_to("policy", area).url(exploration.address) if more else "",
    )


def counts_of(exploration: Exploration, kinds: Counts, choices: dict) -> list[Count]:
    """The four kinds with their stories, none left out."""
    return [
        Count(kind, Measured(kind).label, kinds.get(kind), exploration.link({**choices, "measure": kind}))
        for kind in Measured.values
    ]


def met(measure: Measure) -> bool | None:
    """Whether the result reached the target."""
    figures = measure.figures
    return is_good(measure, figures) if {"target", "result"} <= figures.keys() else None
