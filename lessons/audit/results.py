"""The result of a round, or of one person's answers: what is shown, of whom, and how it differs from the round before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import ngettext

from lessons.audit.actions import show_in_sight
from lessons.audit.changes import Change
from lessons.audit.findings import by_kind, findings
from lessons.audit.groups import LEAST_APART, Group, apart, everybody, in_sight
from lessons.audit.questionnaire import Asked, Questionnaire
from lessons.audit.recommending import Adviser
from lessons.audit.tallies import Count, Said
from lessons.models import Reply, Round, Sheet

ALONE = 0
"""Stands for the sheet of somebody who answers alone."""


@dataclass(frozen=True)
class Result:
    """Answers that may be shown: who is shown, and what was said."""

    asked: Questionnaire
    count: Count
    everybody: Group
    groups: list[Group] = field(default_factory=list)
    left_out: int = 0
    """Sheets that stay out because one or two people alone would be seen."""

    @property
    def alone(self) -> bool:
        """Whether these are the answers of one person."""
        return self.everybody.size == 1

    @property
    def whom(self) -> str:
        """Who answered, in numbers."""
        people = ngettext("%d person answered.", "%d people answered.", self.everybody.size) % self.everybody.size
        groups = "; ".join(f"{group.inside}: {group.size}" for group in self.groups)
        return f"{people} {capfirst(groups)}." if groups else people

    @property
    def few(self) -> bool:
        """Whether so few answered that chance rules most of it."""
        return not self.alone and self.everybody.size < 2 * LEAST_APART

    def context(self, reader: Mapping[str, str]) -> dict:
        """What the page of the result shows, for a reader of that place."""
        found = findings(self.asked, self.count, self.everybody, self.groups)
        told = {one.section.slug: one for one in found}
        return {
            "result": self,
            "rows": [told[section.slug] for section in self.asked.sections if section.slug in told],
            "kinds": by_kind(Adviser(found, reader).advice()) if found else [],
            "silent": [section for section in self.asked.sections if section.slug not in told],
            "reader": reader,
        }

    def since(self, before: "Result | None") -> list[Change]:
        """How each element moved since the result before; only what both asked in the same words is compared."""
        found = []
        for section in self.asked.sections if before else ():
            same = [asked for asked in section.statements if before.asks(asked)]
            now = self.count.of_statements(same, self.everybody)
            then = before.count.of_statements(same, before.everybody)
            if min(now.people, then.people) >= min(LEAST_APART, self.everybody.size, before.everybody.size):
                found.append(Change(section, then, now, len(same), self.alone or before.alone))
        return found

    def asks(self, asked: Asked) -> bool:
        """Whether this result asked the statement in the same words."""
        mine = self.asked.statements.get(asked.slug)
        return mine is not None and (mine.text, mine.turned) == (asked.text, asked.turned)


def of_one(asked: Questionnaire, said: Mapping[str, tuple[str, str]]) -> Result:
    """The result of one person's own answers."""
    count = Count(Said(ALONE, slug, often, example) for slug, (often, example) in said.items())
    return Result(asked, count, everybody({ALONE: ""}))


def of_round(audit_round: Round, handed_in: int) -> Result | None:
    """The result of a round in which so many handed in, as far as it may be shown now; None where nothing may."""
    asked = Questionnaire.read(audit_round.questions)
    if audit_round.audit.alone:
        sheet = Sheet.objects.filter(round=audit_round).handed_in().first()
        return of_one(asked, Reply.objects.of_sheet(sheet)) if sheet else None
    shown = in_sight(handed_in, audit_round.is_open, audit_round.seen)
    if not shown:
        return None
    if audit_round.is_open and shown > audit_round.seen:
        show_in_sight(audit_round=audit_round, sheets=shown)
    voices = dict(Sheet.objects.filter(round=audit_round).handed_in().values_list("pk", "voice")[:shown])
    count = Count(Said(*row) for row in Reply.objects.of_sheets(list(voices)))
    groups = [] if audit_round.is_open else apart(voices)
    return Result(asked, count, everybody(voices), groups, 0 if audit_round.is_open else handed_in - shown)


def before(audit_round: Round) -> Result | None:
    """The result of the last round before that may be shown."""
    for earlier in Round.objects.before(audit_round).for_page().order_by("-number"):
        if found := of_round(earlier, earlier.handed_in):
            return found
    return None
