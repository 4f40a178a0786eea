"""A process that imports a spreadsheet is killed in the middle of writing: nothing is half written, and the next one finishes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.houses import ROOT, START, House

STORIES = 3_000

MAKE = (
    START
    + f"""
from io import BytesIO
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from cases.models import SheetImport
from tests.factories import SourceFactory
from openpyxl import Workbook
from cases.sheets.forms import UploadForm
from cases.sheets.working import work

SourceFactory(slug="report")
book = Workbook()
stories, citations = book.active, book.create_sheet("Citations")
stories.title = "Stories"
stories.append(["Slug", "Title", "Summary", "Result", "Depth", "Why it has no place"])
citations.append(["Story", "Source", "Section", "Page"])
for n in range({STORIES}):
    stories.append([f"story-{{n}}", f"Title {{n}}", "It happened.", "mixed", "short", "It was everywhere."])
    citations.append([f"story-{{n}}", "report", "", ""])
held = BytesIO()
book.save(held)
file = SimpleUploadedFile("stories.xlsx", held.getvalue())
form = UploadForm({{}}, {{"file": file}})
assert form.is_valid(), form.errors
found = form.save(User.objects.create_superuser("ada"))
work(found)
SheetImport.objects.filter(state="checked").update(state="confirmed", publishes=True)
print(found.folder)
"""
)

TELL = (
    START
    + """
from cases.models import Change, SheetImport, Story
from wagtail.models import ModelLogEntry, Revision
counts = [model.objects.count() for model in (Story, Revision, ModelLogEntry, Change)]
print(SheetImport.objects.get().state, *counts)
"""
)

KEEP = START + "from django.core.management import call_command; call_command('keep_house')"


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    """A library of its own, which is worked on by keep_house."""
    with django_db_blocker.unblock():
        found = House(tmp_path)
        found.environment["SHEETS_WORK"] = "house"
        yield found
        found.tear_down()


def start(house):
    """A process that works on what waits."""
    command = [sys.executable, "manage.py", "work_on_sheets"]
    return subprocess.Popen(command, cwd=ROOT, env=house.environment, start_new_session=True)


def killed_while_writing(house, progress: Path) -> int:
    """Kill the process as soon as it has written something; answers how many records it had."""
    process = start(house)
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline and process.poll() is None:
        try:
            told = json.loads(progress.read_text())
        except (OSError, ValueError):
            told = {}
        if told.get("phase") == "writing" and told["done"]:
            break
        time.sleep(0.002)
    assert process.poll() is None, "The process had ended before it could be killed."
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return told["done"]


def test_it_writes_all_or_nothing_when_it_is_killed(house):
    progress = house.folder / "sheets" / house.run(MAKE) / "progress.json"

    written = killed_while_writing(house, progress)
    after = house.run(TELL)
    house.run(KEEP)

    assert 0 < written < STORIES
    assert after == "writing 0 0 0 0"
    assert house.run(TELL).split()[:4] == ["done", str(STORIES), str(STORIES), str(2 * STORIES)]
