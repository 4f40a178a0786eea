"""What people say, counted: of an element or of one statement, of everybody or of a group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pstdev

from django.utils.translation import gettext as _

from lessons.audit.groups import LEAST_APART, Group
from lessons.audit.questionnaire import TOP, Asked, Section
from lessons.choices import SCALE, Often

CHANCE = 2
"""A difference counts from so many standard errors on."""

LEAST_GAP = 0.5
"""The smallest difference that counts, in steps of the scale, however many people answer."""

USUAL_SPREAD = 0.5
"""Three people who agree by accident are no reason to expect no spread among people like them."""

LEFT, RIGHT = 8, 232
"""Where “never” and “always” lie on a strip, in units of the drawing."""


@dataclass(frozen=True)
class Said:
    """One answer: on whose sheet, to which statement, how often, with which example."""

    sheet: int
    statement: str
    often: str
    example: str = ""


@dataclass(frozen=True)
class Tally:
    """Where people stand on the scale from 0 to 4, one place a person who could say, and how many answers were “I cannot say”."""

    places: tuple[float, ...] = ()
    answers: int = 0
    cannot: int = 0

    def __bool__(self) -> bool:
        return bool(self.places)

    @property
    def people(self) -> int:
        """How many people could say."""
        return len(self.places)

    @property
    def mean(self) -> float:
        """Where they stand, on average."""
        return fmean(self.places)

    @property
    def spread(self) -> float:
        """How far they differ among themselves."""
        return pstdev(self.places)

    @property
    def error(self) -> float:
        """How far the mean of other people like them may lie from theirs."""
        return max(self.spread, USUAL_SPREAD) / sqrt(self.people)

    @property
    def x(self) -> float:
        """Where the mean lies on a strip."""
        return on_strip(self.mean)

    @property
    def words(self) -> str:
        """Where they stand, in the words of the scale."""
        return in_words(self.mean)


def on_strip(place: float) -> float:
    """Where a place on the scale lies on a strip."""
    return round(LEFT + place / TOP * (RIGHT - LEFT), 1)


def in_words(place: float) -> str:
    """A place on the scale as words: “often”, or “between sometimes and often”."""
    low = int(place)
    words = [str(often.label).lower() for often in SCALE]
    if place - low < 0.25:
        return words[low]
    if place - low > 0.75:
        return words[low + 1]
    return _("between %(low)s and %(high)s") % {"low": words[low], "high": words[low + 1]}


def differ(one: Tally, other: Tally) -> bool:
    """Whether the two lie further apart than chance would set so few people."""
    gap = abs(one.mean - other.mean)
    return gap >= LEAST_GAP and gap > CHANCE * sqrt(one.error**2 + other.error**2)


class Count:
    """The answers of a round, or of one person, ready to be counted."""

    def __init__(self, said: Iterable[Said]):
        self.said = defaultdict(list)
        for answer in said:
            self.said[answer.statement].append(answer)

    def of_statement(self, asked: Asked, group: Group) -> Tally:
        """What the group says to one statement."""
        return self.of_statements([asked], group)

    def of_section(self, section: Section, group: Group) -> Tally:
        """What the group says of an element."""
        return self.of_statements(section.statements, group)

    def of_statements(self, statements: Sequence[Asked], group: Group) -> Tally:
        """What the group says to these statements: one place a person, in the middle of their answers."""
        places, answers, cannot = defaultdict(list), 0, 0
        for asked in statements:
            for answer in self.said[asked.slug]:
                if answer.sheet in group.sheets and answer.often:
                    answers += 1
                    if (place := asked.place(answer.often)) is None:
                        cannot += 1
                    else:
                        places[answer.sheet].append(place)
        return Tally(tuple(fmean(found) for _sheet, found in sorted(places.items())), answers, cannot)

    def apart(self, groups: Sequence[Group], tallies: Sequence[Tally]) -> list[tuple[Group, Tally]]:
        """The groups that could say, with their tallies; none where in any of them only one or two could, or where only one is left."""
        few = any(0 < tally.people < LEAST_APART for tally in tallies)
        found = [(group, tally) for group, tally in zip(groups, tallies, strict=True) if tally]
        return found if len(found) > 1 and not few else []

    def words(self, asked: Asked, group: Group) -> list[tuple[str, int]]:
        """How many of the group gave which answer to the statement, as far as anybody did."""
        found = Counter(answer.often for answer in self.said[asked.slug] if answer.sheet in group.sheets)
        return [(str(often.label), found[often]) for often in Often if found[often]]

    def examples(self, asked: Asked, group: Group) -> list[str]:
        """The examples given for the statement, by the alphabet: their order says nothing of whose they are."""
        found = {answer.example for answer in self.said[asked.slug] if answer.sheet in group.sheets and answer.example}
        return sorted(found, key=str.casefold)
