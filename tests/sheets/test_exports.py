"""What is taken out of the desk: complete, as filtered, readable, and never run by a spreadsheet."""

import csv
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cases.sheets.columns import LEFT_ALONE
from tests.factories import (
    CollectionFactory,
    EvidenceFactory,
    FrameworkFactory,
    LeaderFactory,
    MeasureFactory,
    PlaceFactory,
    StoryFactory,
    TensionFactory,
)
from tests.sheets.conftest import workbook

pytestmark = pytest.mark.django_db

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def table(editor):
    """The rows of an exported text, by heading."""

    def rows(address, **query):
        content = editor.get(address, query).getvalue().decode("utf-8-sig")
        return list(csv.DictReader(StringIO(content, newline="")))

    return rows


@pytest.fixture
def book(editor):
    """An exported workbook."""
    return lambda address, **query: load_workbook(BytesIO(editor.get(address, query).getvalue()))


def test_it_exports_a_list_as_it_is_filtered(table, bus):
    StoryFactory(slug="tram", result="failed", title="The tram")
    StoryFactory(slug="boat", result="failed", title="The boat")

    assert [row["Slug"] for row in table("/desk/stories/", export="csv", result="failed")] == ["boat", "tram"]
    assert [row["Slug"] for row in table("/desk/stories/", export="csv", result="failed", q="tra")] == ["tram"]


def test_it_exports_every_column_of_the_sheet(table, bus):
    [row] = table("/desk/stories/", export="csv")

    assert list(row)[:6] == ["Slug", "Title", "Summary", "Result", "Depth", "Level"]
    assert list(row)[-4:] == ["Zone", "Published", "Updated", "Status"]
    assert (row["Slug"], row["Result"], row["Status"]) == ("bus", "mixed", "published")


def test_it_exports_stories_with_all_their_parts(book, bus):
    EvidenceFactory(story=bus)
    StoryFactory(slug="tram", result="failed")

    found = book("/desk/stories/", export="xlsx", result="mixed")

    assert found.sheetnames == [
        *("Stories", "Organisations in stories", "Roles", "Milestones", "Measures"),
        *("Evidence", "Elements in stories", "Adaptations", "Citations", "Credits", "Words"),
    ]
    assert [[cell.value for cell in row][:2] for row in found["Measures"].iter_rows(min_row=2)] == [
        ["bus", "Riders"],
        ["bus", "Buses"],
    ]
    assert found["Evidence"].max_row == 2


@pytest.mark.parametrize(
    ("noun", "factory"),
    [
        *(("leaders", LeaderFactory), ("places", PlaceFactory), ("story-collections", CollectionFactory)),
        *(("frameworks", FrameworkFactory), ("tensions", TensionFactory)),
    ],
)
def test_it_exports_every_list(table, book, noun, factory):
    slug = factory().slug

    assert [row["Slug"] for row in table(f"/desk/{noun}/", export="csv")] == [slug]
    assert book(f"/desk/{noun}/", export="xlsx").worksheets[0]["A2"].value == slug


def test_it_dresses_a_workbook_for_people(book, bus):
    sheet = book("/desk/stories/", export="xlsx")["Measures"]

    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.bold) == ("B2", "A1:P1", True)
    assert all(sheet.column_dimensions[letter].width >= 14 for letter in "ABCDEF")
    rules = {str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["C"] == '"outcome,output,social-capital"'
    assert rules["A"] == "'Words'!$A$1:$A$1"


def test_it_keeps_texts_texts_and_numbers_numbers(book, bus):
    MeasureFactory(story=bus, indicator="1998", result="3.8", period="1993-04", sort_order=2)

    row = {cell.column_letter: cell for cell in book("/desk/stories/", export="xlsx")["Measures"][4]}

    assert (row["B"].value, row["B"].data_type, row["B"].number_format) == ("1998", "s", "@")
    assert (row["F"].value, row["F"].data_type) == (3.8, "n")
    assert (row["H"].value, row["H"].number_format) == ("1993-04", "@")


def test_it_leaves_a_text_alone_that_no_cell_can_hold(book, upload, bus):
    bus.problem = "word " * 8_000
    bus.save()

    headings, row, *_more = book("/desk/stories/", export="xlsx")["Stories"].iter_rows(values_only=True)
    problem = row[headings.index("The problem")]
    found = upload(workbook(Stories=[["Slug", "The problem"], ["bus", problem]]))

    assert (problem, found.doing, found.problems) == (LEFT_ALONE, 0, 0)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])
def test_it_makes_a_formula_inert_and_brings_it_back(table, upload, editor, start):
    leader = LeaderFactory(name=f"{start} name", about="plain")

    [row] = table("/desk/leaders/", export="csv")
    found = upload(editor.get("/desk/leaders/", {"export": "csv"}).getvalue(), "leaders.csv")

    assert row["Name"] == f"'{leader.name}".replace("\r", "\n")
    assert (found.count("same"), found.doing, found.problems) == (1, 0, 0)


@pytest.mark.parametrize("start", ["=1+1", "+1", "@SUM(A1)", "'=1"])
def test_it_makes_a_formula_inert_in_a_workbook(book, upload, editor, start):
    LeaderFactory(name=f"{start} name")

    cell = book("/desk/leaders/", export="xlsx")["Leaders"]["B2"]
    found = upload(editor.get("/desk/leaders/", {"export": "xlsx"}).getvalue())

    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert (found.count("same"), found.doing, found.problems) == (1, 0, 0)


@pytest.mark.parametrize("address", ["/stories.csv", "/list.csv?story=bus"])
def test_it_makes_a_formula_inert_in_what_readers_take(client, bus, address):
    bus.title, bus.summary = FORMULA, f'He said: "a";{FORMULA}'
    bus.save()

    line = client.get(address).getvalue().decode().splitlines()[1]

    assert f'"\'{FORMULA}"' in line
    assert f';{FORMULA}"' in line


def test_it_makes_a_formula_inert_in_the_reports_of_wagtail(editor, admin_user, bus):
    bus.title = FORMULA
    bus.save_revision(user=admin_user, log_action=True)

    rows = editor.get("/desk/reports/site-history/", {"export": "csv"}).getvalue().decode()

    assert f"'{FORMULA}" in rows
    assert f",{FORMULA}" not in rows


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_asks_as_many_queries_for_two_stories_as_for_twenty(editor, kind):
    def count():
        with CaptureQueriesContext(connection) as queries:
            editor.get("/desk/sheets/exports/stories.xlsx").getvalue()
        return len(queries)

    StoryFactory.create_batch(2)
    count()
    two = count()
    StoryFactory.create_batch(18)

    assert count() == two


def test_it_streams_a_text_line_by_line(editor, bus):
    response = editor.get("/desk/sheets/exports/measures.csv")

    assert response.streaming
    assert response["Content-Disposition"] == 'attachment; filename="measures.csv"'
    assert len(list(response.streaming_content)) == 3


@pytest.mark.parametrize("name", ["nowhere.csv", "stories.pdf", "library.csv"])
def test_it_has_no_other_exports(editor, name):
    assert editor.get(f"/desk/sheets/exports/{name}").status_code == 404
