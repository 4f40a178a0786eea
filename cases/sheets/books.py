"""Workbooks as people like to find them: frozen headings, readable widths, texts that stay texts, and lists of the words allowed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import IO

from django.db.models import Model
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from cases.library.amounts import Date, Degrees, Figure, MilestoneDate
from cases.library.keys import Choice, Flag, Markdown, Ref, Whole
from cases.library.many import Refs, Tags
from cases.library.names import Names
from cases.sheets.columns import OWNER, Column
from cases.sheets.looking import MOST_ROWS
from cases.sheets.registry import Sheet

WORDS = "Words"
"""The title of the sheet that holds the lists of words."""

MOST_WORDS = 1_000
LONGEST_LIST = 250
"""Characters of a list that stands in the rule itself; a longer one stands in a sheet."""

TEXT, HEADING, REMARK, BAD = "Casebook text", "Casebook heading", "Casebook remark", "Casebook problem"
WIDTHS = (
    (Markdown, 60),
    (Choice | Flag, 18),
    (Whole | Figure | Degrees | Date | MilestoneDate, 14),
    (Ref | Refs | Tags, 30),
)
TOP = Alignment(vertical="top", wrap_text=True)
STYLES = (
    NamedStyle(TEXT, number_format="@", alignment=TOP),
    NamedStyle(HEADING, font=Font(bold=True), fill=PatternFill("solid", fgColor="FFE7E2D6"), alignment=TOP),
    NamedStyle(REMARK, font=Font(italic=True, color="FF5B5648"), number_format="@", alignment=TOP),
    NamedStyle(BAD, fill=PatternFill("solid", fgColor="FFFBD9D3"), number_format="@", alignment=TOP),
)


class Book:
    """A workbook with these sheets, written row by row in little memory."""

    def __init__(self, sheets: Sequence[Sheet], names: Names):
        self.workbook = Workbook(write_only=True)
        for style in STYLES:
            self.workbook.add_named_style(style)
        self.lists: dict[tuple[str, ...], int] = {}
        self.tables = {sheet: self._table(sheet, names) for sheet in sheets}

    def _table(self, sheet: Sheet, names: Names):
        table = self.workbook.create_sheet(str(sheet))
        dress(table, sheet.columns)
        for place, column in enumerate(sheet.columns, 1):
            if rule := self._rule(column, names):
                letter = get_column_letter(place)
                rule.add(f"{letter}2:{letter}{MOST_ROWS}")
                table.data_validations.append(rule)
        table.append([cell(table, column.heading, HEADING) for column in sheet.columns])
        return table

    def _rule(self, column: Column, names: Names) -> DataValidation | None:
        """What a spreadsheet offers in the column, and, where the list is closed, refuses."""
        closed = column.words
        target = column.key.to if isinstance(column.key, Ref) else column.model if column.name == OWNER else None
        words = closed or (_slugs(target, names) if target else [])
        if not words or len(words) > MOST_WORDS:
            return None
        listed = ",".join(words)
        formula = f'"{listed}"' if len(listed) <= LONGEST_LIST and closed else self._range(tuple(words))
        rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=bool(closed))
        rule.errorTitle, rule.error = (
            "Not one of the words",
            "Choose one of the words of the list, or leave the cell empty.",
        )
        return rule

    def _range(self, words: tuple[str, ...]) -> str:
        place = self.lists.setdefault(words, len(self.lists) + 1)
        letter = get_column_letter(place)
        return f"'{WORDS}'!${letter}$1:${letter}${len(words)}"

    def append(self, sheet: Sheet, row: Iterable[str | int | Decimal]) -> None:
        """Add a row."""
        table = self.tables[sheet]
        table.append([cell(table, value, TEXT) if value != "" else None for value in row])

    def remark(self, sheet: Sheet, row: Iterable[str | int | Decimal]) -> None:
        """Add a row that explains."""
        table = self.tables[sheet]
        table.append([cell(table, value, REMARK) if value != "" else None for value in row])

    def save(self, out: IO[bytes]) -> None:
        """Write the workbook, with the lists of words last."""
        if self.lists:
            table = self.workbook.create_sheet(WORDS)
            lists = list(self.lists)
            for place in range(max(map(len, lists))):
                table.append([words[place] if place < len(words) else None for words in lists])
        self.workbook.save(out)


def _slugs(model: type[Model], names: Names) -> list[str]:
    known = names.slugs(model)
    return sorted(known.values()) if len(known) <= MOST_WORDS else []


def dress(table, columns: Sequence[Column]) -> None:
    """Freeze the headings and the first column, and give every column its width and the format of a text."""
    table.freeze_panes = "B2"
    table.auto_filter.ref = f"A1:{get_column_letter(len(columns))}1"
    for place, column in enumerate(columns, 1):
        dimension = table.column_dimensions[get_column_letter(place)]
        dimension.width, dimension.number_format = _width(column), "@"


def _width(column: Column) -> int:
    if column.name == OWNER:
        return 30
    return next((width for kind, width in WIDTHS if isinstance(column.key, kind)), 34 if column.key else 16)


def cell(table, value: str | int | Decimal, style: str, comment: str = "") -> WriteOnlyCell:
    """A cell; a text is one whatever it begins with, and keeps no sign that a workbook cannot hold."""
    found = WriteOnlyCell(table, ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        found.data_type = "s"
    found.style = style
    if comment:
        found.comment = Comment(comment, "Civic Casebook", height=120, width=320)
    return found
