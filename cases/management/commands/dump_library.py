"""Writes the library into a folder of files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cases.library.dumping import dump_library
from cases.library.progress import progress_bars


class Command(BaseCommand):
    """Write the published library into a folder."""

    help = "Writes the whole published library into a folder that load_library can load again."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="The folder. It is created if it does not exist.")
        parser.add_argument(
            "--prune",
            action="store_true",
            help="Delete the files of records that are no longer published, or gone.",
        )
        parser.add_argument(
            "--progress", action="store_true", default=None, help="Show progress even outside a terminal."
        )
        parser.add_argument("--no-progress", dest="progress", action="store_false", help="Never show progress.")

    def handle(self, *, path, prune, progress, **options):
        try:
            report = dump_library(path, prune=prune, progress=progress_bars(progress))
        except OSError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("\n".join(report.lines()))
        for warning in report.warnings:
            self.stderr.write(self.style.WARNING(f"Warning: {warning}"))
