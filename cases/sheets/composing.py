"""
Puts the rows of an upload onto the records that are there: each record becomes what a file of it would hold.

Columns that the sheet has not, and parts that it does not name, stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from cases.library.keeping import paired
from cases.library.keys import Key
from cases.library.names import Names
from cases.library.nouns import Noun, nouns
from cases.library.problems import Path, did_you_mean, shown
from cases.models.sheet_row import DOING, RowKind
from cases.sheets.reading import Line, Trouble
from cases.sheets.registry import Sheet
from cases.sheets.versions import Version, newest_versions

MOST_SUGGESTIONS = 50
"""After so many slugs that nobody knows, no near ones are looked for any more."""


@dataclass
class Told:
    """What a row would do, cell by cell: the heading, and the value before and after."""

    line: Line
    kind: RowKind
    cells: list[tuple[str, Any, Any]] = field(default_factory=list)


@dataclass
class Composed:
    """A record as it would be, its version as it is (None for a new one), and which row (`rows`) says what of it."""

    noun: Noun
    slug: str
    version: Version | None
    data: dict
    is_there: bool = True
    """Whether there is such a record, or a row adds one; if not, only its parts are looked at."""

    rows: dict[Path, Line] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        """Whether any row does anything to it."""
        return any(told.kind in DOING for told in self.told)

    @property
    def waits(self) -> bool:
        """Whether readers do not see what it says already."""
        return self.version is not None and self.version.waits


def compose(lines: Iterable[Line], names: Names, told=lambda done: None) -> Iterator[Composed]:
    """Every record that a row is of; rows of one that is nowhere get a trouble."""
    by_noun = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.owner:
            by_noun[line.sheet.noun_name][line.owner].append(line)
    done, suggested = 0, set()
    for noun in nouns():
        owned = by_noun.get(noun.name, {})
        there = {version.stored.slug: version for version in newest_versions(noun, names, owned)}
        for slug, group in owned.items():
            version = there.get(slug)
            is_there = bool(version) or any(not line.sheet.part for line in group)
            if not is_there:
                _refuse_unowned(noun, slug, group, names, suggested)
            yield _composed(noun, slug, version, group, is_there)
            done += len(group)
            told(done)


def _refuse_unowned(noun: Noun, slug: str, group: list[Line], names: Names, suggested: set[str]) -> None:
    suggested.add(slug)
    near = did_you_mean(slug, names.keys(noun.model)) if len(suggested) < MOST_SUGGESTIONS else ""
    for line in group:
        words = f"There is no {noun.label} “{shown(slug)}”{near or ', and no row of this file adds one.'}"
        line.troubles.append(Trouble(line.sheet.columns[0].heading, words, shown(slug)))


def _composed(noun: Noun, slug: str, version: Version | None, group: list[Line], is_there: bool) -> Composed:
    found = Composed(noun, slug, version, dict(version.data) if version else {}, is_there)
    by_sheet: dict[Sheet, list[Line]] = defaultdict(list)
    for line in group:
        by_sheet[line.sheet].append(line)
    for sheet, lines in by_sheet.items():
        if sheet.part:
            _put_parts(found, sheet, lines)
        else:
            _put_record(found, lines)
    return found


def _put_record(found: Composed, lines: list[Line]) -> None:
    first, *others = lines
    for line in others:
        words = (
            f"The slug “{shown(found.slug)}” stands in row {first.number} already. Join the two rows, or delete one."
        )
        line.troubles.append(Trouble(line.sheet.columns[0].heading, words, found.slug))
    before = found.data
    found.data = _overlaid(before, first.values)
    found.rows[()] = first
    found.told.append(_tell(first, before if found.version else None, found.data))


def _put_parts(found: Composed, sheet: Sheet, lines: list[Line]) -> None:
    """Change, add and take away parts; each row is paired with the part that it is known by."""
    key = sheet.parts
    before = list(found.data.get(key.name) or ())
    places = paired(key.known, before, [_tidied(key.keys, line.values) for line in lines])
    after: list[tuple[dict | None, Line | None]] = [(part, None) for part in before]
    for line, place in zip(lines, places, strict=True):
        there = None if place is None else before[place]
        part = None if line.remove else _overlaid(there or {}, line.values)
        if place is not None:
            after[place] = (part, line)
        elif part is not None:
            after.append((part, line))
        else:
            words = f"The {found.noun.label} has no such {sheet.model._meta.verbose_name} that could be taken away."
            line.troubles.append(Trouble("", words))
        found.told.append(_tell(line, there, part))
    kept = [(part, line) for part, line in after if part is not None]
    found.data = _overlaid(found.data, {key.name: [part for part, _line in kept] or None})
    found.rows.update({(key.name, place): line for place, (_part, line) in enumerate(kept) if line})


def _overlaid(mapping: dict, values: dict) -> dict:
    """The mapping with these values; one that is None is left out."""
    return {name: value for name, value in (mapping | values).items() if value is not None}


def _tell(line: Line, before: dict | None, after: dict | None) -> Told:
    """What the row does to what was there before."""
    keys = {column.name: column for column in line.sheet.columns if column.name in line.values}
    if after is None:
        there = before or {}
        return Told(line, RowKind.REMOVED, [(column.heading, there.get(name), None) for name, column in keys.items()])
    cells = [
        (column.heading, (before or {}).get(name), after.get(name))
        for name, column in keys.items()
        if not _same(column.key, before or {}, after)
    ]
    kind = RowKind.ADDED if before is None else RowKind.CHANGED if cells else RowKind.SAME
    return Told(line, kind, cells)


def _same(key: Key, before: dict, after: dict) -> bool:
    return key.same(*(_tidied([key], mapping).get(key.name) for mapping in (before, after)))


def _tidied(keys: Iterable[Key], values: dict) -> dict:
    """The values as a dump would write them; one that no dump could hold stays as it is, until it is refused."""
    found = {}
    for key in keys:
        value = values.get(key.name)
        with suppress(ValueError, TypeError, ArithmeticError, AttributeError):
            value = key.tidy(value)
        if value is not None:
            found[key.name] = value
    return found
