"""The figures as tables, in the terminal and in docs/performance.md."""

import os
import platform
import re
import sqlite3
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.home import ROOT
from tests.bench.place import Place
from tests.bench.rows import ROWS

PAGE = ROOT / "docs" / "performance.md"
AROUND = Path(__file__).with_name("performance.md")
"""What the page says before and after its tables."""
RIVALS = {"orm": "plain Django", "wagtail": "Wagtail", "datasette": "Datasette"}


def section(place: Place) -> str:
    """Everything that was measured over one library."""
    figures, parts = place.figures, [[heading(place)], machine(place)]
    tables = {"pages": page_table, "many": many_table, "rivals": rival_table}
    parts += [table(figures[name]) for name, table in tables.items() if name in figures]
    parts.append(figure_table(figures))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def heading(place: Place) -> str:
    """The title of its part of the page."""
    return f"## {place.size:,} stories on {'PostgreSQL' if place.db == 'postgres' else 'SQLite'}"


def machine(place: Place) -> list[str]:
    """What was measured, and on what."""
    database = f"SQLite {sqlite3.sqlite_version}"
    if place.db == "postgres":
        from django.db import connection

        connection.ensure_connection()
        number = connection.connection.server_version
        database = f"PostgreSQL {number // 10000}.{number % 10000}"
    engine = f"Django {version('django')}, Tantivy {version('tantivy')}, {database}"
    stories = place.figures.get("library", {}).get("stories", 0)
    said = [
        f"`make bench SIZE={place.size} DB={place.db}`: {stories:,} published stories.",
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {engine}.",
    ]
    if pace := place.figures.get("pace"):
        said.append(
            f"Between the pages, an empty loop of a million steps took {pace['p50']:.0f} ms (95 %: {pace['p95']:.0f})."
        )
    return said


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A table of Markdown; all columns but the first are numbers."""
    head = list(head)
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]


def page_table(pages: dict[str, Any]) -> list[str]:
    """Each page: made anew, kept, asked whether it holds; the floor; the bytes."""
    head = ["page", "median ms", "95 %", "99 %", "floor ms", "ratio", "kept ms", "304 ms", "kB"]
    rows = []
    for name, page in pages.items():
        anew, bare = page["anew"], page["floor"].get("p50")
        ratio = f"{anew['p50'] / bare:.1f}" if bare and bare >= 0.05 else "–"
        floor = "refused" if bare is None else f"{bare:.1f}"
        same = f"{page['same']['p50']:.1f}" if "same" in page else "–"
        times = [f"{anew[key]:.1f}" for key in ("p50", "p95", "p99")]
        rows.append([name, *times, floor, ratio, f"{page['kept']['p50']:.1f}", same, f"{page['bytes'] / 1000:.1f}"])
    return table(head, rows)


def many_table(many: dict[str, Any]) -> list[str]:
    """One reader and thirty-two."""
    cores, rows = os.cpu_count() or 1, []
    for how, said in (("anew", "each page made anew"), ("kept", "pages kept")):
        one, all_of_them = many[f"{how} 1"], many[f"{how} 32"]
        share = all_of_them["rate"] / (one["rate"] * cores)
        errors = str(one["errors"] + all_of_them["errors"])
        rates = [f"{one['rate']:,.0f}/s", f"{all_of_them['rate']:,.0f}/s", f"{share:.0%}"]
        rows.append([said, *rates, f"{all_of_them['p50']:,.0f} ms", f"{all_of_them['p99']:,.0f} ms", errors])
    head = ["through a web server", "1 reader", "32 readers", "of cores × 1", "median of 32", "99 %", "errors"]
    return table(head, rows)


def rival_table(rivals: dict[str, Any]) -> list[str]:
    """The same questions to others: milliseconds, and how many times as long as here."""
    others = [name for name in RIVALS if name in rivals]
    head = ["the same answer", "here", *(part for name in others for part in (RIVALS[name], "times as long"))]
    rows = []
    for question, ours in rivals["ours"].items():
        row = [f"{question} ({ours['total']:,} stories)", f"{ours['p50']:.0f} ms"]
        for name in others:
            theirs = rivals[name].get(question)
            row += (
                [f"{theirs['p50']:,.0f} ms", f"{theirs['p50'] / ours['p50']:,.0f}"] if theirs else ["none in time", "–"]
            )
        rows.append(row)
    return table(head, rows)


def figure_table(figures: dict[str, Any]) -> list[str]:
    """The index, the processes and the files."""
    rows = []
    for name, words, said in ROWS:
        try:
            rows.append([words, said(figures[name])])
        except (KeyError, ZeroDivisionError):
            continue
    return table(["what", "figure"], rows)


def write(place: Place) -> None:
    """Put the section into docs/performance.md; those of other libraries stay."""
    held = PAGE.read_text() if PAGE.exists() else ""
    parts = dict(re.findall(r"^(## [\d,]+ stories on [^\n]+)\n(.*?)(?=^## |\Z)", held, re.M | re.S))
    chapters = {name: f"{name}\n{text}" for name, text in parts.items()} | {heading(place): section(place)}

    def order(name: str) -> tuple[str, int]:
        return name.rpartition(" ")[2] != "SQLite", int(name.split()[1].replace(",", ""))

    before, after = AROUND.read_text().split("<!-- the tables -->")
    PAGE.write_text(
        "\n".join(part.strip() + "\n" for part in (before, *(chapters[n] for n in sorted(chapters, key=order)), after))
    )
