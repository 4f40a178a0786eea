"""The figures as tables, in the terminal and in docs/performance.md."""

import os
import platform
import re
import sqlite3
from importlib.metadata import version

from tests.bench.home import ROOT

PAGE = ROOT / "docs" / "performance.md"
HEADINGS = {"sqlite": "## On SQLite", "postgres": "## On PostgreSQL"}
HEAD = """# Performance

How fast the site answers over a generated library (`tests/bench/generator.py`): as uneven as a real one, a third of its stories told in
full (400 to 900 words), 14 policy areas, some 500 places, 80 elements, 200 lessons. `make bench` measures it again on any machine
and `python -m tests.bench --write` writes this page; figures are of the machine named below, and never a test.

- **median, 95 %, 99 %**: milliseconds of server time in one process, through all of Django, compression included.
- **bare**: the same searches, counts and queries asked of the engine and the database without Django, in the same run, one by one
  between the pages (median); **ratio**: how many times as long the page takes. The rest is Python: templates, and making objects of rows.
- **kB**: bytes sent, compressed.
"""
BOUNDS = """## What bounds it

- **Pages of the finder**: the engine takes about two fifths of the time, less where there are filters; the rest is Django's templates,
  some 230 included components a page. What depends on the library alone (counts without a filter, labels, names to suggest, balances of
  evidence) is found out once a generation and kept with the index's snapshot (`Snapshot.remember`), so it is never older than the finder
  itself.
- **Explore views**: a third is the engine's counting crosswise, a third the ways to narrow, a third the drawing and its table.
  Coastlines are read once a process (a third of a second) and cut out once a window (70 ms).
- **Story page**: seventeen queries, which take the database one or two milliseconds in all; Django takes longer to put them together.
- **Pages that list** (a lesson's evidence, a body's stories) show the best of it and count the rest in the database.
- **Building the index**: about 0.8 ms of Python a story (reading its rows, taking Markdown apart, facets) on one core, and about 0.5 ms of
  the engine on the others. More cores help the engine only.
- **Publishing**: what is published is found after one commit of the engine. Every eighth commit or so the engine merges its parts.
  Nobody waits for that, but a change that follows within the merge waits for its end: in a library of some ten thousand stories about a
  second, in a smaller one far less; in a larger one the large parts are left alone. A reader waits a second at most, then sees the list as
  it was.
- **A new process**: importing Django and Wagtail.
"""


def machine(db: str, size: int, stories: int) -> list[str]:
    """What was measured, and on what."""
    database = f"SQLite {sqlite3.sqlite_version}"
    if db == "postgres":
        from django.db import connection

        connection.ensure_connection()
        number = connection.connection.server_version
        database = f"PostgreSQL {number // 10000}.{number % 10000}"
    engine = f"Django {version('django')}, Tantivy {version('tantivy')}, {database}"
    return [
        f"`python -m tests.bench --size {size} --db {db}`: {stories:,} published stories.",
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {engine}.",
    ]


def page_table(rows: list[tuple]) -> list[str]:
    """The pages: name, median, 95 %, 99 %, bare, kB."""
    lines = [
        "| page | median ms | 95 % | 99 % | bare ms | ratio | kB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, middle, most, nearly_all, raw, sent in rows:
        ratio = f"{middle / raw:.1f}" if raw >= 0.05 else "–"
        lines.append(
            f"| {name} | {middle:.1f} | {most:.1f} | {nearly_all:.1f} | {raw:.1f} | {ratio} | {sent / 1000:.1f} |"
        )
    return lines


def figure_table(figures: dict[str, str]) -> list[str]:
    """The index, the processes and the files."""
    return ["| what | figure |", "| --- | ---: |", *(f"| {name} | {figure} |" for name, figure in figures.items())]


def section(db: str, size: int, stories: int, rows: list[tuple], figures: dict[str, str]) -> str:
    """Everything that was measured on one database."""
    parts = [[HEADINGS[db]], machine(db, size, stories), page_table(rows), figure_table(figures)]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def write(db: str, text: str) -> None:
    """Put the section into docs/performance.md; that of the other database stays."""
    held = PAGE.read_text() if PAGE.exists() else ""
    parts = dict(re.findall(r"^(## [^\n]+)\n(.*?)(?=^## |\Z)", held, re.M | re.S))
    ours = {heading: f"{heading}\n{parts.pop(heading)}" for heading in HEADINGS.values() if heading in parts}
    ours[HEADINGS[db]] = text
    chapters = [ours[heading] for heading in HEADINGS.values() if heading in ours]
    PAGE.write_text("\n".join(part.strip() + "\n" for part in (HEAD, *chapters, BOUNDS)))
