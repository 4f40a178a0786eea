"""A desk at which spreadsheets are uploaded, and the files that are."""

import csv
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from openpyxl import Workbook

from cases.models import SheetImport
from tests.factories import LessonFactory, MeasureFactory, PlaceFactory, SourceFactory, StoryFactory


@pytest.fixture(autouse=True)
def house(settings, tmp_path):
    """Files of its own; and keep_house does the work, in this process and its database."""
    settings.VAR_DIR, settings.SHEETS_WORK = tmp_path, "house"
    return tmp_path


@pytest.fixture
def admin_user(db):
    """Somebody with full rights, who never types a password."""
    return User.objects.create_superuser("admin", password=None)


@pytest.fixture
def editor(admin_user):
    """That somebody, signed in."""
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.fixture
def bus(db):
    """A published story with two measures, and what rows refer to."""
    PlaceFactory(slug="kirklees", name="Kirklees")
    SourceFactory(slug="report")
    LessonFactory(slug="start-small")
    story = StoryFactory(slug="bus", title="The bus", summary="Somebody tried it.", result="mixed", ready=True)
    MeasureFactory(story=story, indicator="Riders", kind="outcome", baseline="10", result="about 20", sort_order=0)
    MeasureFactory(story=story, indicator="Buses", kind="output", result="3", sort_order=1)
    return story


def workbook(**tables) -> bytes:
    """A workbook with these sheets; their rows as lists."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in tables.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book) -> bytes:
    """The bytes of the workbook."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text(*rows, delimiter=",", encoding="utf-8") -> bytes:
    """The rows as CSV."""
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def work():
    """What a process of its own would do now."""
    call_command("work_on_sheets")


@pytest.fixture
def send(editor):
    """Uploads a file as the editor does; answers the response."""

    def post(content, name="sheet.xlsx", client=editor, **fields):
        file = SimpleUploadedFile(name, content)
        return client.post("/desk/sheets/upload/", {"file": file, "chosen": "", **fields})

    return post


@pytest.fixture
def upload(send):
    """Uploads a file, has it read, and answers the import."""

    def read(content, name="sheet.xlsx", **fields):
        response = send(content, name, **fields)
        assert response.status_code == 302, response.content.decode()
        work()
        return SheetImport.objects.latest("pk")

    return read


@pytest.fixture
def confirm(editor):
    """Imports what a preview shows, and answers the import."""

    def post(found, how="published", client=editor):
        client.post(f"/desk/sheets/{found.pk}/confirm/", {"how": how, "digest": found.digest})
        work()
        found.refresh_from_db()
        return found

    return post


@pytest.fixture
def bring_in(upload, confirm):
    """Uploads a file and imports it."""
    return lambda content, how="published", **fields: confirm(upload(content, **fields), how)


def problems(found) -> list[str]:
    """What is wrong, as people read it: sheet, row, column, message."""
    return [
        f"{row.table}, row {row.number}, column {cell['column']}: {cell['problem']}"
        for row in found.sheet_rows.filter(kind="refused").order_by("pk")
        for cell in row.cells
    ]


def doing(found) -> list[tuple]:
    """What every row does: kind, name, and the cells before and after."""
    return [
        (row.kind, row.name, {c["column"]: (c["before"], c["after"]) for c in row.cells if "before" in c})
        for row in found.sheet_rows.exclude(kind="refused").order_by("pk")
    ]
