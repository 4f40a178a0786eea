"""A library of its own: a database, a folder, and processes on them. For what one process cannot show."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent

START = "import django; django.setup()\n"

MAKE_TABLES = (
    START
    + """
from django.conf import settings
from django.core.management import call_command

class Nothing:
    def __contains__(self, app): return True
    def __getitem__(self, app): return None

settings.MIGRATION_MODULES = Nothing()
call_command("migrate", run_syncdb=True, verbosity=0)
"""
)

ANSWER = (
    START
    + """
import sys
from django.test import Client
client = Client(SERVER_NAME="localhost")
for line in sys.stdin:
    print(client.get(line.strip()).json()["total"], flush=True)
"""
)


class House:
    """The database and the folder. On PostgreSQL the database is made beside the one of the tests."""

    def __init__(self, folder: Path, like: "House | None" = None):
        self.folder = folder
        self.database = f"casebook_house_{uuid4().hex[:12]}" if connection.vendor == "postgresql" else ""
        url = f"sqlite:///{folder}/casebook.sqlite3"
        if self.database:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {self.database} TEMPLATE {like.database if like else 'template0'}")
            url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.database}").geturl()
            url = url.replace("postgres:/casebook", "postgres:///casebook")
        self.environment = {
            "PATH": os.environ["PATH"],
            "DEBUG": "1",
            "VAR_DIR": str(folder),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "civic.settings",
            "LOG_LEVEL": "ERROR",
        }
        if like and not self.database:
            shutil.copy(like.folder / "casebook.sqlite3", folder)
        if not like:
            self.run(MAKE_TABLES)

    def run(self, script: str) -> str:
        """What a process that runs the script prints."""
        return self.finish(self.start(script))

    def start(self, script: str) -> subprocess.Popen:
        """A process that runs the script."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [sys.executable, "-c", script]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, text=True, **pipes)

    def finish(self, process: subprocess.Popen) -> str:
        """What the process prints until it ends; it must end well."""
        printed, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors[-3000:]
        return printed.strip()

    def tear_down(self) -> None:
        """Drop the database, where it is not a file in the folder."""
        if self.database:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE {self.database} WITH (FORCE)")


def ask(process: subprocess.Popen, address: str) -> int:
    """How many stories a process that runs ANSWER finds at the address."""
    process.stdin.write(f"{address}\n")
    process.stdin.flush()
    return int(process.stdout.readline())
