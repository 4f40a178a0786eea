"""Workbooks with something in them that a spreadsheet can have and rows cannot; and workbooks made by hand to do harm."""

import zipfile
from io import BytesIO
from random import Random

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers

from cases.sheets import looking, reading
from cases.sheets.reading import Source, read_upload
from tests.sheets.conftest import doing, problems, saved, workbook

pytestmark = pytest.mark.django_db

XML = '<?xml version="1.0"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rebuilt(raw: bytes, **parts) -> bytes:
    """The workbook with other parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts.get(name) or old.read(name))
    return out.getvalue()


def by_hand(rows: str, after: str = "", before: str = "") -> bytes:
    """A workbook whose one sheet, Leaders, is written by hand."""
    sheet = f'{XML}{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return rebuilt(workbook(Leaders=[["Slug", "Name"]]), **{"xl/worksheets/sheet1.xml": sheet})


def row(number: int, *values: str) -> str:
    """A row of texts."""
    cells = (
        f'<c r="{"ABCDEF"[place]}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        for place, value in enumerate(values)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


HEADINGS, ADA = row(1, "Slug", "Name"), row(2, "ada", "Ada")


def test_it_reads_what_is_written_by_hand(upload):
    assert doing(upload(by_hand(HEADINGS + ADA))) == [("added", "ada", {"Name": ("", "Ada")})]


def test_it_takes_the_value_of_a_formula(upload):
    formula = (
        '<row r="2"><c r="A2" t="str"><f>LOWER("ADA")</f><v>ada</v></c><c r="B2" t="str"><f>A2</f><v>Ada</v></c></row>'
    )

    assert doing(upload(by_hand(HEADINGS + formula))) == [("added", "ada", {"Name": ("", "Ada")})]


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_it_refuses_a_formula_without_its_value(upload, value):
    formula = f'<row r="2"><c r="A2" t="inlineStr"><is><t>ada</t></is></c><c r="B2"><f>A2</f>{value}</c></row>'

    assert problems(upload(by_hand(HEADINGS + formula)))[0].startswith(
        "Leaders, row 2, column Name: The formula was saved without its value."
    )


def test_it_refuses_a_formula_that_openpyxl_has_written(upload):
    found = upload(workbook(Leaders=[["Slug", "Name"], ["ada", '="A"&"da"']]))

    assert "row 2, column Name: The formula was saved without its value." in problems(found)[0]


def test_it_refuses_a_cell_that_holds_an_error(upload):
    error = '<row r="2"><c r="A2" t="inlineStr"><is><t>ada</t></is></c><c r="B2" t="e"><v>#REF!</v></c></row>'

    assert (
        "column Name: The cell holds the error #REF!. Write the value."
        in problems(upload(by_hand(HEADINGS + error)))[0]
    )


def test_it_refuses_per_cents(upload):
    book = Workbook()
    book.active.title = "Measures"
    book.active.append(["Story", "Indicator", "Result"])
    book.active.append(["bus", "Riders", 0.285])
    book.active["C2"].number_format = numbers.FORMAT_PERCENTAGE_00

    found = upload(saved(book))

    assert problems(found)[0] == (
        "Measures, row 2, column Result: The cell shows 28.5 % and holds 0.285. Format it as text, and write 28.5."
    )


def test_it_names_merged_cells(upload):
    merged = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'

    assert problems(upload(by_hand(HEADINGS + ADA, merged))) == [
        "Leaders, row 1, column : The cells B2:B3 are merged. Part them, and write the value into each row."
    ]


def test_it_says_of_hidden_rows_that_they_were_read(upload):
    found = upload(by_hand(HEADINGS + ADA.replace('r="2"', 'r="2" hidden="1"', 1)))

    assert found.notes == ["Leaders: 1 hidden rows were read too."]
    assert found.count("added") == 1


def test_it_says_of_a_hidden_sheet_that_it_was_not_read(upload):
    book = Workbook()
    book.active.title = "Leaders"
    hidden = book.create_sheet("Places")
    hidden.append(["Slug", "Name"])
    hidden.sheet_state = "veryHidden"

    assert upload(saved(book)).notes == [
        "The sheet “Places” is hidden, and was not read. Unhide it if its rows are meant."
    ]


@pytest.mark.parametrize(
    ("headings", "problem"),
    [
        (("Slug", "Name", "Nmae"), "column Nmae: There is no column “Nmae”; did you mean “Name”?"),
        (("Slug", "Name", "Colour"), "There is no column “Colour”. The columns are: Slug, Name, About, Status."),
        (("Slug", "Name", "name"), "column Name: The column stands here twice. Delete one of the two."),
        (("Name",), "column Slug: The column is missing. A row is known by Slug."),
    ],
)
def test_it_names_what_is_wrong_with_headings(upload, headings, problem):
    assert problem in problems(upload(by_hand(row(1, *headings) + ADA)))[0]


def test_it_names_a_cell_under_no_heading(upload):
    assert (
        "A cell of the row stands under no heading."
        in problems(upload(by_hand(HEADINGS + row(2, "ada", "Ada", "x"))))[0]
    )


def test_it_reads_past_a_million_empty_rows(upload):
    empty = "".join(f'<row r="{number}"/>' for number in range(3, 1_048_576))

    found = upload(by_hand(HEADINGS + ADA + empty))

    assert (found.problems, found.count("added")) == (0, 1)


def test_it_reads_a_row_at_the_end_of_a_sheet(upload):
    assert upload(by_hand(HEADINGS + row(1_048_576, "ada", "Ada"))).count("added") == 1


def test_it_refuses_a_million_columns(upload):
    cells = "".join(f'<c r="{letters}1" t="str"><v>x</v></c>' for letters in ("A", "B", "XFD"))

    assert "There are 16,384 columns; 200 are read." in problems(upload(by_hand(f'<row r="1">{cells}</row>')))[0]


def test_it_refuses_too_many_rows(upload, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 1)

    assert (
        "There are more than 1 rows. Split the file"
        in problems(upload(by_hand(HEADINGS + ADA + row(3, "bob", "Bob"))))[0]
    )


HOSTILE = {
    "doctype": by_hand(HEADINGS, before='<!DOCTYPE x [<!ENTITY a "b">]>'),
    "billion laughs": by_hand(row(1, "&a;"), before='<!DOCTYPE x [<!ENTITY b "ha"><!ENTITY a "&b;&b;&b;&b;">]>'),
    "outside": by_hand(row(1, "&a;"), before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "rows out of order": by_hand(row(5, "Slug") + row(3, "ada")),
    "row zero": by_hand('<row r="0"><c r="A0"/></row>'),
    "a cell nowhere": by_hand('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    "a cell in another row": by_hand('<row r="1"><c r="A2"><v>1</v></c></row>'),
    "no xml": by_hand("<row"),
    "very deep": by_hand("<x>" * 100 + "</x>" * 100),
    "no such text": by_hand('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    "no number": by_hand('<row r="1"><c r="A1"><v>ten</v></c></row>'),
    "no styles": rebuilt(workbook(Leaders=[["Slug"]]), **{"xl/styles.xml": f"{XML}<nothing/>"}),
    "no sheets": rebuilt(workbook(Leaders=[["Slug"]]), **{"xl/workbook.xml": f"{XML}<workbook/>"}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_refuses_with_a_reason_what_does_harm(upload, kind):
    found = upload(HOSTILE[kind])

    assert (found.state, found.doing, found.rows) == ("checked", 0, 0)
    assert found.problems == (0 if kind in {"no styles", "no sheets"} else 1)


@pytest.mark.parametrize("seed", range(40))
def test_it_reads_or_refuses_a_workbook_with_spoilt_parts(tmp_path, seed):
    (tmp_path / "spoilt.xlsx").write_bytes(spoilt(Random(seed)))

    found = read_upload(Source(tmp_path / "spoilt.xlsx", True))

    assert found.lines or found.troubles or found.notes


def spoilt(random: Random) -> bytes:
    """A workbook with some bytes of its parts changed."""
    raw = workbook(Leaders=[["Slug", "Name"], *([f"a{number}", number] for number in range(9))])
    with zipfile.ZipFile(BytesIO(raw)) as old:
        parts = {name: bytearray(old.read(name)) for name in old.namelist()}
    for part in random.sample(sorted(parts), 2):
        for _change in range(random.choice((1, 3, 20))):
            parts[part][random.randrange(len(parts[part]))] = random.choice(b'<>/"=a0 \x00\xff')
    return rebuilt(raw, **{name: bytes(part) for name, part in parts.items()})


def test_it_refuses_more_of_anything_than_rows_need(upload, monkeypatch):
    monkeypatch.setattr(looking, "MOST_PIECES", 10)

    assert "holds more than rows need." in problems(upload(by_hand(HEADINGS, "<x/>" * 11)))[0]
