"""
The work on an upload, done by a process of its own: reading, checking and writing, each of which may be stopped, killed and begun again.

Nothing is half done: rows of a preview count once the state says that it is made, and an import is written in one transaction together
with the state that says so.
"""

import logging

from django.db import transaction
from django.utils import timezone

from cases.library.desk import renew_references
from cases.library.loading import uncollected, wait_for_other_loads
from cases.library.names import Names
from cases.library.records import in_batches
from cases.models import SheetImport, SheetRow
from cases.models.sheet_import import MOST_ATTEMPTS, WORKING, SheetState
from cases.sheets.folder import Stopped, UploadFolder
from cases.sheets.marking import mark
from cases.sheets.previewing import Preview, concerned, preview
from cases.sheets.reading import Source, Upload, read_upload
from cases.sheets.writing import Written, write

logger = logging.getLogger(__name__)


class Renewed(Exception):
    """The library has changed since the preview; `preview` is the new one."""

    def __init__(self, found: Preview):
        super().__init__()
        self.preview = found


def work(found: SheetImport) -> None:
    """Do what the import waits for, unless another process is at it."""
    folder = UploadFolder(found.folder)
    if not folder.is_here:
        return
    with folder.held() as held:
        found.refresh_from_db()
        if held and found.is_working:
            try:
                _work(found, folder)
            except Stopped:
                _end(found, SheetState.CANCELLED)
            except Exception:
                logger.exception("The import %s of “%s” failed.", found.pk, found.name)
                _end(
                    found, SheetState.FAILED, "Something went wrong that is no fault of the file. Nothing was changed."
                )


def _work(found: SheetImport, folder: UploadFolder) -> None:
    folder.begin()
    if found.attempts >= MOST_ATTEMPTS or not found.user:
        words = "The process that worked on it ended three times before it was done. Try a smaller file."
        gone = "Whoever uploaded it has no account any more."
        _end(found, SheetState.FAILED, f"{words if found.user else gone} Nothing was changed.")
        return
    reads = found.state in {SheetState.WAITING, SheetState.READING}
    after = SheetState.READING if reads else SheetState.WRITING
    if SheetImport.objects.move(found.pk, before=[found.state], after=after, attempts=found.attempts + 1):
        (_read if reads else _write)(found, folder)


def _end(found: SheetImport, state: SheetState, message: str = "") -> None:
    SheetImport.objects.move(found.pk, before=WORKING, after=state, message=message, ended_at=timezone.now())


def _source(found: SheetImport, folder: UploadFolder) -> Source:
    return Source(folder.file, found.is_workbook, found.name, found.chosen)


def _upload(found: SheetImport, folder: UploadFolder) -> Upload:
    with uncollected():
        return read_upload(_source(found, folder), lambda rows: folder.tell("reading", rows, 0))


def _read(found: SheetImport, folder: UploadFolder) -> None:
    """Make the preview."""
    keep(found, folder, preview(_upload(found, folder), found.user, Names(), folder.tell))


def keep(found: SheetImport, folder: UploadFolder, made: Preview, renewed: bool = False) -> None:
    """Keep the preview for the page, and a marked copy of the file where something is wrong with it."""
    found.sheet_rows.all().delete()
    total, done = sum(1 for _row in made.rows()), 0
    for batch in in_batches(made.rows()):
        SheetRow.objects.bulk_create(SheetRow(sheet_import=found, **row) for row in batch)
        done += len(batch)
        folder.tell("keeping", done, total)
    if made.problems:
        mark(made.upload, _source(found, folder), folder.marked)
    SheetImport.objects.move(
        found.pk,
        before=WORKING,
        after=SheetState.CHECKED,
        attempts=0,
        digest=made.digest(),
        tables=made.tables(),
        drafts=len(concerned(made.records, True)) - len(made.changed),
        problems=made.problems,
        notes=made.upload.said,
        renewed=renewed,
    )


def _write(found: SheetImport, folder: UploadFolder) -> None:
    """Write the import, where the library is as the preview says; otherwise keep a new preview."""
    upload = _upload(found, folder)
    try:
        written = _written(found, upload, folder)
    except Renewed as renewal:
        keep(found, folder, renewal.preview, renewed=True)
        return
    # Which record is used where is for the desk's own pages: nothing waits for it.
    if found.publishes:
        for model, pks in written.touched.items():
            renew_references(model, pks)


@transaction.atomic
def _written(found: SheetImport, upload: Upload, folder: UploadFolder) -> Written:
    wait_for_other_loads()
    names = Names()
    made = preview(upload, found.user, names, folder.tell, publishes=found.publishes)
    if made.problems or made.digest() != found.digest or (found.publishes and made.hindered):
        raise Renewed(made)
    label = {"sheet_import": found.pk, "name": found.name}
    written = write(
        records=made.records, names=names, user=found.user, publishes=found.publishes, label=label, tell=folder.tell
    )
    now = timezone.now()
    if not SheetImport.objects.move(found.pk, before=[SheetState.WRITING], after=SheetState.DONE, ended_at=now):
        raise Stopped
    return written
