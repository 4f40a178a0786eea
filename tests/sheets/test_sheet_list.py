"""The first screen of spreadsheets: templates to fill in, and what an editor must know."""

import csv
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from cases.library.schemas import complaints
from cases.sheets.checking import plain
from cases.sheets.registry import sheets
from tests.factories import SheetImportFactory
from tests.reading import links, words
from tests.sheets.conftest import doing, problems

pytestmark = pytest.mark.django_db

READ = [sheet for sheet in sheets() if sheet.read]


@pytest.fixture
def template(editor):
    """A template as its bytes."""
    return lambda name: editor.get(f"/desk/sheets/templates/{name}").getvalue()


def test_it_works(editor):
    page = words(editor.get("/desk/sheets/"))

    assert "Upload a spreadsheet" in page
    assert "Nobody has uploaded a spreadsheet yet. Take a template below" in page
    assert "Measures Story, Indicator 0 XLSX · CSV XLSX · CSV" in page
    assert "Frameworks Slug 0 for export only XLSX · CSV" in page


def test_it_says_how_a_row_is_known_again(editor):
    page = words(editor.get("/desk/sheets/"))

    assert "A record is known again by its slug; a part of a record" in page
    assert "Evidence Story, Lesson, Stance" in page


def test_it_leads_to_imports(editor, admin_user):
    found = SheetImportFactory(user=admin_user, name="Tuesday.xlsx", state="checked", problems=2)

    response = editor.get("/desk/sheets/")

    assert "Tuesday.xlsx 2 problems 0 admin" in words(response)
    assert links(response)["Tuesday.xlsx"] == f"/desk/sheets/{found.pk}/"


def test_it_asks_as_many_queries_for_two_imports_as_for_twenty(editor, admin_user):
    def count():
        with CaptureQueriesContext(connection) as queries:
            editor.get("/desk/sheets/")
        return len(queries)

    SheetImportFactory.create_batch(2, user=admin_user)
    count()
    two = count()
    SheetImportFactory.create_batch(18, user=admin_user)

    assert count() == two


@pytest.mark.parametrize("sheet", READ, ids=str)
def test_it_has_a_template_with_headings_words_and_an_example(template, sheet):
    table = load_workbook(BytesIO(template(f"{sheet.name}.xlsx")))[str(sheet)]

    headings, explained, example = ([cell.value for cell in row] for row in table.iter_rows(max_row=3))
    assert headings == [column.heading for column in sheet.columns]
    assert explained[0].startswith("# ")
    assert example[0].startswith("# Example: ")
    assert table.freeze_panes == "B2"


@pytest.mark.parametrize("sheet", READ, ids=str)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_it_takes_a_template_that_nobody_has_filled_in(upload, template, sheet, ending):
    found = upload(template(f"{sheet.name}.{ending}"), f"{sheet.name}.{ending}")

    assert (found.problems, found.doing, found.rows) == (0, 0, 0)
    assert "2 rows that begin with # were left out." in found.notes


@pytest.mark.parametrize("sheet", [sheet for sheet in READ if not sheet.part], ids=str)
def test_it_has_examples_that_the_checks_of_files_allow(sheet):
    example = {
        column.name: column.read(column.write(sheet.example.get(column.name))) for column in sheet.columns if column.key
    }
    record = {"slug": sheet.example["#owner"], **{name: value for name, value in example.items() if value is not None}}

    found = [problem.message for problem in complaints(sheet.noun, plain(sheet.noun, record), item=True)]

    assert [message for message in found if "is missing" not in message] == []


def test_it_fills_the_example_of_a_template_in(upload, template, bus):
    rows = list(csv.reader(StringIO(template("measures.csv").decode("utf-8-sig"))))
    rows[2][0] = "bus"
    out = StringIO()
    csv.writer(out).writerows(rows)

    found = upload(out.getvalue().encode(), "measures.csv")

    assert (problems(found), [name for _kind, name, _cells in doing(found)]) == (
        [],
        ["bus · Market days lost to flooding"],
    )


def test_it_has_one_workbook_of_all_templates(template):
    book = load_workbook(BytesIO(template("library.xlsx")))

    assert book.sheetnames == [*(str(sheet) for sheet in READ), "Words"]


def test_it_offers_the_words_that_a_column_takes(template):
    book = load_workbook(BytesIO(template("places.xlsx")))
    rules = {str(rule.sqref).split(":")[0]: rule for rule in book["Places"].data_validations.dataValidation}

    assert (rules["E2"].formula1, rules["E2"].showErrorMessage) == ('"urban,rural,mixed"', True)
    assert rules["C2"].formula1 == "'Words'!$A$1:$A$249"
    assert [book["Words"]["A1"].value, book["Words"]["A249"].value] == ["AD", "ZW"]


@pytest.mark.parametrize("name", ["frameworks.xlsx", "nowhere.xlsx", "library.csv", "stories.html"])
def test_it_has_no_other_templates(editor, name):
    assert editor.get(f"/desk/sheets/templates/{name}").status_code == 404
