"""The result of a round as CSV: what the page shows, and nothing that it does not."""

import csv
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cases.exports import inert
from lessons.audit.findings import Finding, Shown, findings
from lessons.audit.groups import Group
from lessons.audit.results import Result, of_round
from lessons.audit.tallies import Tally
from lessons.choices import Often
from lessons.models import Round

COLUMNS = ("round", "element", "statement", "worded_the_other_way_round", "who", "people", "place", "cannot_say")


class _Line:
    """What csv writes to: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def as_csv(shown: Round) -> Iterator[str]:
    """A line for each element and each statement, of everybody and of each group that may be shown apart; place is from 0 to 4."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow([*COLUMNS, *(often.value for often in Often)])
    result = of_round(shown, shown.handed_in)
    for cells in rows_of(result) if result else ():
        yield writer.writerow([shown.number, *(inert(cell) if isinstance(cell, str) else cell for cell in cells)])


def rows_of(result: Result) -> Iterator[list]:
    """The cells of each line, behind the round."""
    told = {one.section.slug: one for one in findings(result.asked, result.count, result.everybody, result.groups)}
    for section in result.asked.sections:
        if one := told.get(section.slug):
            yield from _lines([section.name, "", ""], one, result.everybody, {})
            for shown in one.statements:
                head = [section.name, shown.asked.text, _("yes") if shown.asked.turned else _("no")]
                yield from _lines(head, shown, result.everybody, dict(shown.words))


def _lines(head: list[str], one: Finding | Shown, everybody: Group, words: dict[str, int]) -> Iterator[list]:
    """Everybody, with how many gave which answer; then each group."""
    counts = [words.get(str(often.label), "") for often in Often]
    yield [*head, everybody.name, *_numbers(one.tally), one.tally.cannot, *counts]
    for group, tally in one.parts:
        yield [*head, group.name, *_numbers(tally), "", *([""] * len(counts))]


def _numbers(tally: Tally) -> list:
    return [tally.people, round(tally.mean, 2) if tally else ""]
