"""Loads a folder of files into the library."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from cases.library.counting import count_rows
from cases.library.loading import load_library
from cases.library.problems import LibraryProblems
from cases.library.progress import progress_bars
from cases.models import Story


class Command(BaseCommand):
    """Check every file of a folder, then load all of it, or nothing."""

    help = "Checks every file of a folder and loads all of it, or nothing. Loading twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "path",
            nargs="?",
            type=Path,
            help="The folder. Without one: the library that comes with the software.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be added, changed and left.")
        parser.add_argument(
            "--warn", action="store_true", help="Also say what a good editor would look at again in these stories."
        )
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where there is any story.")
        parser.add_argument(
            "--progress", action="store_true", default=None, help="Show progress even outside a terminal."
        )
        parser.add_argument("--no-progress", dest="progress", action="store_false", help="Never show progress.")

    def handle(self, *, path, dry_run, if_empty, progress, warn=False, **options):
        if if_empty and Story.objects.exists():
            self.stdout.write("The library has stories; nothing was loaded.")
            return
        try:
            report = load_library(
                path or Path(settings.LIBRARY_DIR), dry_run=dry_run, progress=progress_bars(progress), warn=warn
            )
        except LibraryProblems as found:
            self.stderr.write("\n".join(map(str, found.problems)))
            raise CommandError(f"{found}. Nothing was loaded; the library is as before.") from found
        except (OSError, Error) as error:
            raise CommandError(f"{error} Nothing was loaded; the library is as before.") from error
        if not dry_run:
            count_rows()
        self.stdout.write("\n".join(report.lines(dry_run)))
        for warning in report.warnings:
            self.stderr.write(self.style.WARNING(f"Warning: {warning}"))
