"""
What the answers say of each element: where people differ, what is seldom so, what nobody could say, what is often so.

No finding adds elements up, and none ranks them: within a kind they stand in the order in which they were asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lessons.audit.groups import LEAST_APART, Group
from lessons.audit.questionnaire import Asked, Questionnaire, Section
from lessons.audit.tallies import Count, Tally, differ

SELDOM_BELOW, OFTEN_FROM = 1.5, 2.5
"""Places on the scale: below the one lies what is seldom so, from the other on what is often so."""

WIDE_SPREAD = 1.1
"""From this spread on, people differ among themselves, whatever group they are of."""


class Kind(TextChoices):
    """What kind of finding it is, in the order in which they are told."""

    DIFFER = "differ", _("Where you see it differently")
    SELDOM = "seldom", _("What is seldom so")
    UNKNOWN = "unknown", _("What few could say")
    SOMETIMES = "sometimes", _("What is sometimes so, and sometimes not")
    OFTEN = "often", _("What is often so")


@dataclass(frozen=True)
class Shown:
    """A statement with what was said to it."""

    asked: Asked
    tally: Tally
    words: list[tuple[str, int]]
    parts: list[tuple[Group, Tally]]
    examples: list[str]

    @property
    def gap(self) -> float:
        """How far the groups lie apart on it, or how far people do where no groups are shown."""
        means = [tally.mean for _group, tally in self.parts]
        return max(means) - min(means) if means else (self.tally.spread if self.tally else 0)


@dataclass(frozen=True)
class Finding:
    """What the answers say of an element."""

    section: Section
    kind: Kind
    tally: Tally
    statements: list[Shown]
    parts: list[tuple[Group, Tally]] = field(default_factory=list)
    """The groups that may be shown, with where each stands."""

    @property
    def focus(self) -> Shown:
        """The statement on which it turns: where people differ most, few could say, or it is least often so; or the strongest."""
        if self.kind == Kind.DIFFER:
            return max(self.statements, key=lambda shown: shown.gap)
        if self.kind == Kind.UNKNOWN:
            return max(self.statements, key=lambda shown: shown.tally.cannot)
        if self.kind == Kind.OFTEN:
            straight = [shown for shown in self.statements if shown.tally and not shown.asked.turned]
            return max(straight or self.statements, key=lambda shown: shown.tally.mean if shown.tally else -1)
        known = (shown for shown in self.statements if shown.tally)
        return min(known, key=lambda shown: shown.tally.mean, default=self.statements[0])

    @property
    def ends(self) -> list[tuple[Group, Tally]]:
        """Of the groups that lie further apart than chance would set them the two furthest, the lower first; else empty."""
        apart = [pair for pair in combinations(sorted(self.parts, key=mean_of), 2) if differ(pair[0][1], pair[1][1])]
        return list(max(apart, key=lambda pair: mean_of(pair[1]) - mean_of(pair[0]), default=()))

    @property
    def sentence(self) -> str:
        """What it says, and how far that can be trusted."""
        if self.kind == Kind.UNKNOWN:
            numbers = {"cannot": self.tally.cannot, "answers": self.tally.answers}
            return gettext("%(cannot)d of %(answers)d answers are “I cannot say”.") % numbers
        if self.ends:
            (low, least), (high, most) = self.ends
            sides = {"low": low.name, "least": least.words, "high": high.inside, "most": most.words}
            return (
                gettext(
                    "%(low)s say “%(least)s”, %(high)s “%(most)s”: further apart than chance would set so few people."
                )
                % sides
            )
        if self.kind == Kind.DIFFER:
            return gettext("You answer from different ends of the scale. In the middle lies %s.") % self.tally.words
        if self.tally.people == 1:
            return gettext("You say: %s.") % self.tally.words
        said = capfirst(self.tally.words)
        if not self.parts:
            return f"{said}."
        return gettext("%s, on the whole. The groups lie so close together that it may be chance.") % said


def mean_of(part: tuple[Group, Tally]) -> float:
    """Where a group stands."""
    return part[1].mean


def findings(questionnaire: Questionnaire, count: Count, everybody: Group, groups: Sequence[Group]) -> list[Finding]:
    """The findings in the order in which they are told; an element that nobody answered has none."""
    found = (finding(section, count, everybody, groups) for section in questionnaire.sections)
    order = list(Kind)
    return sorted((one for one in found if one), key=lambda one: order.index(one.kind))


def finding(section: Section, count: Count, everybody: Group, groups: Sequence[Group]) -> Finding | None:
    """What the answers say of the element; None where there are none, or too few to be shown."""
    least = min(LEAST_APART, everybody.size)
    tally = count.of_section(section, everybody)
    if not tally.answers or 0 < tally.people < least:
        return None
    parts = count.apart(groups, [count.of_section(section, group) for group in groups])
    statements = [shown(asked, count, everybody, groups) for asked in section.statements]
    return Finding(section, kind_of(tally, parts), tally, statements, parts)


def shown(asked: Asked, count: Count, everybody: Group, groups: Sequence[Group]) -> Shown:
    """What was said to the statement; of too few people nothing."""
    tally = count.of_statement(asked, everybody)
    if 0 < tally.people < min(LEAST_APART, everybody.size):
        return Shown(asked, Tally(answers=tally.answers, cannot=tally.cannot), [], [], [])
    parts = count.apart(groups, [count.of_statement(asked, group) for group in groups])
    return Shown(asked, tally, count.words(asked, everybody), parts, count.examples(asked, everybody))


def kind_of(tally: Tally, parts: Sequence[tuple[Group, Tally]]) -> Kind:
    """What kind of finding it is."""
    if not tally or 2 * tally.cannot >= tally.answers:
        return Kind.UNKNOWN
    if any(differ(one[1], other[1]) for one, other in combinations(parts, 2)):
        return Kind.DIFFER
    if tally.people >= LEAST_APART and tally.spread >= WIDE_SPREAD:
        return Kind.DIFFER
    if tally.mean < SELDOM_BELOW:
        return Kind.SELDOM
    return Kind.OFTEN if tally.mean >= OFTEN_FROM else Kind.SOMETIMES


def by_kind(found: Iterable) -> list[tuple[Kind, list]]:
    """What has a `kind`, under its kind, in the order of kinds."""
    rows = list(found)
    return [(kind, mine) for kind in Kind if (mine := [row for row in rows if row.kind == kind])]
