"""The programs that a site at scale is made of: where they are here, or how to get them."""

import shutil
from collections.abc import Iterable
from pathlib import Path

ELSEWHERE = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
PACKAGES = {"initdb": "postgresql", "pgbouncer": "pgbouncer", "nginx": "nginx"}
SERVERS = "/usr/lib/postgresql"


def found(name: str) -> str | None:
    """Where the program is, or None."""
    folders = [*ELSEWHERE, *map(str, sorted(Path(SERVERS).glob("*/bin"), key=version, reverse=True))]
    return shutil.which(name) or next((path for folder in folders if (path := shutil.which(name, path=folder))), None)


def version(folder: Path) -> int:
    """The number of the server in the folder."""
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def missing(names: Iterable[str] = PACKAGES) -> list[str]:
    """A sentence for each program that is not here."""
    return [
        f"{name} is missing. Install the package {PACKAGES[name]} (on Debian: apt-get install {PACKAGES[name]})."
        for name in names
        if not found(name)
    ]
