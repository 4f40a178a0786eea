"""Where a benchmark keeps its library and its figures: var/bench/<database>-<size>, which may be deleted at any time."""

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import dj_database_url

from tests.bench.home import ROOT, SERVER, server_cursor

BENCH = ROOT / "var" / "bench"


class Place:
    """The folder and the database of a benchmark, and the figures that it has already."""

    def __init__(self, db: str, size: int):
        self.db, self.size = db, size
        self.folder = BENCH / f"{db}-{size}"
        self.file = self.folder / "figures.json"
        self.name = f"casebook_bench_{size}"
        self.figures: dict[str, Any] = json.loads(self.file.read_text()) if self.file.exists() else {}

    @property
    def environment(self) -> dict[str, str]:
        """The settings of every process of the benchmark."""
        settings = {
            "DJANGO_SETTINGS_MODULE": "civic.settings",
            "DEBUG": "1",
            "VAR_DIR": str(self.folder),
            "LOG_LEVEL": "ERROR",
            "PYTHONHASHSEED": "0",
        }
        environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "INDEX_DIR")}
        return {**environment, **settings, **({"DATABASE_URL": self.url} if self.db == "postgres" else {})}

    @property
    def url(self) -> str:
        """The address of its database on the PostgreSQL server."""
        path, question, options = os.environ.get("POSTGRES_URL", SERVER).partition("?")
        return f"{path.rpartition('/')[0]}/{self.name}{question}{options}"

    def open(self) -> None:
        """Make what is not there yet; a run that is told to stop ends as one that fails, and goes on from there next time."""
        self.folder.mkdir(parents=True, exist_ok=True)
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
        if self.db == "postgres":
            with server_cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
                if not cursor.fetchone():
                    cursor.execute(f'CREATE DATABASE "{self.name}"')

    def clear(self) -> None:
        """Delete the library and the figures."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.figures = {}
        if self.db == "postgres":
            with server_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def note(self, section: str, found: Any) -> None:
        """Keep the figures of a section, so that it need not be measured again."""
        self.figures[section] = found
        waiting = self.file.with_suffix(".waiting")
        waiting.write_text(json.dumps(self.figures, indent=1))
        waiting.replace(self.file)

    @property
    def sqlite(self) -> Path:
        """The database file, where it is one."""
        return Path(dj_database_url.parse(f"sqlite:///{self.folder}/casebook.sqlite3")["NAME"])
