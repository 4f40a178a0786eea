"""`python -m tests.bench.sheets`: large spreadsheets, read, checked and imported by real processes; prints the figures."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.bench.home import ROOT, own_place, start_django

STORIES = 2_000
"""Stories of the library that is there before."""

FAULTS = 50


def main() -> None:
    """One run, in a place of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sheets", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="How many rows each spreadsheet has.")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
    chosen = parser.parse_args()
    with own_place(chosen.db) as environment:
        start_django(environment)
        from django.core.management import call_command
        from django.db import connection

        from tests.bench.generator import generate

        call_command("migrate", verbosity=0)
        generate(STORIES)
        try:
            Runs(environment, chosen.rows).run()
        finally:
            connection.close()


class Runs:
    """The spreadsheets, one after the other."""

    def __init__(self, environment: dict[str, str], rows: int):
        from django.contrib.auth.models import User

        self.environment, self.rows = environment, rows
        self.folder = Path(environment["VAR_DIR"])
        self.user = User.objects.create_superuser("editor", password=None)

    def run(self) -> None:
        """Every case, with a line of figures."""
        from cases.models import Measure, Story

        before = Story.objects.count(), Measure.objects.count()
        found = self.uploaded(self.mixed("faults", faults=FAULTS))
        self.report("mixed rows with faults", found)
        after = Story.objects.count(), Measure.objects.count()
        print(
            f"  faults named: {found.problems}; changed in the library: {'nothing' if before == after else 'SOMETHING'}"
        )
        self.imported("mixed rows", self.mixed("mixed"), publishes=True)
        again = self.uploaded(self.mixed("mixed"))
        self.report("the same file again", again)
        print(f"  rows that would do something: {again.doing}")
        self.imported("measures of stories that are there", self.measures(), publishes=True)
        self.imported("measures, as drafts", self.measures(result="about 3"), publishes=False)
        self.imported("new stories", self.stories(self.rows), publishes=True)

    def imported(self, what: str, path: Path, publishes: bool) -> None:
        """Read, check and import a spreadsheet."""
        from cases.models import SheetImport
        from cases.models.sheet_import import SheetState

        found = self.uploaded(path)
        self.report(f"{what}: preview", found)
        values = {"publishes": publishes, "attempts": 0}
        SheetImport.objects.move(found.pk, before=[SheetState.CHECKED], after=SheetState.CONFIRMED, **values)
        self.work(found)
        self.report(f"{what}: import", found)
        if found.state != SheetState.DONE:
            raise SystemExit("It was not imported.")

    def uploaded(self, path: Path):
        """The preview of a file."""
        from django.core.files.uploadedfile import SimpleUploadedFile

        from cases.sheets.forms import UploadForm

        form = UploadForm({}, {"file": SimpleUploadedFile(path.name, path.read_bytes())})
        if not form.is_valid():
            raise SystemExit(str(form.errors))
        found = form.save(self.user)
        self.work(found)
        return found

    def work(self, found) -> None:
        """A process that works on it; how long it takes, and how much memory at most."""
        started = time.monotonic()
        command = [sys.executable, "manage.py", "work_on_sheets", str(found.pk)]
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        _pid, _status, used = os.wait4(process.pid, 0)
        process.returncode = 0
        self.took, self.cpu, self.most = time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss
        found.refresh_from_db()

    def report(self, what: str, found) -> None:
        """A line of figures."""
        size = found.size / 1_000_000
        figures = f"{self.took:5.1f} s ({self.cpu:.1f} s of one core), {self.most / 1_000:.0f} MB of memory at most"
        print(f"{what}: {found.rows:,} rows ({size:.1f} MB), {found.state}: {figures}", flush=True)
        if found.message:
            print(f"  {found.message}")

    def mixed(self, name: str, faults: int = 0) -> Path:
        """New stories with parts, a tenth of the rows stories, a tenth their sources; faults are spread over the other parts."""
        from cases.models import Place, Source
        from lessons.models import Lesson

        places, sources, lessons = (
            list(model.objects.values_list("slug", flat=True)[:100]) for model in (Place, Source, Lesson)
        )
        stories = self.rows // 10
        wrong = set(Random(7).sample(range(self.rows - 2 * stories), faults))
        book = Sheets()
        book.add_stories([f"bench-{number}" for number in range(stories)], sources[0], places)
        for number in range(self.rows - 2 * stories):
            slug, kind = f"bench-{number % stories}", number // stories
            value = "lots" if number in wrong else f"about {number % 90}"
            lesson = "nowhere" if number in wrong else lessons[kind]
            if kind % 2:
                row = [slug, lesson, "supports", "observed", f"What happened, {number}.", "", sources[0], "A heading"]
                book.add(
                    "Evidence",
                    ("Story", "Lesson", "Stance", "Strength", "What happened", "Quotation", "Source", "Section"),
                    row,
                )
            else:
                row = [slug, f"Indicator {kind}", "outcome", number % 50, "", value, "per cent"]
                book.add("Measures", ("Story", "Indicator", "Kind", "Baseline", "Target", "Result", "Unit"), row)
        return book.saved(self.folder / f"{name}.xlsx")

    def measures(self, result: str = "about 2") -> Path:
        """Measures for the stories that are there."""
        from cases.models import Story

        slugs = list(Story.objects.published().order_by("slug").values_list("slug", flat=True)[:1000])
        book = Sheets()
        for number in range(self.rows):
            row = [
                slugs[number % len(slugs)],
                f"New indicator {number // len(slugs)}",
                "output",
                1,
                "",
                result,
                "things",
            ]
            book.add("Measures", ("Story", "Indicator", "Kind", "Baseline", "Target", "Result", "Unit"), row)
        return book.saved(self.folder / "measures.xlsx")

    def stories(self, many: int) -> Path:
        """New stories, with some two thousand characters of narrative each, and their sources: half of the rows each."""
        from cases.models import Source

        book = Sheets()
        book.add_stories(
            [f"long-{number}" for number in range(many // 2)],
            Source.objects.values_list("slug", flat=True)[0],
            [],
            "A sentence of some sixty characters stands here, and another. " * 8,
        )
        return book.saved(self.folder / "stories.xlsx")


class Sheets:
    """A workbook that is written row by row."""

    def __init__(self):
        from openpyxl import Workbook

        self.workbook, self.tables = Workbook(write_only=True), {}

    def add(self, title: str, headings: tuple[str, ...], row: list) -> None:
        """A row of a sheet."""
        if title not in self.tables:
            self.tables[title] = self.workbook.create_sheet(title)
            self.tables[title].append(headings)
        self.tables[title].append(row)

    def add_stories(
        self, slugs: list[str], source: str, places: list[str], words: str = "Something was tried."
    ) -> None:
        """Stories of these slugs, with all that a published story needs."""
        headings = (
            "Slug",
            "Title",
            "Summary",
            "Result",
            "Depth",
            "First year",
            "Places",
            "Why it has no place",
            "Tags",
            "The problem",
            "What they did",
            "What changed",
        )
        for number, slug in enumerate(slugs):
            where = places[number % len(places)] if places else ""
            row = [
                slug,
                f"Title {number}",
                "Two sentences. That is all.",
                "mixed",
                "full",
                1990 + number % 30,
                where,
                "" if where else "It was everywhere.",
                f"tag {number % 40}",
            ]
            self.add("Stories", headings, [*row, words, words, words])
            self.add("Citations", ("Story", "Source", "Section", "Page"), [slug, source, "", ""])

    def saved(self, path: Path) -> Path:
        """The file."""
        self.workbook.save(path)
        return path


if __name__ == "__main__":
    main()
