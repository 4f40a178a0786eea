"""
Run the tests: on SQLite, then on PostgreSQL where POSTGRES_URL names a server.

What is missing is named and skipped, except where DEMAND names it (DEMAND=chromium,postgres,scale): then its absence fails the run.
The tests of tests/browser run once: they serve a library of their own, on SQLite. So do those that ask no database, and those that take
long and show what does not lean on it (marked `once`). Arguments go to pytest.

SLOW=1 serves the library to the browser as on a slow line, which finds what only works where scripts come at once
(make test SLOW=1 ARGS="-n 2 -q tests/browser").
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Both runs; the exit status is that of the first that fails."""
    demanded = {part for part in os.environ.get("DEMAND", "").split(",") if part}
    if unknown := demanded - {"chromium", "postgres", "scale"}:
        sys.exit(f"DEMAND names {', '.join(sorted(unknown))}. It knows chromium, postgres and scale.")
    databases = {"SQLite": None, "PostgreSQL": os.environ.get("POSTGRES_URL")}
    if not databases["PostgreSQL"]:
        if "postgres" in demanded:
            sys.exit("PostgreSQL is demanded, and POSTGRES_URL names no server. Set it, such as postgres:///casebook.")
        print(
            "PostgreSQL: skipped, because POSTGRES_URL names no server (such as postgres:///casebook).",
            flush=True,
        )
    for name, url in databases.items():
        if name == "SQLite" or url:
            print(f"== The tests on {name}", flush=True)
            status = run(arguments, url)
            if status:
                return status
    return 0


def run(arguments: list[str], url: str | None) -> int:
    """One run of pytest, on the database of that address."""
    environment = {**os.environ, "DEBUG": "1"}
    environment.pop("DATABASE_URL", None)
    if url:
        environment["DATABASE_URL"] = url
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            *(arguments or ["-n", "2", "--dist", "worksteal", "-q"]),
            *(["-m", "not browser"] if url else []),
        ],
        cwd=ROOT,
        env=environment,
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
