"""Starts the processes that work on uploads."""

import subprocess
import sys
import threading
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from cases.models import SheetImport
from cases.sheets.folder import UploadFolder

STARTING = timedelta(seconds=30)
"""So long a process may take until it is seen at work."""


def start(found: SheetImport) -> None:
    """Have the import worked on by a process of its own, or, where settings say so, by the next round of keep_house."""
    SheetImport.objects.filter(pk=found.pk).update(started_at=timezone.now())
    if settings.SHEETS_WORK == "process":
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work_on_sheets", str(found.pk)]
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, start_new_session=True)
        # Whoever starts a process must hear of its end, or the system keeps its name for ever.
        threading.Thread(target=process.wait, daemon=True).start()


def start_again_if_ended(found: SheetImport) -> None:
    """Go on with an import whose process was killed."""
    folder = UploadFolder(found.folder)
    begun = found.started_at and found.started_at > timezone.now() - STARTING
    if found.is_working and not begun and folder.is_here and not folder.is_held():
        start(found)
