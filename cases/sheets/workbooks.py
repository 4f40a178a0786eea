"""The sheets of an uploaded workbook, row by row, in little memory."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import load_workbook

from cases.sheets.arriving import Refused, look
from cases.sheets.cells import Cell, in_words
from cases.sheets.looking import Look, look_through

logger = logging.getLogger(__name__)

Row = tuple[int, dict[int, Cell]]
"""The number of a row, and its cells that hold anything, by the number of their column; both from 1."""


@dataclass
class Table:
    """A sheet as it was uploaded: its title, and its rows that hold anything."""

    title: str
    rows: Iterator[Row]
    look: Look = field(default_factory=Look)
    hidden: bool = False
    notes: list[str] = field(default_factory=list)
    """What wants saying, though nothing is wrong."""

    hint: str = ""
    """What else may say which sheet it is."""


def tables_of_workbook(path: Path) -> Iterator[Table]:
    """The sheets of the workbook, in their order; Refused says what is wrong with it."""
    with path.open("rb") as file, warnings.catch_warnings():
        # openpyxl warns of what it leaves out of a workbook that it would write again; here it only reads.
        warnings.simplefilter("ignore")
        look(file, path.stat().st_size)
        looks = look_through(file)
        with _one_sentence():
            workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            for sheet in workbook.worksheets:
                found = looks[sheet._worksheet_path]
                yield Table(sheet.title, _rows(sheet, found), found, sheet.sheet_state != "visible")
            workbook.close()


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Whatever openpyxl makes of damaged parts (any error of Python there is) becomes one sentence."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        logger.info("A workbook could not be read: %r", error)
        raise Refused("The workbook is damaged. Open it in Excel, save it, and upload it again.") from error


def _rows(sheet, found: Look) -> Iterator[Row]:
    """The rows up to the last that holds anything."""
    if not found.rows:
        return
    with _one_sentence():
        rows = sheet.iter_rows(min_row=1, max_row=found.last_row, min_col=1, max_col=found.last_column)
        for number, row in enumerate(rows, 1):
            cells = {place: _cell(cell) for place, cell in enumerate(row, 1) if cell.value is not None}
            for place in _unvalued(found, number):
                words = (
                    "The formula was saved without its value. Open the file in Excel and save it, or write the value."
                )
                cells[place] = Cell(None, words)
            if cells:
                yield number, cells


def _cell(cell) -> Cell:
    """The value of a cell, or why it has none that can be taken."""
    value = cell.value
    if cell.data_type == "e":
        return Cell(None, f"The cell holds the error {value}. Write the value.")
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        shown = f"{in_words(round(value * 100, 10))} %"
        number = shown.removesuffix(" %")
        return Cell(
            value, f"The cell shows {shown} and holds {in_words(value)}. Format it as text, and write {number}."
        )
    return Cell(value)


def _unvalued(found: Look, number: int) -> list[int]:
    """The columns of a row in which a formula stands without its value."""
    return (
        [place for place in range(1, found.last_column + 1) if (number, place) in found.unvalued]
        if found.unvalued
        else []
    )
