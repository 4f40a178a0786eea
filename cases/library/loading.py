"""
Loads a folder into the database: everything is checked first, and then all of it is written, or nothing.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

from cases.library.checking import Record, check
from cases.library.crossing import Library, cross_problems
from cases.library.desk import MOST_REFERENCES, renew_history, renew_references
from cases.library.folder import scan
from cases.library.names import Names
from cases.library.nouns import nouns
from cases.library.pictures import Offered, offered_pictures
from cases.library.planning import Plan, plan
from cases.library.problems import LibraryProblems
from cases.library.progress import Progress, silent
from cases.library.storing import store
from cases.models import Story
from cases.record import loaded, versions
from cases.search import changes

MOST_SHOWN = 5
"""So many slugs are named in a line of the report."""

LOAD_LOCK = 0x0CA5EB00
"""The number of the lock that one load at a time holds in PostgreSQL."""


@dataclass
class Report:
    """What a load did, or would do."""

    plans: list[Plan]
    warnings: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Whether the database is already as the folder says."""
        return not any(found.added or found.changed for found in self.plans)

    def lines(self, dry_run: bool = False) -> Iterator[str]:
        """One line a noun, and a last one where there is nothing to do."""
        would = "would be " if dry_run else ""
        yield from self.renamed
        for found in self.plans:
            added = _counted(f"{would}added", list(found.added))
            changed = _counted(f"{would}changed", [item.stored.slug for item in found.changed])
            yield f"{found.noun.name}: {added}, {changed}, {found.unchanged} unchanged, {found.left} left"
        if self.changes_nothing:
            yield "Nothing changes: the library is as the folder says."


def _counted(word: str, slugs: list[str]) -> str:
    named = ", ".join(slugs[:MOST_SHOWN]) + (f" and {len(slugs) - MOST_SHOWN} more" if len(slugs) > MOST_SHOWN else "")
    return f"{len(slugs)} {word} ({named})" if slugs else f"0 {word}"


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector rest: records make no circles, and looking takes a sixth of the time."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()


def wait_for_other_loads() -> None:
    """Let one load at a time compare and write, until its transaction ends; in SQLite the transaction alone sees to that."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOAD_LOCK])


def load_library(root: Path, *, dry_run: bool = False, progress: Progress = silent, warn: bool = False) -> Report:
    """
    Make the database say what the folder says, and report what that changed.

    With `dry_run` nothing stays written. With `warn` the report also says what the checks find in the folder's stories.
    LibraryProblems holds everything that is wrong with the files; NotADirectoryError and OSError say that there is no
    such folder or that it cannot be read. In each of these cases the database is as before.
    """
    folder = scan(root)
    if folder.too_large:
        raise LibraryProblems(folder.problems)
    with uncollected():
        checked = [check(file) for file in progress(folder.files, "checking")]
    problems = [*folder.problems, *(problem for found in checked for problem in found.problems)]
    library = Library(checked, folder.refused)
    pictures = offered_pictures(folder, library)
    problems += pictures.problems
    with uncollected(), transaction.atomic(), changes.gathered():
        wait_for_other_loads()
        renamed = [str(found) for found in loaded.follow_names(library)]
        problems += cross_problems(library)
        if problems:
            raise LibraryProblems(problems)
        names = Names()
        plans = [plan(found, library.records(found.name), names) for found in nouns()]
        report = Report(plans, [*loaded.still_there(library), *pictures.warnings], renamed)
        if warn or not dry_run:
            report.warnings += _write(report.plans, pictures, names, progress)
        if warn:
            report.warnings += _checked(library.records("stories"))
        if dry_run:
            transaction.set_rollback(True)
    return report


def _checked(records: Iterable[Record]) -> Iterator[str]:
    """What the checks find in the stories of these records, each with its file."""
    from cases.checking_stories.library import looked_over

    files = {record.slug: record.file.name for record in records}
    for story, finding in looked_over(files):
        yield f"{files[story.slug]}: {finding.field}: {finding.text}"


def _write(plans: list[Plan], pictures: Offered, names: Names, progress: Progress) -> Iterator[str]:
    """Write the plans, tell the desk and the index; yields warnings."""
    shown_before = changes.showing({found.noun.model: _changed_keys(found) for found in plans})
    told_anew = loaded.number(plans)
    versions.hold(told_anew)
    added = {}
    pictures.store(names)
    for found in plans:
        if found.added or found.changed:
            added[found.noun.model] = store(found, names, progress)
    touched = {found.noun.model: [*added.get(found.noun.model, ()), *_changed_keys(found)] for found in plans}
    versions.advance(told_anew)
    for found in plans:
        yield from renew_history(found)
    if sum(map(len, touched.values())) > MOST_REFERENCES:
        yield "Run “manage.py rebuild_references_index”, so that the desk counts where each record is used."
    else:
        for model, pks in touched.items():
            renew_references(model, pks)
    stories = set(touched.get(Story, ()))
    many = len(stories) * 2 > Story.objects.count()
    changes.mark(None if many else stories | shown_before | changes.showing(touched))


def _changed_keys(found: Plan) -> list[int]:
    return [item.stored.pk for item in found.changed]
