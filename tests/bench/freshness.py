"""How fast the index is built and follows the database, and what a new process and the library's files cost."""

import json
import subprocess
import sys
import time
from statistics import median

from django.db import connection, transaction
from django.http import QueryDict

from cases.finder import Finder
from cases.models import Story
from cases.search.changes import gathered, mark
from cases.search.index import library_index
from tests.bench.asking import elapsed
from tests.bench.home import ROOT, own_place

PUBLISHED = 20


def publish(number: int, word: str) -> None:
    """Publish a story with a new word in its title, as the desk does."""
    story = Story.objects.published()[number]
    story.title = f"{word} {story.title}"[:70]
    story.save_revision().publish()


def build() -> str:
    """Stories indexed in a second."""
    started = time.perf_counter()
    count = library_index().rebuild()
    return f"{count / (time.perf_counter() - started):,.0f} stories/s"


def found_here() -> str:
    """From published to found, in the process that publishes."""
    times = []
    for number in range(PUBLISHED):
        publish(number, f"herebench{number}")
        times.append(elapsed(lambda number=number: wait_for(f"herebench{number}")))
    return summary(times)


def wait_for(word: str) -> None:
    """Ask the finder until it finds the story with the word."""
    while not Finder(QueryDict(f"q={word}")).total:
        time.sleep(0.001)


def summary(times: list[float]) -> str:
    """What is usual, and the worst."""
    return f"{median(times):,.0f} ms (the longest of {len(times)}: {max(times):,.0f} ms)"


def found_elsewhere(environment: dict[str, str]) -> str:
    """From published to found, in another process that asks all the time."""
    command = [sys.executable, "-m", "tests.bench.watcher"]
    watcher = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    times = []
    with watcher:
        watcher.stdout.readline()
        for number in range(PUBLISHED):
            word = f"therebench{number}"
            watcher.stdin.write(f"{word}\n")
            watcher.stdin.flush()
            time.sleep(0.2)
            publish(number, word)
            published = time.time()
            times.append(max(0.0, (float(watcher.stdout.readline()) - published) * 1000))
        watcher.stdin.close()
    return summary(times)


def catch_up() -> str:
    """A hundred stories changed at once, until the finder has them."""
    with transaction.atomic(), gathered():
        ids = list(Story.objects.published().values_list("pk", flat=True)[:100])
        Story.objects.filter(pk__in=ids).update(summary="Changed.")
        mark(ids)
    return f"{elapsed(library_index().snapshot):,.0f} ms"


def new_process(environment: dict[str, str], addresses: list[str]) -> dict[str, str]:
    """A new process: the time until its first answer, and its memory when it is warm."""
    command = [sys.executable, "-m", "tests.bench.first_answer", *addresses]
    found = json.loads(
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    )
    return {
        "a new process, until its first answer": f"{found['first']:,.0f} ms",
        "memory of a process that has shown every page above": f"{found['memory']:,.0f} MB",
    }


def files(db: str) -> dict[str, str]:
    """The library's own files, each command as a whole process."""
    with own_place(db) as environment:

        def manage(*arguments: str) -> str:
            done = []
            command = [sys.executable, "manage.py", *arguments]
            took = elapsed(lambda: done.append(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)))
            return f"{took / 1000:.1f} s" if done[0].returncode == 0 else "failed"

        manage("migrate", "-v0")
        return {
            "`load_library` of `fixtures/` into an empty database": manage("load_library", "--no-progress"),
            "`load_library` again, nothing to change": manage("load_library", "--no-progress"),
            "`dump_library`": manage("dump_library", f"{environment['VAR_DIR']}/dump", "--no-progress"),
        }


def freshness(db: str, environment: dict[str, str], addresses: list[str], progress) -> dict[str, str]:
    """What was measured, and the figure."""
    found = {"the index built from nothing": build()}
    progress.update()
    found["a story published, found in the same process"] = found_here()
    connection.close()
    found["a story published, found in another process"] = found_elsewhere(environment)
    progress.update()
    found["100 stories changed, found"] = catch_up()
    found |= new_process(environment, addresses)
    progress.update()
    return found | files(db)
