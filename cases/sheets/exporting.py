"""Sheets out: lists and whole libraries as workbooks and as CSV, and templates to fill in."""

import csv
from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from typing import IO

from cases.library.names import Names
from cases.library.nouns import Noun
from cases.library.records import in_batches
from cases.sheets.cells import PROTECTED, inert, plain
from cases.sheets.columns import LEFT_ALONE, LONGEST_CELL, OWNER, REMARK, Column
from cases.sheets.registry import Sheet, sheets, sheets_of
from cases.sheets.versions import Version, newest_versions

Value = str | int | Decimal

EXAMPLE = f"{REMARK} Example: "


def ordered_versions(noun: Noun, names: Names, slugs: Iterable[str]) -> Iterator[Version]:
    """The newest version of each record, in the order of the slugs."""
    for batch in in_batches(slugs):
        found = {version.stored.slug: version for version in newest_versions(noun, names, batch)}
        yield from (found[slug] for slug in batch if slug in found)


def every_slug(noun: Noun) -> list[str]:
    """The slugs of all records, drafts too."""
    return list(noun.model.objects.order_by("slug").values_list("slug", flat=True))


def rows_of(sheet: Sheet, version: Version) -> Iterator[list[Value]]:
    """The rows of a record in a sheet, a value for each column."""
    row = version.row
    for mapping in row.get(sheet.part, ()) if sheet.part else (row,):
        yield [_value(column, version, mapping, row) for column in sheet.columns]


def _value(column: Column, version: Version, mapping: dict, row: dict) -> Value:
    if column.name == OWNER:
        return version.stored.slug
    return column.fact(row) if column.fact else column.write(mapping.get(column.name))


def write_workbook(
    out: IO[bytes], wanted: Iterable[tuple[Noun, Iterable[str]]], only: Container[Sheet] | None = None
) -> None:
    """Write a workbook with the sheets of each noun (of these only, where some are named), and the records of the slugs in them."""
    from cases.sheets.books import (
        Book,  # openpyxl takes a tenth of a second to load: who makes no workbook need not wait
    )

    names = Names()
    wanted = [
        (noun, slugs, [sheet for sheet in sheets_of(noun.name) if only is None or sheet in only])
        for noun, slugs in wanted
    ]
    shown = {sheet for _noun, _slugs, group in wanted for sheet in group}
    book = Book([sheet for sheet in sheets() if sheet in shown], names)
    for noun, slugs, group in wanted:
        for version in ordered_versions(noun, names, slugs):
            for sheet in group:
                for row in rows_of(sheet, version):
                    book.append(sheet, [_kept(value) for value in row])
    book.save(out)


def _kept(value: Value) -> Value:
    """A value as it stands in a workbook, where a text is a text and is never run."""
    if isinstance(value, str) and PROTECTED.match(value):
        return f"'{value}"
    return LEFT_ALONE if isinstance(value, str) and len(value) > LONGEST_CELL else value


def write_templates(out: IO[bytes], wanted: Iterable[Sheet]) -> None:
    """Write a workbook to fill in: under the headings a row that explains them, and an example."""
    from cases.sheets.books import Book

    wanted = list(wanted)
    book = Book(wanted, Names())
    for sheet in wanted:
        book.remark(sheet, explanations(sheet))
        book.remark(sheet, example(sheet))
    book.save(out)


def explanations(sheet: Sheet) -> list[str]:
    """What belongs into each column. The row begins as a remark, so that it is not read."""
    return [
        f"{REMARK} {_explained(column)}" if column.name == OWNER else _explained(column) for column in sheet.columns
    ]


def _explained(column: Column) -> str:
    if column.fact:
        return "For your information; not read back."
    needed = "Needed. " if column.required else ""
    known = "A row is known by it. " if column.known else ""
    return f"{needed}{known}{column.description}".strip()


def example(sheet: Sheet) -> list[Value]:
    """A row as an example; it begins as a remark too."""
    row = [column.write(sheet.example.get(column.name)) for column in sheet.columns]
    return [f"{EXAMPLE}{row[0]}", *row[1:]]


class _Line:
    """What csv writes to: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def csv_lines(sheet: Sheet, rows: Iterable[Iterable[Value]]) -> Iterator[str]:
    """
    The rows as CSV, with a mark by which spreadsheets know that it is UTF-8.

    Everything is quoted, so that no other separator parts it, and texts are inert.
    """
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    yield "\ufeff" + writer.writerow([column.heading for column in sheet.columns])
    for row in rows:
        yield writer.writerow([inert(value) if isinstance(value, str) else plain(value) for value in row])


def export_csv(sheet: Sheet, slugs: Iterable[str]) -> Iterator[str]:
    """The rows of these records, a line at a time."""
    names = Names()
    versions = ordered_versions(sheet.noun, names, slugs)
    return csv_lines(sheet, (row for version in versions for row in rows_of(sheet, version)))


def template_csv(sheet: Sheet) -> Iterator[str]:
    """A text to fill in."""
    return csv_lines(sheet, [explanations(sheet), example(sheet)])
