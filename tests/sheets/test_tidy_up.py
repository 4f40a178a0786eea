"""Uploaded files are kept for a week, out of reach of any address."""

from datetime import timedelta
from os import utime
from time import time

import pytest
import time_machine
from django.utils import timezone

from cases.chores import CHORES
from cases.models import SheetImport
from cases.sheets.chores import go_on, tidy_up
from tests.sheets.conftest import workbook

pytestmark = pytest.mark.django_db

CHANGE = {"Stories": [["Slug", "Result"], ["bus", "failed"]]}


@pytest.fixture
def later():
    """Lets time go by until keep_house comes round."""

    def wait(**span):
        with time_machine.travel(timezone.now() + timedelta(**span), tick=True):
            tidy_up()

    return wait


def test_it_is_what_the_house_does_by_itself():
    assert {go_on, tidy_up} <= {chore.do for chore in CHORES}


def test_it_keeps_a_file_for_a_week(house, upload, later, bus):
    found = upload(workbook(**CHANGE))

    later(days=6, hours=23)

    assert (house / "sheets" / found.folder / "upload").is_file()
    assert found.sheet_rows.exists()


def test_it_deletes_it_after_a_week_and_keeps_what_is_known_of_it(house, bring_in, later, bus):
    found = bring_in(workbook(**CHANGE))

    later(days=7, hours=1)

    after = SheetImport.objects.get(pk=found.pk)
    assert list((house / "sheets").iterdir()) == []
    assert (after.folder, after.state, after.count("changed"), after.sheet_rows.count()) == ("", "done", 1, 0)


def test_it_ends_what_nobody_has_imported(upload, later, bus):
    found = upload(workbook(**CHANGE))

    later(days=8)

    after = SheetImport.objects.get(pk=found.pk)
    assert (after.state, after.message) == ("cancelled", "Nobody imported it within a week.")


def test_it_shows_an_import_whose_file_is_gone(editor, bring_in, later, bus):
    found = bring_in(workbook(**CHANGE))
    later(days=8)

    assert editor.get(f"/desk/sheets/{found.pk}/").status_code == 200
    assert editor.get(f"/desk/sheets/{found.pk}/marked.xlsx").status_code == 404


def test_it_deletes_folders_that_belong_to_no_import(house, later):
    old, new = house / "sheets" / "old", house / "sheets" / "new"
    old.mkdir(parents=True)
    new.mkdir()
    utime(old, (time() - 8 * 86_400,) * 2)

    later(minutes=1)

    assert (old.exists(), new.exists()) == (False, True)


def test_it_serves_a_file_at_no_address(editor, house, upload, bus):
    found = upload(workbook(**CHANGE))

    addresses = (f"/{root}/sheets/{found.folder}/upload" for root in ("media", "static", "desk/sheets"))
    assert {editor.get(address, follow=True).status_code for address in addresses} == {404}
