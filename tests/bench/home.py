"""A place of its own for a run: a folder and a database that nobody else uses, gone when the run ends."""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SERVER = "postgres:///postgres"
"""The PostgreSQL to make a database on, where POSTGRES_URL names no other."""


@contextmanager
def own_place(db: str, log_level: str = "ERROR") -> Iterator[dict[str, str]]:
    """The environment of processes that use a temporary folder and database ("sqlite" or "postgres")."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-"))
    settings = {
        "DJANGO_SETTINGS_MODULE": "civic.settings",
        "DEBUG": "1",
        "VAR_DIR": str(folder),
        "LOG_LEVEL": log_level,
    }
    environment = {**os.environ, **settings}
    for name in ("DATABASE_URL", "INDEX_DIR"):
        environment.pop(name, None)
    # A run that is told to stop tidies up as one that ends.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        if db == "sqlite":
            yield environment
        else:
            with own_database(folder.name) as url:
                yield {**environment, "DATABASE_URL": url}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def server_cursor():
    """A cursor on the PostgreSQL server, outside of any transaction."""
    import dj_database_url
    import psycopg2

    parts = dj_database_url.parse(os.environ.get("POSTGRES_URL", SERVER))
    given = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    connection = psycopg2.connect(
        **{key: parts[part] for key, part in given.items() if parts.get(part)}, **parts.get("OPTIONS", {})
    )
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()


@contextmanager
def own_database(name: str) -> Iterator[str]:
    """The address of a new PostgreSQL database of that name."""
    with server_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            path, question, options = os.environ.get("POSTGRES_URL", SERVER).partition("?")
            yield f"{path.rpartition('/')[0]}/{name}{question}{options}"
        finally:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def start_django(environment: dict[str, str]) -> None:
    """Set this process up as the server is outside development: the library's settings, nothing of DEBUG."""
    os.environ.clear()
    os.environ.update(environment)
    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
