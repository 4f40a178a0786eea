"""What an upload would do: row by row and cell by cell, with everything that stands in its way."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from cases.library.names import Names
from cases.models.sheet_row import HINDERED, RowKind
from cases.sheets.checking import check_each, check_rights, check_together
from cases.sheets.columns import PARTED_BY
from cases.sheets.composing import Composed, Told, compose
from cases.sheets.readiness import hindrances
from cases.sheets.reading import Line, Trouble, Upload

Telling = Callable[[str, int, int], None]
"""Hears how far something has come: what is being done, how many rows are done, and how many there are."""


def untold(phase: str, done: int, total: int) -> None:
    """Nobody listens."""


def concerned(records: Iterable[Composed], publishes: bool) -> list[Composed]:
    """The records that an import writes: those that change, and, where it publishes, those that readers do not see so yet."""
    return [composed for composed in records if composed.changes or (publishes and composed.waits)]


@dataclass
class Preview:
    """The records that the rows are of, and what each row does."""

    upload: Upload
    records: list[Composed] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    @property
    def problems(self) -> int:
        """How many things are wrong."""
        return len(self.upload.troubles) + sum(len(told.line.troubles) for told in self.told)

    @property
    def hindered(self) -> bool:
        """Whether a story of it cannot be shown to readers."""
        return any(told.line.hindrances for told in self.told)

    @property
    def changed(self) -> list[Composed]:
        """The records that would change, or be added."""
        return [composed for composed in self.records if composed.changes]

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row that does something, is refused, or cannot be shown to readers: table, number, kind, name, and its cells."""
        for table, number, trouble in self.upload.troubles:
            yield {"table": table, "number": number, "kind": RowKind.REFUSED, "name": "", "cells": [_problem(trouble)]}
        for told in self.told:
            line = told.line
            if told.kind != RowKind.SAME or line.hindrances:
                cells = _problems(line) if told.kind == RowKind.REFUSED else [*_hindrances(line), *_changes(told)]
                yield {
                    "table": line.table,
                    "number": line.number,
                    "kind": told.kind,
                    "name": name_of(line),
                    "cells": cells,
                }

    def tables(self) -> list[dict[str, Any]]:
        """The sheets that were read, with the number of rows that do what."""
        found: dict[str, dict] = {}
        for told in self.told:
            line = told.line
            table = found.setdefault(line.table, {"title": line.table, "sheet": line.sheet.name})
            table[str(told.kind)] = table.get(str(told.kind), 0) + 1
            if line.hindrances:
                table[HINDERED] = table.get(HINDERED, 0) + 1
        return list(found.values())

    def digest(self) -> str:
        """The same for the same preview of the same library; another where anything of it has changed."""
        found = sha256()
        for row in self.rows():
            found.update(json.dumps(row, sort_keys=True).encode())
        for composed in self.records:
            stored = composed.version.stored if composed.version else None
            state = (stored.live, stored.has_draft) if stored else None
            found.update(repr((composed.noun.name, composed.slug, state)).encode())
        return found.hexdigest()


def preview(
    upload: Upload, user: AbstractBaseUser, names: Names, tell: Telling = untold, *, publishes: bool = False
) -> Preview:
    """What the upload would do to the library as it is now; where it `publishes`, the right to do so is asked for too."""
    total = len(upload.lines)
    records = list(compose(upload.lines, names, lambda done: tell("comparing", done, total)))
    found = Preview(upload, records)
    changed = found.changed
    check_each(changed, lambda done: tell("checking", done, len(changed)))
    check_together(changed)
    for line, trouble in check_rights(concerned(records, publishes), user, publishes):
        line.troubles.append(trouble)
    for line, trouble in hindrances(concerned(records, True), names):
        line.hindrances.append(trouble)
    found.told = _in_order(upload, records)
    return found


def _in_order(upload: Upload, records: list[Composed]) -> list[Told]:
    """What every row does, in the order of the file; a row with a trouble is refused."""
    by_line = {id(told.line): told for composed in records for told in composed.told}
    found = [by_line.get(id(line)) or Told(line, RowKind.REFUSED) for line in upload.lines]
    for told in found:
        if told.line.troubles:
            told.kind = RowKind.REFUSED
    return found


def name_of(line: Line) -> str:
    """What a row is of: the slug, and what a part is known by."""
    known = [line.values.get(column.name) for column in line.sheet.columns if column.known]
    return " · ".join([line.owner, *(str(value) for value in known if value is not None)])


def _problem(trouble: Trouble) -> dict[str, str]:
    return {"column": trouble.column, "problem": trouble.message, "value": trouble.value}


def _problems(line: Line) -> list[dict[str, str]]:
    return [_problem(trouble) for trouble in line.troubles]


def _hindrances(line: Line) -> list[dict[str, str]]:
    return [{"column": trouble.column, "hindrance": trouble.message} for trouble in line.hindrances]


def _changes(told: Told) -> list[dict[str, str]]:
    return [
        {"column": heading, "before": in_words(before), "after": in_words(after)}
        for heading, before, after in told.cells
        if before is not None or after is not None
    ]


def in_words(value: Any) -> str:
    """A value of a mapping as a cell shows it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return PARTED_BY.join(map(str, value))
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
