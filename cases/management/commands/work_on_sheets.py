"""Works on uploaded spreadsheets; started by the desk, and by keep_house where a process has ended too early."""

import os

from django.core.management.base import BaseCommand

from cases.models import SheetImport
from cases.sheets.working import work


class Command(BaseCommand):
    """Read, check or write the imports named, or all that wait."""

    help = "Works on uploaded spreadsheets. The desk starts it by itself; nobody else needs to."

    def add_arguments(self, parser):
        """Which imports."""
        parser.add_argument("pk", nargs="*", type=int, help="the imports; without any, all that wait")

    def handle(self, *args, pk, **options):
        """One after the other, after everything else that the machine has to do."""
        os.nice(5)
        found = SheetImport.objects.unfinished()
        for waiting in found.filter(pk__in=pk) if pk else found:
            work(waiting)
