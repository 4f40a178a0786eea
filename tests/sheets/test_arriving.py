"""What an upload is, is told by its content; what cannot be read is refused with a reason, and kept nowhere."""

import struct
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from cases.models import SheetImport
from cases.sheets import arriving
from tests.reading import words
from tests.sheets.conftest import saved, workbook

pytestmark = pytest.mark.django_db

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def package(**parts) -> bytes:
    """A zipped file with these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in parts.items():
            found.writestr(name, content)
    return out.getvalue()


def with_part(name, content) -> bytes:
    """A workbook with one part more."""
    out = BytesIO(workbook(Stories=[["Slug"]]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as found:
        found.writestr(name, content)
    return out.getvalue()


def locked() -> bytes:
    """A zipped file whose parts are said to be encrypted."""
    raw = bytearray(workbook(Stories=[["Slug"]]))
    place = raw.index(b"PK\x01\x02")
    raw[place + 8 : place + 10] = struct.pack("<H", 1)
    return bytes(raw)


def bomb() -> bytes:
    """A small file that unpacks into very much."""
    return with_part("xl/worksheets/sheet9.xml", b" " * (arriving.LARGEST_UNPACKED + 1))


HOSTILE = {
    "empty": (lambda: b"", "The submitted file is empty."),
    "old": (lambda: OLD, "The file is in the old format of Excel (.xls), which is not read."),
    "encrypted": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "The workbook is protected by a password."),
    "zip with a password": (locked, "The file is protected by a password."),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"x"), "The workbook holds macros, which are not let in."),
    "binary": (lambda: with_part("xl/workbook.bin", b"x"), "by its content it is a binary workbook (.xlsb)"),
    "word": (lambda: with_part("word/document.xml", b"x"), "by its content it is a Word document"),
    "opendocument": (lambda: package(**{"content.xml": "x"}), "by its content it is an OpenDocument file"),
    "zip": (lambda: package(**{"notes.txt": "x"}), "The file is a zipped folder, and no workbook."),
    "cut off": (lambda: workbook(Stories=[["Slug"]])[:900], "The file is damaged"),
    "pdf": (lambda: b"%PDF-1.7\n" + b"x" * 99, "by its content it is a file of the type application/pdf"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 99, "by its content it is a file of the type image/png"),
    "bomb": (bomb, "Unpacked, the workbook has 150 MB; 150 MB are allowed."),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_refuses_what_is_no_spreadsheet(send, house, kind):
    made, message = HOSTILE[kind]

    response = send(made(), "stories.xlsx")

    assert response.status_code == 400
    assert message in words(response)
    assert not SheetImport.objects.exists()
    assert not (house / "sheets").exists()


def test_it_refuses_what_is_too_large(send, monkeypatch):
    monkeypatch.setattr(arriving, "LARGEST", 1000)

    response = send(workbook(Stories=[["Slug"]]))

    assert "MB are allowed. Split it into several files." in words(response)


def test_it_refuses_too_many_parts(send, monkeypatch):
    monkeypatch.setattr(arriving, "MOST_PARTS", 3)

    assert "parts; 3 are allowed." in words(send(workbook(Stories=[["Slug"]])))


@pytest.mark.parametrize(
    "name", ["stories.csv", "stories.pdf", "../../etc/passwd", "a" * 300 + ".xlsx", "<b>.xlsx", ".xlsx"]
)
def test_it_reads_a_workbook_whatever_its_name_is(upload, house, name):
    found = upload(saved_book(), name)

    [folder] = (house / "sheets").iterdir()
    assert (found.is_workbook, found.problems, found.tables[0]["added"]) == (True, 0, 1)
    assert (folder.name, folder.stat().st_mode & 0o777, len(folder.name)) == (found.folder, 0o700, 32)
    assert name not in {path.name for path in folder.iterdir()}


def test_it_asks_for_a_file(editor):
    response = editor.post("/desk/sheets/upload/", {"chosen": ""})

    assert response.status_code == 400
    assert "This field is required." in words(response)


def saved_book() -> bytes:
    """A workbook with a leader."""
    book = Workbook()
    book.active.title = "Leaders"
    book.active.append(["Slug", "Name"])
    book.active.append(["ada", "Ada"])
    return saved(book)
