"""
Datasette over the same SQLite file: full-text search switched on with sqlite-utils, facets of columns and of JSON arrays, as its pages say.

It runs in the benchmark's own environment (var/bench/venv), as a server, and is asked for JSON.
"""

import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from cases.models.story import SECTIONS
from tests.bench.home import ROOT

PROGRAMS = ROOT / "var" / "bench" / "venv" / "bin"
TABLE = "bench_story"
COLUMNS = ("result", "level", "novelty", "driver", "depth")
PART = "cases_participation j JOIN cases_organisation o ON o.id = j.organisation_id"
ARRAYS = {
    "policy": ("a.slug", "cases_story_policy_areas j JOIN cases_policyarea a ON a.id = j.policyarea_id"),
    "realm": ("j.realm", "cases_role j"),
    "country": ("p.country", "cases_story_places j JOIN cases_place p ON p.id = j.place_id"),
    "place": ("p.slug", "cases_story_places j JOIN cases_place p ON p.id = j.place_id"),
    "orgkind": ("o.kind", PART),
    "organisation": ("o.slug", PART),
    "leader": ("l.slug", "cases_role j JOIN cases_leader l ON l.id = j.leader_id"),
    "measure": ("j.kind", "cases_measure j"),
    "tag": ("t.slug", "cases_storytag j JOIN taggit_tag t ON t.id = j.tag_id"),
    "source": ("c.slug", "cases_citation j JOIN cases_source c ON c.id = j.source_id"),
}
"""What a story has several of: the value, and where it is."""
SOON = ["--setting", "sql_time_limit_ms", "60000", "--setting", "facet_time_limit_ms", "60000"]
"""Without these it gives up on facets after a fifth of a second."""
TEXTS = ("title", "summary", *SECTIONS)


def statement() -> str:
    """The table of stories, with an array for what they have several of."""
    owner = {"tag": "content_object_id"}
    arrays = [
        f"(SELECT json_group_array(DISTINCT {value}) FROM {rows} WHERE j.{owner.get(name, 'story_id')} = s.id) {name}"
        for name, (value, rows) in ARRAYS.items()
    ]
    columns = ", ".join(["id", "slug", *TEXTS, *COLUMNS, *arrays])
    return f"CREATE TABLE {TABLE} AS SELECT {columns} FROM cases_story s WHERE s.live"


class Datasette:
    """The server over a copy of the stories."""

    def __init__(self, database: Path, folder: Path):
        self.database, self.file = database, folder / "datasette.db"

    def prepare(self) -> None:
        """One table of stories with arrays for what they have several of, an index on every column to facet by, and full-text search."""
        self.file.unlink(missing_ok=True)
        with sqlite3.connect(self.file) as held:
            held.execute("ATTACH ? AS library", [str(self.database)])
            held.execute(statement())
        utils = [str(PROGRAMS / "sqlite-utils")]
        commands = [
            ["transform", str(self.file), TABLE, "--pk", "id"],
            ["enable-fts", str(self.file), TABLE, *TEXTS, "--tokenize", "porter"],
            *(["create-index", str(self.file), TABLE, column] for column in COLUMNS),
        ]
        for command in commands:
            subprocess.run([*utils, *command], check=True, capture_output=True)

    def __enter__(self) -> "Datasette":
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        command = [str(PROGRAMS / "datasette"), "serve", "-i", str(self.file), "-p", str(self.port), *SOON]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                self.get(f"/{self.file.stem}.json")
                return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit("Datasette did not start.")

    def __exit__(self, *problem) -> None:
        self.process.terminate()
        self.process.wait()

    def get(self, path: str) -> dict:
        """The JSON of an address."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=300) as response:
            return json.load(response)

    def answer(self, question: dict) -> int:
        """Ask for all of it; answers how many stories there are."""
        asked = [("_size", "20"), ("_facet_size", "13")]
        asked += [("_facet", column) for column in COLUMNS] + [("_facet_array", column) for column in ARRAYS]
        asked += [("_search", question["words"])] if question["words"] else []
        asked += [(key, question[key]) for key in ("result", "depth") if question[key]]
        asked += [("policy__arraycontains", question["policy"])] if question["policy"] else []
        found = self.get(f"/{self.file.stem}/{TABLE}.json?{urllib.parse.urlencode(asked)}")
        if found.get("facets_timed_out"):
            raise TimeoutError(f"facets given up: {found['facets_timed_out']}")
        return found["filtered_table_rows_count"]


def installed() -> bool:
    """Whether the benchmark's environment is there."""
    return (PROGRAMS / "datasette").exists() and sys.platform != "win32"
