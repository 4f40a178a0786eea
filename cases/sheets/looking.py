"""
A look through the parts of a workbook before anything else reads them: well formed, no entities, not too much of anything.

It also finds what a reader of values does not tell: merged cells, formulas without a value, hidden rows, and where a sheet ends.
"""

import re
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from cases.library.problems import shown
from cases.sheets.arriving import Refused

MOST_COLUMNS = 200
MOST_ROWS = 20_000
MOST_PIECES = 200_000
"""Elements of a part other than rows, cells and texts; a workbook that people made has some thousands."""
MOST_ELEMENTS = 12_000_000
DEEPEST = 64
MANY = frozenset({"row", "c", "v", "f", "is", "si", "t", "r", "rPr", "sst"})
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576
"""Where a sheet ends."""
MOST_NAMED = 1_000
PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
NO_XML = (".vml", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin")
AROUND_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
CHUNK = 64 * 1024


@dataclass
class Look:
    """What there is in a sheet: rows that hold anything, the last row and column of these, and what wants saying."""

    rows: int = 0
    last_row: int = 0
    last_column: int = 0
    hidden_rows: int = 0
    merged: list[str] = field(default_factory=list)
    unvalued: set[tuple[int, int]] = field(default_factory=set)
    """The row and column of each formula that was saved without a value."""


def look_through(file: IO[bytes]) -> dict[str, Look]:
    """What there is in each sheet, by its part; Refused says what is wrong with the workbook."""
    with zipfile.ZipFile(file) as package:
        readers = [Reader(package, name) for name in package.namelist() if not name.lower().endswith(NO_XML)]
        return {reader.name: reader.look for reader in readers if reader.is_sheet}


class Reader:
    """Goes through a part without keeping it, and notes what there is, where it is a sheet."""

    def __init__(self, package: zipfile.ZipFile, name: str):
        self.name, self.look = name, Look()
        self.is_sheet = self.formula = self.filled = self.row_filled = self.in_value = False
        self.depth = self.pieces = self.elements = self.row = self.column = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self.refuse_doctype
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        try:
            with package.open(name) as part:
                chunk = part.read(CHUNK)
                while chunk and (self.elements or chunk.strip(AROUND_XML).startswith(b"<")):
                    parser.Parse(chunk, False)
                    chunk = part.read(CHUNK)
            if self.elements:
                parser.Parse(b"", True)
        except (expat.ExpatError, zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
            words = "Open the workbook in Excel, save it, and upload it again."
            raise Refused(f"The part {shown(name)} of the workbook is damaged ({error}). {words}") from error

    def refuse_doctype(self, *given) -> None:
        """No workbook has one; it is how an attack begins."""
        raise Refused(f"The part {shown(self.name)} declares a document type, which no workbook needs. It is refused.")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins: count, and refuse what is too much."""
        tag = name.rpartition(" ")[2]
        self.depth += 1
        self.elements += 1
        self.pieces += tag not in MANY
        if self.depth > DEEPEST or self.pieces > MOST_PIECES or self.elements > MOST_ELEMENTS:
            raise Refused(f"The part {shown(self.name)} holds more than rows need. Copy the rows into a new workbook.")
        if self.elements == 1 and tag == "worksheet":
            self.is_sheet = True
            self.parser.CharacterDataHandler = self.text
        if self.is_sheet:
            self.note(tag, attributes)

    def note(self, tag: str, attributes: dict[str, str]) -> None:
        """What begins in a sheet."""
        if tag == "row":
            self.begin_row(attributes)
        elif tag == "c":
            self.begin_cell(attributes)
        elif tag == "f":
            self.formula = True
        elif tag in {"v", "is"}:
            self.in_value = True
        elif tag == "mergeCell" and len(self.look.merged) < MOST_NAMED:
            self.look.merged.append(attributes.get("ref", "")[:40])

    def begin_row(self, attributes: dict[str, str]) -> None:
        """A row comes; its number is written beside it, or is the next."""
        number = attributes.get("r", str(self.row + 1))
        if not number.isascii() or not number.isdigit() or not self.row < int(number) <= LAST_ROW:
            raise Refused(
                f"The rows of {self.name} are out of order at “{number[:20]}”. Open it in Excel, and save it."
            )
        self.row, self.column, self.row_filled = int(number), 0, False
        self.look.hidden_rows += attributes.get("hidden") in {"1", "true"}

    def text(self, text: str) -> None:
        """A text; within a value it says that there is one."""
        self.filled = self.filled or self.in_value

    def begin_cell(self, attributes: dict[str, str]) -> None:
        """A cell comes; its place is written beside it, or is the next. A formula may have made an empty text."""
        place = attributes.get("r")
        self.column += 1
        self.formula, self.filled = False, attributes.get("t") == "str"
        if place is not None:
            match = PLACE.fullmatch(place)
            column = column_number(match[1]) if match else 0
            if not match or int(match[2]) != self.row or not self.column <= column <= LAST_COLUMN:
                raise Refused(f"{self.name} has a cell in no place, “{place[:20]}”. Open it in Excel, and save it.")
            self.column = column

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        tag = name.rpartition(" ")[2] if self.is_sheet else ""
        if tag in {"v", "is"}:
            self.in_value = False
        elif tag == "c" and (self.filled or self.formula):
            self.row_filled = True
            self.look.last_row = self.row
            self.look.last_column = max(self.look.last_column, self.column)
            if self.formula and not self.filled:
                self.look.unvalued.add((self.row, self.column))
                if len(self.look.unvalued) > MOST_PIECES:
                    raise Refused("The workbook is all formulas without values. Open it in Excel, and save it.")
        elif tag == "row":
            self.look.rows += self.row_filled


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
