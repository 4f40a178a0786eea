"""How fast the index follows the database, and what a new process and the library's files cost."""

import json
import secrets
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict

from cases.finder import Finder
from cases.models import Story
from cases.search.changes import gathered, mark
from cases.search.index import library_index
from tests.bench.asking import elapsed, figures
from tests.bench.home import ROOT, own_place

PUBLISHED = 20
GENERATE = """
import os, sys
from tests.bench.home import start_django
start_django(dict(os.environ))
from tests.bench.generator import generate
generate(int(sys.argv[1]))
"""


def publish(number: int, word: str) -> None:
    """Publish a story with a new word in its title, as the desk does."""
    story = Story.objects.published()[number]
    story.title = f"{word} {story.title}"[:70]
    story.save_revision().publish()


def found_here() -> list[float]:
    """From published to found, in the process that publishes."""
    times = []
    for number in range(PUBLISHED):
        publish(number, word := f"here{secrets.token_hex(4)}")
        times.append(elapsed(lambda word=word: wait_for(word)))
    return times


def wait_for(word: str) -> None:
    """Ask the finder until it finds the story with the word."""
    while not Finder(QueryDict(f"q={word}")).total:
        time.sleep(0.001)


def found_elsewhere(environment: dict[str, str]) -> list[float]:
    """From published to found, in another process that asks all the time."""
    command = [sys.executable, "-m", "tests.bench.watcher"]
    watcher = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    times = []
    with watcher:
        watcher.stdout.readline()
        for number in range(PUBLISHED):
            word = f"there{secrets.token_hex(4)}"
            watcher.stdin.write(f"{word}\n")
            watcher.stdin.flush()
            time.sleep(0.2)
            publish(number, word)
            published = time.time()
            times.append(max(0.0, (float(watcher.stdout.readline()) - published) * 1000))
        watcher.stdin.close()
    return times


def catch_up() -> float:
    """A hundred stories changed at once, until the finder has them."""
    with transaction.atomic(), gathered():
        ids = list(Story.objects.published().values_list("pk", flat=True)[:100])
        Story.objects.filter(pk__in=ids).update(summary="Changed.")
        mark(ids)
    return elapsed(library_index().snapshot)


def freshness(environment: dict[str, str]) -> dict[str, Any]:
    """What was measured, in milliseconds."""
    library_index().snapshot()
    here = found_here()
    connection.close()
    elsewhere = found_elsewhere(environment)
    return {
        "here": {**figures(here), "most": max(here)},
        "elsewhere": {**figures(elsewhere), "most": max(elsewhere)},
        "hundred": catch_up(),
    }


def new_process(environment: dict[str, str], addresses: list[str]) -> dict[str, float]:
    """A new process: the milliseconds until its first answer, and the megabytes that it holds when it is warm."""
    command = [sys.executable, "-m", "tests.bench.first_answer", *addresses]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def files(db: str, size: int) -> dict[str, float]:
    """Seconds to load and to dump the library's own files, and a generated library of that size; each command as a whole process."""
    with own_place(db) as environment:
        manage(environment, "migrate", "-v0")
        found = {"own load": manage(environment, "load_library", "--no-progress")}
        found["own again"] = manage(environment, "load_library", "--no-progress")
        found["own dump"] = manage(environment, "dump_library", f"{environment['VAR_DIR']}/dump", "--no-progress")
    with own_place(db) as environment:
        manage(environment, "migrate", "-v0")
        command = [sys.executable, "-c", GENERATE, str(size)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        folder = f"{environment['VAR_DIR']}/dump"
        found["dump"] = manage(environment, "dump_library", folder, "--no-progress")
        found["stories"] = len(list(Path(folder, "stories").iterdir()))
        with own_place(db) as other:
            manage(other, "migrate", "-v0")
            found["load"] = manage(other, "load_library", folder, "--no-progress")
            found["again"] = manage(other, "load_library", folder, "--no-progress")
    return found


def manage(environment: dict[str, str], *arguments: str) -> float:
    """The seconds that a command takes."""
    command = [sys.executable, "manage.py", *arguments]
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"manage.py {' '.join(arguments)} failed:\n{done.stderr[-2000:]}")
    return time.perf_counter() - started
