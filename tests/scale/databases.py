"""The database and its copy: made, started, asked."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg2

from tests.scale.needs import found
from tests.scale.site import LOOPBACK, Site, as_server


def make_primary(site: Site) -> None:
    """An empty database server with the configuration of docs/scale."""
    folder = owned(site.folder / "primary")
    run("initdb", "-D", folder, "-U", "casebook", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    with (folder / "postgresql.conf").open("a") as file:
        file.write(site.configuration("postgresql-primary.conf"))
        file.write(f"\nport = {site.ports['primary']}\nunix_socket_directories = '{folder}'\n")
    start(site, "primary")
    with connected(site, "primary", "postgres") as cursor:
        cursor.execute("CREATE DATABASE casebook")


def make_replica(site: Site) -> None:
    """A copy that follows the primary."""
    folder = owned(site.folder / "replica")
    come_from = ["-h", LOOPBACK, "-p", str(site.ports["primary"]), "-U", "casebook"]
    run("pg_basebackup", *come_from, "-D", folder, "-R", "-X", "stream", "--checkpoint=fast")
    with (folder / "postgresql.conf").open("a") as file:
        file.write(site.configuration("postgresql-replica.conf"))
        file.write(f"\nport = {site.ports['replica']}\nunix_socket_directories = '{folder}'\n")
    start(site, "replica")


def start(site: Site, name: str) -> None:
    """Start the server of that name."""
    command = [*as_server(), found("postgres") or sibling("postgres"), "-D", str(site.folder / name)]
    site.start(name, command, lambda: can_be_asked(site, name))


def can_be_asked(site: Site, name: str) -> bool:
    """Whether the server takes questions."""
    try:
        with connected(site, name, "postgres") as cursor:
            cursor.execute("SELECT 1")
        return True
    except psycopg2.OperationalError:
        return False


def connected(site: Site, name: str, database: str = "casebook") -> "Asking":
    """A cursor on the server."""
    return Asking(site.ports[name], database)


class Asking:
    """A connection for as long as it is needed; each statement is a transaction."""

    def __init__(self, port: int, database: str):
        self.address = {"host": LOOPBACK, "port": port, "user": "casebook", "dbname": database, "connect_timeout": 2}

    def __enter__(self):
        self.connection = psycopg2.connect(**self.address)
        self.connection.autocommit = True
        return self.connection.cursor()

    def __exit__(self, *problem):
        self.connection.close()


def owned(folder: Path) -> Path:
    """The folder, owned by whoever runs the server."""
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    return folder


def run(program: str, *arguments: object) -> None:
    """Run a program of the server's."""
    path = found(program) or sibling(program)
    done = subprocess.run([*as_server(), path, *map(str, arguments)], capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stderr[-3000:]}")


def sibling(program: str) -> str:
    """The program beside initdb."""
    return str(Path(found("initdb")).with_name(program))
