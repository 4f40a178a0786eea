"""The rows of an upload: which sheet each belongs to, and what its cells say."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from django.utils.translation import ngettext

from cases.library.problems import did_you_mean, shown
from cases.sheets.arriving import Refused
from cases.sheets.cells import Cell, is_empty
from cases.sheets.columns import LEFT_ALONE, OWNER, REMARK, REMOVE, Column
from cases.sheets.looking import MOST_COLUMNS, MOST_ROWS
from cases.sheets.registry import Sheet, sheet, sheets
from cases.sheets.texts import table_of_text
from cases.sheets.workbooks import Table, tables_of_workbook

OURS = {"words", "problems"}
"""Sheets of our own workbooks that hold no rows."""

UNNAMED = "CSV"
"""The title of a text until it is known which sheet it is."""


@dataclass(frozen=True)
class Source:
    """An uploaded file: where it is, what it was called, and which sheet a text is of, where somebody has said so."""

    path: Path
    is_workbook: bool
    name: str = ""
    chosen: str = ""

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that a text was said to be."""
        return None if self.is_workbook else sheet(self.chosen)


class Trouble(NamedTuple):
    """What is wrong with a cell, or with a row or sheet as a whole (no column), and the value at fault."""

    column: str
    message: str
    value: str = ""


@dataclass(slots=True)
class Line:
    """A row: whose it is, and the values of its columns (None where a cell is empty)."""

    sheet: Sheet
    table: str
    number: int
    owner: str
    values: dict[str, Any] = field(default_factory=dict)
    remove: bool = False
    troubles: list[Trouble] = field(default_factory=list)
    hindrances: list[Trouble] = field(default_factory=list)
    """What keeps its record from readers, though it may be a draft."""


@dataclass
class Upload:
    """What was read: the rows, what is wrong beside them (by table and row), and what wants saying."""

    lines: list[Line] = field(default_factory=list)
    troubles: list[tuple[str, int, Trouble]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: int = 0

    @property
    def said(self) -> list[str]:
        """What wants saying of all of it."""
        if not self.remarks:
            return self.notes
        words = ngettext(
            "%(count)d row that begins with # was left out.",
            "%(count)d rows that begin with # were left out.",
            self.remarks,
        )
        return [*self.notes, words % {"count": self.remarks}]

    def refuse(self, table: str, number: int, message: str, column: str = "", value: str = "") -> None:
        """Note what is wrong with a sheet, or with its headings."""
        self.troubles.append((table, number, Trouble(column, message, value)))


def read_upload(source: Source, told: Callable[[int], None] = lambda rows: None) -> Upload:
    """
    Every row of the file; what is wrong with the file as a whole is a trouble too.

    `told` hears from time to time how many rows have been read.
    """
    upload = Upload()
    try:
        for table in tables_of(source):
            upload.notes += table.notes
            TableReader(upload, table, source.sheet).read(told)
    except Refused as refusal:
        upload.refuse("", 0, str(refusal))
    return upload


def tables_of(source: Source) -> Iterable[Table]:
    """The sheets of the file; a text is one."""
    if source.is_workbook:
        return tables_of_workbook(source.path)
    wanted = (source.sheet,) if source.sheet else sheets()
    found = table_of_text(source.path, UNNAMED, lambda texts: max(_known(one, texts) for one in wanted))
    found.hint = PurePath(source.name).stem
    return [found]


def _known(found: Sheet, texts: Iterable[str]) -> int:
    """How many of the headings the sheet has."""
    names = {name for column in found.columns for name in column.names}
    return sum(_normal(text) in names for text in texts)


def _normal(text: str) -> str:
    return " ".join(str(text).replace("_", " ").split()).casefold().rstrip("*: ")


def titled(title: str) -> Sheet | None:
    """The sheet of this title or name."""
    return {_normal(name): found for found in sheets() for name in (str(found), found.name)}.get(_normal(title))


def fitting(headings: Iterable[str]) -> list[Sheet]:
    """The sheets whose rows can be known again under these headings, as far as none knows more of them."""
    here = {_normal(text) for text in headings}
    found = [
        one
        for one in sheets()
        if all(column.names & here for column in one.columns if column.name == OWNER or column.known)
    ]
    most = max((_known(one, here) for one in found), default=0)
    return [one for one in found if _known(one, here) == most]


class TableReader:
    """Reads one table into the upload."""

    def __init__(self, upload: Upload, table: Table, chosen: Sheet | None):
        self.upload, self.table = upload, table
        self.first, self.cells = next(table.rows, (0, {}))
        self.texts = {place: str(cell.value).strip() for place, cell in self.cells.items() if not is_empty(cell.value)}
        self.candidates = [chosen or titled(table.title)]
        if not self.candidates[0]:
            # The name of a file says which of several it is, and nothing else.
            named = titled(table.hint)
            self.candidates = fitting(self.texts.values())
            self.candidates = [named] if named in self.candidates else self.candidates
        self.sheet = self.candidates[0] if len(self.candidates) == 1 else None
        self.columns: dict[int, Column] = {}

    def read(self, told: Callable[[int], None]) -> None:
        """All of it, or why it is passed over."""
        if _normal(self.table.title) in OURS or not self.first:
            return
        if self.table.hidden or not self.sheet:
            self.pass_over()
            return
        if self.table.title == UNNAMED:
            self.table.title = str(self.sheet)
        self.columns = dict(self.headings())
        if not any(column.name == OWNER for column in self.columns.values()):
            return
        for number, cells in self.table.rows:
            self.read_row(number, cells)
            if len(self.upload.lines) > MOST_ROWS:
                raise Refused(f"There are more than {MOST_ROWS:,} rows. Split the file into several.")
            told(len(self.upload.lines))

    def pass_over(self) -> None:
        """Say why the sheet is not read; where it is all that was uploaded, or may be meant, that is a trouble."""
        name = shown(self.table.title)
        several = ", ".join(str(one) for one in self.candidates)
        if self.table.hidden:
            self.upload.notes.append(
                f"The sheet “{name}” is hidden, and was not read. Unhide it if its rows are meant."
            )
        elif self.table.title == UNNAMED:
            fit = f"fit several sheets: {several}" if several else "are of no sheet that is known"
            raise Refused(f"The headings {fit}. Upload the file again, and choose which sheet it is.")
        elif several:
            self.refuse(
                f"The headings fit several sheets: {several}. Give the sheet the title of the one that is meant."
            )
        else:
            near = did_you_mean(self.table.title, [str(one) for one in sheets()])
            more = near or ". Name it as in the templates if its rows are meant."
            words = f"The sheet “{name}” was not read: no sheet of this name, or with such headings, is known{more}"
            self.upload.notes.append(words)

    def refuse(self, message: str, column: str = "") -> None:
        """Note what is wrong with the headings, or with the sheet."""
        self.upload.refuse(self.table.title, self.first, message, column)

    def headings(self) -> Iterator[tuple[int, Column]]:
        """The column under each heading; what is wrong with the headings is noted."""
        look, known = self.table.look, self.sheet.columns
        if not self.sheet.read:
            self.refuse(f"{self.sheet} can be taken out as a sheet, and are changed at the desk. Take the sheet away.")
            return
        if look.last_column > MOST_COLUMNS:
            self.refuse(f"There are {look.last_column:,} columns; {MOST_COLUMNS} are read. Delete what is too much.")
            return
        for merged in look.merged:
            self.refuse(f"The cells {merged} are merged. Part them, and write the value into each row.")
        if look.hidden_rows:
            self.upload.notes.append(f"{self.table.title}: {look.hidden_rows:,} hidden rows were read too.")
        by_name = {name: column for column in known for name in column.names}
        seen = set()
        for place, text in self.texts.items():
            column = by_name.get(_normal(text))
            if not column:
                near = did_you_mean(text, [column.heading for column in known])
                more = near or f". The columns are: {', '.join(column.heading for column in known)}."
                self.refuse(f"There is no column “{shown(text)}”{more}", shown(text))
            elif column.name in seen:
                self.refuse("The column stands here twice. Delete one of the two.", column.heading)
            else:
                seen.add(column.name)
                yield place, column
        for column in known:
            if (column.name == OWNER or column.known) and column.name not in seen:
                words = " and ".join(self.sheet.known_by)
                self.refuse(f"The column is missing. A row is known by {words}.", column.heading)

    def read_row(self, number: int, cells: dict[int, Cell]) -> None:
        """A row becomes a line, unless it is a remark."""
        line = Line(self.sheet, self.table.title, number, "")
        for place, column in self.columns.items():
            if not column.fact:
                _read_cell(line, column, cells.get(place, Cell(None)))
        if line.owner.startswith(REMARK):
            self.upload.remarks += 1
            return
        owner = self.sheet.columns[0].heading
        if not line.owner and not any(trouble.column == owner for trouble in line.troubles):
            line.troubles.append(Trouble(owner, "Nothing stands here. Write the slug, or delete the row."))
        for place, cell in cells.items():
            if place not in self.texts and not is_empty(cell.value):
                words = "A cell of the row stands under no heading. Give its column one, or delete it."
                line.troubles.append(Trouble("", words, shown(cell.value)))
        self.upload.lines.append(line)


def _read_cell(line: Line, column: Column, cell: Cell) -> None:
    """Put what the cell says into the line, or what is wrong with it."""
    try:
        if cell.flaw:
            raise ValueError(cell.flaw)
        if isinstance(cell.value, str) and cell.value.strip() == LEFT_ALONE:
            return
        value = column.read(cell.value)
    except ValueError as error:
        line.troubles.append(Trouble(column.heading, str(error), "" if cell.value is None else shown(cell.value)))
        return
    if column.name == OWNER:
        line.owner = value or ""
    elif column.name == REMOVE:
        line.remove = bool(value)
    else:
        line.values[column.name] = value
