"""The answers of a group side by side, on a page and as a file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from django.utils.translation import gettext as _

from cases.exports import inert
from lessons.choices import ItemKind
from lessons.models import CourseGroup, Member
from lessons.options import Option, options_of, right_keys


@dataclass
class Tally:
    """One answer of a multiple choice, with who chose it."""

    option: Option
    names: list[str] = field(default_factory=list)


@dataclass
class Told:
    """A question with what the group answered."""

    row: dict
    tallies: list[Tally] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)
    """A name and an answer."""
    lost: int = 0
    """Answers that were chosen and that the question no longer offers."""

    @property
    def count(self) -> int:
        """How many answered by choosing; of each answer its share is of these."""
        return len({name for tally in self.tallies for name in tally.names})


def named(members: list[Member]) -> dict[int, str]:
    """What each member is called: by the name that they chose, or by their place; two of one name are told apart."""
    found, seen = {}, {}
    for place, member in enumerate(members, 1):
        name = member.name or _("No. %d") % place
        seen[name] = seen.get(name, 0) + 1
        found[member.pk] = f"{name} ({seen[name]})" if seen[name] > 1 else name
    return found


def told_by(group: CourseGroup) -> tuple[list[Told], int]:
    """Each question with the answers to it, in the order in which people came; and how many they are."""
    members = list(group.members.with_replies())
    names, found = named(members), {}
    for row in group.questions:
        found[row["mark"]] = Told(row, [Tally(option) for option in options_of(row["options"])])
    for member in members:
        for reply in member.replies.all():
            if reply.mark in found:
                _put(found[reply.mark], names[member.pk], reply)
    return list(found.values()), len(members)


def _put(told: Told, name: str, reply) -> None:
    if reply.words:
        told.words.append((name, reply.words))
    known = {tally.option.key: tally for tally in told.tallies}
    for key in reply.chosen:
        if key in known:
            known[key].names.append(name)
        else:
            told.lost += 1


COLUMNS = ("question", "kind", "who", "answer", "right")


def answers_csv(group: CourseGroup) -> str:
    """One row an answer. `who` is the name that somebody chose, or a number; there is nothing else about people."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in _rows(told_by(group)[0]):
        writer.writerow([inert(cell) for cell in row])
    return f"\ufeff{out.getvalue()}"


def _rows(questions: list[Told]) -> Iterator[tuple[str, ...]]:
    for told in questions:
        text, kind = " ".join(told.row["text"].split()), str(ItemKind(told.row["kind"]).label)
        right = right_keys(tally.option for tally in told.tallies)
        for tally in told.tallies:
            yield from (
                (text, kind, name, tally.option.text, _("yes") if tally.option.key in right else _("no"))
                for name in tally.names
            )
        yield from ((text, kind, name, words, "") for name, words in told.words)
