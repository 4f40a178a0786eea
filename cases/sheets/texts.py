"""An uploaded text with separated values (CSV): its encoding and its separator are found out."""

import codecs
import csv
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

from cases.library.keys import LONGEST_NARRATIVE
from cases.library.reading import UNREADABLE
from cases.sheets.arriving import Refused, look
from cases.sheets.cells import Cell
from cases.sheets.looking import MOST_COLUMNS, Look
from cases.sheets.workbooks import Row, Table

SEPARATORS = (",", ";", "\t")
LONGEST_HEADINGS = 10_000
"""Characters of the first line that are looked at for the separator."""
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def table_of_text(path: Path, title: str, recognised: Callable[[list[str]], int]) -> Table:
    """
    The text as a table; Refused says why it is none.

    `recognised` says how many of some headings are known: the separator that gives most of them is the right one.
    """
    with path.open("rb") as file:
        look(file, path.stat().st_size)
        file.seek(0)
        text, notes = decoded(file.read())
    first, _line, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text, before = first.strip()[4], rest, 1
    else:
        separator, before = separator_of(first, recognised), 0
    return Table(title, _rows(text, separator, before), Look(), notes=notes)


def decoded(raw: bytes) -> tuple[str, list[str]]:
    """The text, and what wants saying of how it was read."""
    notes = []
    encoding = next((found for mark, found in MARKS.items() if raw.startswith(mark)), None) or _guessed(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refused(f"Line {line} is neither UTF-8 nor Windows-1252. Save the file as “CSV UTF-8”.") from error
    if encoding == "cp1252":
        notes.append("The text was read as Windows-1252, because it is not UTF-8. Look at its accents below.")
    if found := UNREADABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Refused(f"Line {line} holds the control character U+{ord(found.group()):04X}. Is this a text? Delete it.")
    return text, notes


def _guessed(raw: bytes) -> str:
    """The encoding of a text without a mark."""
    head = raw[:4096]
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    if head[0::2].count(0) > len(head) // 4:
        return "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def separator_of(first: str, recognised: Callable[[list[str]], int]) -> str:
    """The separator under which most headings of the first line are known, or else the one that stands there most often."""

    start = first[:LONGEST_HEADINGS]

    def worth(separator: str) -> tuple[int, int]:
        return recognised(next(csv.reader([start], delimiter=separator), [])), start.count(separator)

    return max(SEPARATORS, key=worth)


def _rows(text: str, separator: str, before: int) -> Iterator[Row]:
    """The rows that hold anything, numbered as a spreadsheet numbers them."""
    csv.field_size_limit(LONGEST_NARRATIVE * 2)
    number = before
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            number += 1
            if cells := {place: Cell(value) for place, value in enumerate(row, 1) if value.strip()}:
                if max(cells) > MOST_COLUMNS:
                    raise Refused(
                        f"Row {number} has {max(cells):,} columns; {MOST_COLUMNS} are read. Is it the right file?"
                    )
                yield number, cells
    except csv.Error as error:
        raise Refused(
            f"Row {number + 1} cannot be told apart ({error}). A text that holds a quotation mark stands in quotation marks, and has two "
            f"for each of its own."
        ) from error
