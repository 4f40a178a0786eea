"""CSV in any encoding and with any separator that spreadsheets write."""

import codecs

import pytest

from cases.models import Leader
from tests.sheets.conftest import doing, problems, text

pytestmark = pytest.mark.django_db

ROWS = (["Slug", "Name", "About"], ["zoe", "Zoë Müller", "Line one.\nLine “two”; with, signs\tof all kinds."])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_it_finds_out_the_encoding_and_the_separator(upload, delimiter, encoding):
    found = upload(text(*ROWS, delimiter=delimiter, encoding=encoding), "leaders.csv")

    [(kind, name, cells)] = doing(found)
    assert (kind, name, cells["Name"]) == ("added", "zoe", ("", "Zoë Müller"))
    assert cells["About"] == ("", ROWS[1][2])


def test_it_reads_utf_16_of_either_order_with_a_mark(upload):
    found = upload(codecs.BOM_UTF16_BE + text(*ROWS, encoding="utf-16-be"), "leaders.csv")

    assert found.count("added") == 1


def test_it_says_where_it_has_guessed_the_encoding(upload):
    found = upload(text(*ROWS, encoding="cp1252"), "leaders.csv")

    assert found.notes == ["The text was read as Windows-1252, because it is not UTF-8. Look at its accents below."]


def test_it_heeds_the_line_by_which_excel_is_told_the_separator(upload):
    found = upload(b"sep=|\r\nSlug|Name\r\nada|Ada, Countess\r\n", "leaders.csv")

    assert (found.count("added"), found.sheet_rows.get().number) == (1, 3)


def test_it_counts_rows_as_a_spreadsheet_does(upload):
    found = upload(text(["Slug", "Name"], ["a", "A\nB\nC"], [], ["", ""], ["b", ""]), "leaders.csv")

    assert problems(found) == ["Leaders, row 5, column Name: Nothing stands here. Write it."]


def test_it_reads_rows_that_end_early(upload, bring_in):
    bring_in(b"Slug,Name,About\nada,Ada\n", name="leaders.csv")

    assert Leader.objects.get().name == "Ada"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b'Slug,Name\nada,"Ada\nbob,Bob\n', "Row 2 cannot be told apart (unexpected end of data)."),
        (b'Slug,Name\nada,"Ada"x\n', "Row 2 cannot be told apart"),
        (b"Slug,Name\nada,A\x00da\n", "Line 2 holds the control character U+0000. Is this a text? Delete it."),
        (b"Slug,Name\nada,\x81\xff\n", "Line 2 is neither UTF-8 nor Windows-1252. Save the file as “CSV UTF-8”."),
        (b"Slug,Name\n" + b"x," * 300 + b"y\n", "Row 2 has 301 columns; 200 are read. Is it the right file?"),
        (b"x" * 150_000 + b",y\n", "The headings are of no sheet that is known."),
        (b"What,How much\nrain,3\n", "The headings are of no sheet that is known."),
        (b'Slug,Name\nada,"' + b"x" * 300_000 + b'"\n', "Row 2 cannot be told apart (field larger than field limit"),
    ],
)
def test_it_refuses_with_a_reason_what_cannot_be_read(upload, raw, problem):
    [said] = problems(upload(raw, "leaders.csv"))

    assert problem in said


@pytest.mark.parametrize("raw", [b"\n\n\n", b"Slug,Name\n", b" "])
def test_it_says_that_there_is_nothing_to_read(editor, upload, raw):
    found = upload(raw, "leaders.csv")

    assert (found.rows, found.doing) == (0, 0)
    assert "No row was read." in editor.get(f"/desk/sheets/{found.pk}/").content.decode()
