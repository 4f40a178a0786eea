"""Asks the library's own checks about the records that an upload would make, and says at which cell each problem is."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.text import capfirst

from cases.desk.status import with_status
from cases.library.checking import Checked, Record
from cases.library.crossing import Library, cross_problems
from cases.library.folder import File
from cases.library.nouns import Noun
from cases.library.problems import Path, field_name, shown
from cases.library.records import in_batches
from cases.library.schemas import complaints
from cases.library.walking import mapping_problems
from cases.sheets.apart import without_kept
from cases.sheets.composing import Composed
from cases.sheets.permissions import may
from cases.sheets.reading import Line, Trouble

MISSING = re.compile(r"The key “(\w+)” is missing\. Add it(?: \((.*)\))?\.", re.S)
IN_WORDS = (
    (re.compile(r" ?If it is meant as a text, put it in quotes: .*"), ""),
    (re.compile(r"leave the key out"), "leave the cell empty"),
    (re.compile(r"Rename the file\."), "Write another slug."),
    (re.compile(r"Add “(\w+):” with"), r"Fill in \1 with"),
    (re.compile(r"Add “(\w+):”"), r"Fill in \1"),
    (re.compile(r"“(\w+):”"), r"\1"),
)
"""What checks say of files, as it is said of sheets."""


def check_each(records: Iterable[Composed], told=lambda done: None) -> None:
    """Find everything that is wrong with a record by itself, and put it to the rows at fault."""
    for done, composed in enumerate(records, 1):
        data = plain(composed.noun, composed.data)
        found = list(complaints(composed.noun, {"slug": composed.slug, **data}, item=True))
        found += mapping_problems(composed.noun.model, composed.noun.keys, composed.noun.rules, data, not found)
        for problem in found:
            if composed.is_there or len(problem.path) > 1:
                put(composed, problem.path, problem.message)
        told(done)


def check_together(records: list[Composed]) -> None:
    """Find everything that is wrong between the records and with the library around them."""
    by_record = {(composed.noun.name, composed.slug): composed for composed in records}
    for record, path, message in cross_problems(SheetLibrary(records)):
        put(by_record[record.file.noun.name, record.slug], path, message)


def check_rights(
    records: list[Composed], user: AbstractBaseUser, publishes: bool = False
) -> Iterator[tuple[Line, Trouble]]:
    """What the user may not do, and records that nobody else may change now; by the first row that it concerns."""
    by_noun: dict[Noun, list[Composed]] = {}
    for composed in records:
        by_noun.setdefault(composed.noun, []).append(composed)
    for noun, group in by_noun.items():
        new = [composed for composed in group if composed.version is None and composed.is_there]
        there = [composed for composed in group if composed.version]
        for action, concerned in (("add", new), ("change", there), ("publish", group if publishes else [])):
            if concerned and not may(user, action, noun):
                plural = noun.model._meta.verbose_name_plural
                words = f"You may not {action} {plural}. Take the rows away, or ask an administrator."
                yield concerned[0].told[0].line, Trouble("", words)
        yield from _held(noun, there, user)


def _held(noun: Noun, group: list[Composed], user: AbstractBaseUser) -> Iterator[tuple[Line, Trouble]]:
    """Records that are retired, locked, scheduled or being reviewed."""
    by_pk = {composed.version.stored.pk: composed for composed in group}
    for batch in in_batches(by_pk):
        for record in with_status(noun.model.objects.filter(pk__in=batch).select_related("locked_by")):
            reason = ""
            if record.retired_on:
                reason = "is retired. Bring it back at the desk first."
            elif record.locked and record.locked_by_id != user.pk:
                reason = f"is locked by {record.locked_by or 'somebody'}. Ask for it to be unlocked."
            elif record.scheduled_revision:
                reason = "is scheduled to be published. Wait, or cancel the schedule."
            elif record._current_workflow_states:
                reason = "is being reviewed. Wait until the review is over, or cancel it."
            if reason:
                composed = by_pk[record.pk]
                yield composed.told[0].line, Trouble("", f"The {noun.label} “{shown(composed.slug)}” {reason}")


class SheetLibrary(Library):
    """The records of an upload beside the database; a problem is told with its record and path, not with a line of a file."""

    def __init__(self, records: Iterable[Composed]):
        super().__init__(
            Checked(
                File(FilePath(), "", composed.noun, composed.slug),
                [Record(File(FilePath(), "", composed.noun), composed.slug, plain(composed.noun, composed.data))],
            )
            for composed in records
        )

    def problem(self, record, path, message):
        """The problem as it was found."""
        return record, path, message


def plain(noun: Noun, data: dict) -> dict:
    """The mapping as a reader of files would have it."""
    return {name: _plain(value) for name, value in without_kept(noun, data).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return {name: _plain(item) for name, item in value.items()} if isinstance(value, dict) else value


def put(composed: Composed, path: Path, message: str) -> None:
    """Put a problem to the row and the column that the path leads to, or to the first row of the record."""
    line, name, elsewhere = _origin(composed, path)
    missing = MISSING.fullmatch(message)
    if missing:
        name = missing[1]
        message = f"Nothing stands here. Write it{f' ({missing[2]})' if missing[2] else ''}."
    for pattern, words in IN_WORDS:
        message = pattern.sub(words, message)
    column = line.sheet.column(name)
    if name == "slug":
        column = line.sheet.columns[0]
    if elsewhere:
        message = f"In {elsewhere} of this {composed.noun.label}, which is in no row here: {message}"
    value = line.values.get(name)
    heading = column.heading if column else ""
    if missing and (not composed.is_there or any(trouble.column == heading for trouble in line.troubles)):
        return
    line.troubles.append(Trouble(heading, capfirst(message), "" if value is None else shown(value)))


def _origin(composed: Composed, path: Path) -> tuple[Line, str, str]:
    """The row, the name of the column, and, where no row says it, what of the record says it."""
    first = composed.told[0].line
    if len(path) > 1 and path[:2] in composed.rows:
        return composed.rows[path[:2]], str(path[2]) if len(path) > 2 else "", ""
    own = composed.rows.get(())
    if own and (not path or path[0] in own.values or path[0] == "slug" or not composed.version):
        return own, str(path[0]) if path else "", ""
    return own or first, "", field_name(path)
