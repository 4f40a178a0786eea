"""A copy of an upload in which what is wrong is coloured, with a comment that says why."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from cases.sheets.books import BAD, HEADING, STYLES, TEXT, cell, dress
from cases.sheets.cells import PROTECTED, Cell
from cases.sheets.columns import LONGEST_CELL
from cases.sheets.reading import UNNAMED, Source, TableReader, Trouble, Upload, tables_of

PROBLEMS = "Problems"
HEADINGS = ("Sheet", "Row", "Column", "What is wrong")
MOST_COMMENTS = 5_000
MOST_EMPTY = 50_000
"""Empty rows between others that are kept, so that every row has its number."""


class Marker:
    """Writes the copy."""

    def __init__(self, upload: Upload):
        self.workbook, self.comments = Workbook(write_only=True), 0
        for style in STYLES:
            self.workbook.add_named_style(style)
        self.troubles: dict[tuple[str, int], list[Trouble]] = defaultdict(list)
        for table, number, trouble in _all(upload):
            self.troubles[table, number].append(trouble)

    def list_problems(self) -> None:
        """Everything that is wrong, on a sheet of its own."""
        table = self.workbook.create_sheet(PROBLEMS)
        for letter, width in zip("ABCD", (28, 8, 28, 100), strict=True):
            table.column_dimensions[letter].width = width
        table.freeze_panes = "A2"
        table.append([cell(table, heading, HEADING) for heading in HEADINGS])
        for (title, number), troubles in self.troubles.items():
            for trouble in troubles:
                table.append([cell(table, text, TEXT) for text in (title, number, trouble.column, trouble.message)])

    def copy(self, reader: TableReader) -> None:
        """A sheet, with every row where it stood."""
        title = str(reader.sheet) if reader.table.title == UNNAMED and reader.sheet else reader.table.title
        table = self.workbook.create_sheet(title[:31])
        if reader.sheet:
            dress(table, [column for _place, column in sorted(reader.columns.items())])
        places = {column.heading: place for place, column in reader.columns.items()}
        places = {text: place for place, text in reader.texts.items()} | places
        written = self.row(table, title, reader.first, reader.cells, places, 0, HEADING) if reader.first else 0
        for number, cells in reader.table.rows:
            if number - written > MOST_EMPTY:
                break
            written = self.row(table, title, number, cells, places, written, TEXT)

    def row(
        self, table, title, number: int, cells: dict[int, Cell], places: dict[str, int], written: int, style: str
    ) -> int:
        """A row with its marks; answers its number."""
        for _empty in range(number - written - 1):
            table.append([])
        marks = defaultdict(list)
        for trouble in self.troubles.get((title, number), ()):
            marks[places.get(trouble.column, 1)].append(trouble.message)
        last = max([*cells, *marks], default=0)
        table.append(
            [self.mark(table, cells.get(place, Cell(None)), marks.get(place), style) for place in range(1, last + 1)]
        )
        return number

    def mark(self, table, found: Cell, messages: list[str] | None, style: str):
        """A cell as it was, or coloured, with what is wrong."""
        value = found.value
        if isinstance(value, str):
            value = f"'{value}"[:LONGEST_CELL] if PROTECTED.match(value) else value[:LONGEST_CELL]
        if not messages:
            return None if value is None else cell(table, value, style if isinstance(value, str) else "Normal")
        self.comments += 1
        return cell(table, value, BAD, "\n".join(messages) if self.comments <= MOST_COMMENTS else "")


def _all(upload: Upload) -> Iterator[tuple[str, int, Trouble]]:
    yield from upload.troubles
    for line in upload.lines:
        for trouble in line.troubles:
            yield line.table, line.number, trouble


def mark(upload: Upload, source: Source, target: Path) -> None:
    """Write the copy, unless the file as a whole cannot be read."""
    if any(not table for table, _number, _trouble in upload.troubles):
        return
    marker = Marker(upload)
    marker.list_problems()
    for table in tables_of(source):
        reader = TableReader(Upload(), table, source.sheet)
        reader.columns = dict(reader.headings()) if reader.sheet else {}
        marker.copy(reader)
    marker.workbook.save(target)
