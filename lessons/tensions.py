"""The page of a tension: its sides beside each other, each with the best evidence for and against it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cases.choices import Depth
from lessons.balance import balanced, balances
from lessons.choices import Stance, Strength
from lessons.models import Element, Evidence, Lesson, Side, Tension

MOST = 3
"""Pieces of evidence shown for a side, and as many against it; the rest is behind its lessons."""


@dataclass(frozen=True)
class Argued:
    """A side with its lessons, those with most stories first, and the best of their evidence."""

    side: Side
    lessons: list[Lesson]
    elements: list[Element]
    supporting: list[Evidence]
    contrary: list[Evidence]


def tension_context(tension: Tension) -> dict:
    """A tension with its sides; evidence is read in few queries, however many sides and stories there are."""
    sides = list(tension.sides.all())
    live = {id(side): [lesson for lesson in side.lessons.all() if lesson.live] for side in sides}
    rows = Evidence.objects.weighed({lesson.pk for lessons in live.values() for lesson in lessons})
    chosen = {id(side): best_of(rows, live[id(side)]) for side in sides}
    wanted = {pk for both in chosen.values() for pks in both for pk in pks}
    evidence = {item.pk: item for item in Evidence.objects.chosen(wanted)}
    return {
        "tension": tension,
        "title": tension.title,
        "sides": [
            Argued(
                side,
                sorted(balanced(live[id(side)], balances()), key=lambda lesson: (-lesson.story_count, lesson.sentence)),
                [element for element in side.elements.all() if element.live],
                *([evidence[pk] for pk in pks] for pks in chosen[id(side)]),
            )
            for side in sides
        ],
    }


def best_of(rows: Iterable[tuple], lessons: list[Lesson]) -> tuple[list[int], list[int]]:
    """The keys of the best evidence for and against the lessons; `rows` as `EvidenceQuerySet.weighed` has them."""
    mine = {lesson.pk for lesson in lessons}
    rows = sorted((row for row in rows if row[1] in mine), key=weight)
    return (
        spread([row for row in rows if row[2] == Stance.SUPPORTS]),
        spread([row for row in rows if row[2] != Stance.SUPPORTS]),
    )


def weight(row: tuple) -> tuple:
    """What is measured before what is observed or claimed, a contradiction before a condition, a full story before a mention."""
    _pk, _lesson, stance, strength, _story, depth, title = row
    return (
        Stance.values.index(stance) == Stance.values.index(Stance.QUALIFIES),
        Strength.values.index(strength),
        Depth.values.index(depth),
        title,
    )


def spread(rows: list[tuple]) -> list[int]:
    """The first rows of different stories, from as many lessons as there are."""
    seen, told, ranked = Counter(), set(), []
    for place, (pk, lesson, _stance, _strength, story, *_rest) in enumerate(rows):
        if story not in told:
            ranked.append((seen[lesson], place, pk))
            seen[lesson] += 1
            told.add(story)
    return [pk for _round, _place, pk in sorted(ranked)[:MOST]]
