"""What the house does for spreadsheets: go on with what was cut short, and delete what is a week old."""

import shutil
import time

from django.conf import settings

from cases.chores import Chore, register_chore
from cases.models import SheetImport, SheetRow
from cases.models.sheet_import import KEPT, OPEN, SheetState
from cases.sheets.folder import UploadFolder, all_folders
from cases.sheets.starting import start_again_if_ended


def go_on() -> str:
    """Work on what waits, or start a process that does."""
    from cases.sheets.working import work  # it reads and writes workbooks, which takes a while to load

    waiting = list(SheetImport.objects.unfinished())
    for found in waiting:
        if settings.SHEETS_WORK == "process":
            start_again_if_ended(found)
        else:
            work(found)
    return f"{len(waiting)} waited" if waiting else ""


def tidy_up() -> str:
    """Delete the files and rows of a week ago, and folders that belong to no import."""
    outdated = list(SheetImport.objects.outdated())
    for found in outdated:
        UploadFolder(found.folder).delete()
        SheetRow.objects.filter(sheet_import=found).delete()
        SheetImport.objects.move(
            found.pk, before=OPEN, after=SheetState.CANCELLED, message="Nobody imported it within a week."
        )
        SheetImport.objects.filter(pk=found.pk).update(folder="")
    known = set(SheetImport.objects.exclude(folder="").values_list("folder", flat=True))
    for path in all_folders().iterdir() if all_folders().is_dir() else ():
        if path.name not in known and path.stat().st_mtime < time.time() - KEPT.total_seconds():
            shutil.rmtree(path, ignore_errors=True)
    return f"{len(outdated)} deleted" if outdated else ""


def register() -> None:
    """Have both done from time to time; registering them again changes nothing."""
    register_chore(Chore("go on with spreadsheets", go_on))
    register_chore(Chore("delete old spreadsheets", tidy_up))
