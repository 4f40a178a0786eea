"""One rival in a process of its own: reads the questions from its input, prints a line of JSON for each answer. Run by the benchmark."""

import json
import os
import sys
import time
from contextlib import nullcontext
from pathlib import Path

REPEAT = 15
ENOUGH = 20.0
"""Seconds for one question; an answer that takes longer is asked for once."""


def main(name: str) -> None:
    """Prepare the rival, then ask it."""
    from tests.bench.home import start_django

    asked = json.load(sys.stdin)
    start_django(dict(os.environ))
    from django.conf import settings

    if name == "datasette":
        from tests.bench.rivals.datasette import Datasette

        rival = Datasette(Path(settings.DATABASES["default"]["NAME"]), Path(settings.VAR_DIR))
    else:
        from importlib import import_module

        rival = import_module(f"tests.bench.rivals.{name}")
    started = time.perf_counter()
    rival.prepare()
    tell(prepared=time.perf_counter() - started)
    with rival if name == "datasette" else nullcontext():
        for question in asked:
            tell(name=question["name"], **times_of(rival, question))


def times_of(rival, question: dict) -> dict:
    """How long it takes, and how many stories it finds."""
    times, deadline = [], time.perf_counter() + ENOUGH
    while len(times) < REPEAT and (not times or time.perf_counter() < deadline):
        started = time.perf_counter()
        total = rival.answer(question)
        times.append((time.perf_counter() - started) * 1000)
    return {"times": times, "total": total}


def tell(**found) -> None:
    """A line of JSON."""
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
