"""The balance of evidence: how many stories point which way, in words and as a bar."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from cases.search.index import library_index
from cases.search.sets import NOBODY
from lessons.choices import Stance


@dataclass(frozen=True)
class Balance:
    """How many stories support, qualify and contradict a lesson. A story may count on more than one side."""

    supports: int = 0
    qualifies: int = 0
    contradicts: int = 0
    stories: int = 0

    @property
    def against(self) -> int:
        """How many pieces of evidence limit the lesson or speak against it."""
        return self.qualifies + self.contradicts

    @property
    def sentence(self) -> str:
        """The balance in words; contrary evidence comes first and is never left out."""
        if not self.stories:
            return gettext("No evidence is held yet.")
        parts = []
        if self.contradicts:
            parts.append(
                ngettext("%d story points the other way", "%d stories point the other way", self.contradicts)
                % self.contradicts
            )
        if self.qualifies and parts:
            parts.append(ngettext("%d sets a condition", "%d set conditions", self.qualifies) % self.qualifies)
        elif self.qualifies:
            parts.append(
                ngettext("%d story sets a condition", "%d stories set conditions", self.qualifies) % self.qualifies
            )
        if self.supports:
            parts.append(ngettext("seen in %d story", "seen in %d stories", self.supports) % self.supports)
        else:
            parts.append(gettext("no story supports it yet"))
        return capfirst("; ".join(parts)) + "."


def annotated_balance(lesson) -> Balance:
    """The balance of a lesson from `LessonQuerySet.with_balance`."""
    return Balance(lesson.supports, lesson.qualifies, lesson.contradicts, lesson.story_count)


TALLIES = {"any stance": "", **{f"stance {stance}": stance.value for stance in Stance}}
"""How the index counts evidence: the lessons of each stance, and those of any."""


def tallies(story) -> dict[str, list[tuple[str, str]]]:
    """The published lessons (ids) on which the story has evidence, by stance."""
    found = [(str(item.lesson_id), item.stance) for item in story.evidence.all() if item.lesson.live]
    return {
        key: [
            (lesson, "") for lesson in dict.fromkeys(lesson for lesson, said in found if said == stance or not stance)
        ]
        for key, stance in TALLIES.items()
    }


def balances() -> dict[int, Balance]:
    """The balance of every lesson (id) with published evidence, as fresh as the finder's counts, because the index counts it."""
    snapshot = library_index().snapshot()
    return snapshot.remember("balances", lambda: _balances(snapshot.sets.facets))


def _balances(facets) -> dict[int, Balance]:
    every, *sides = (facets.get(key, {}) for key in TALLIES)
    return {
        int(lesson): Balance(*(side.get(lesson, NOBODY).total for side in sides), stories=held.total)
        for lesson, held in every.items()
    }


def heaviest(lessons: QuerySet, most: int, weight: Callable[[Balance], object]) -> list:
    """Of the lessons those `most` whose balance weighs most, with what `LessonQuerySet.with_balance` adds; else by sentence."""
    known = balances()
    ids = list(lessons.order_by("sentence", "pk").values_list("pk", flat=True))
    ids = sorted(ids, key=lambda pk: weight(known.get(pk, Balance())), reverse=True)[:most]
    found = lessons.in_bulk(ids)
    return balanced([found[pk] for pk in ids], known)


def balanced(lessons: list, known: dict[int, Balance]) -> list:
    """The lessons with what `LessonQuerySet.with_balance` adds, counted once for the whole library instead of for each page."""
    for lesson in lessons:
        balance = known.get(lesson.pk, Balance())
        lesson.supports, lesson.qualifies, lesson.contradicts = balance.supports, balance.qualifies, balance.contradicts
        lesson.story_count = balance.stories
    return lessons


def weighing(right: Callable[[Balance], object]) -> list[int]:
    """The lessons (ids) with evidence whose balance is right."""
    return [lesson for lesson, balance in balances().items() if right(balance)]
