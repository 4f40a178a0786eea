"""The sections of a benchmark, each measured once and kept: a run that is stopped goes on with the next."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from tqdm import tqdm

from tests.bench.home import ROOT
from tests.bench.place import Place

RIVALS = {
    "orm": "plain Django: a queryset and a grouped count for each facet",
    "wagtail": "Wagtail's search in the database, with counts",
    "datasette": "Datasette with full-text search and facets",
}
TOO_LONG = 1800
"""Seconds for a rival, its preparation included."""


def library(place: Place, chosen) -> dict[str, Any]:
    """Generate the library, in as many portions as there are; what a run that was stopped has left is written anew."""
    from django.core.management import call_command
    from django.db import connection

    from cases.models import Story
    from tests.bench.generator import generate, misfits

    call_command("migrate", verbosity=0)
    if Story.objects.exists():
        raise SystemExit(f"The database of {place.folder} is half written. Run with --clear.")
    started = time.perf_counter()
    generate(place.size, progress=lambda batches: tqdm(batches, "Writing stories", unit=" batches"))
    took = time.perf_counter() - started
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    if wrong := misfits():
        raise SystemExit(f"The import door would refuse what was generated:\n{wrong[:2000]}")
    return {"stories": Story.objects.published().count(), "seconds": took}


def index(place: Place, chosen) -> dict[str, Any]:
    """Build the index from nothing."""
    from cases.search.index import library_index

    started, used = time.perf_counter(), time.process_time()
    total = place.figures["library"]["stories"]
    count = library_index().rebuild(lambda entries: tqdm(entries, "Building the index", total=total, unit=" stories"))
    took, used = time.perf_counter() - started, time.process_time() - used
    size = sum(path.stat().st_size for path in library_index().folder.iterdir())
    return {"stories": count, "seconds": took, "processor": used, "megabytes": size / 1e6}


def pages(place: Place, chosen) -> dict[str, Any]:
    """Every page: made anew, kept, and asked whether it still holds; and the floor under it."""
    from tests.bench.asking import Site, elapsed, figures, pace, timed
    from tests.bench.floor import floor
    from tests.bench.visits import visits

    site, found, paces = Site(), {}, []
    for name, address in tqdm(visits().items(), "Asking for pages", unit=" pages"):
        paces.append(pace())
        first = elapsed(lambda address=address: site.anew(address))
        status, headers, body = site.ask(address)
        if status != 200:
            raise SystemExit(f"{address} answers {status}. Mend that first.")
        asked = floor(site, address)
        anew = timed(lambda address=address: site.anew(address), chosen.repeat)
        found[name] = {
            "address": address,
            "first": first,
            "anew": figures(anew),
            "kept": figures(timed(lambda address=address: site.get(address), chosen.repeat)),
            "floor": floor_figures(asked, max(chosen.repeat // 4, 3)),
            "bytes": len(body),
        }
        if "ETag" in headers:
            again = {"HTTP_IF_NONE_MATCH": headers["ETag"]}
            times = timed(lambda address=address, again=again: site.ask(address, **again), chosen.repeat)
            found[name]["same"] = figures(times)
    place.note("pace", figures(paces))
    return found


def floor_figures(asked: Callable[[], object], repeat: int) -> dict[str, Any]:
    """How long the floor takes; nothing where the engine refuses (it counts 65,000 values of all facets together at most)."""
    from tests.bench.asking import figures, timed

    try:
        return figures(timed(asked, repeat))
    except ValueError:
        return {}


def many(place: Place, chosen) -> dict[str, Any]:
    """One reader, and thirty-two at once, through a real web server."""
    from tests.bench.many import throughput
    from tests.bench.visits import finder_addresses

    return throughput(place.environment, finder_addresses(), chosen.seconds)


def rivals(place: Place, chosen) -> dict[str, Any]:
    """What a user would pick instead, asked the same in processes of their own."""
    from cases.finder import Finder
    from tests.bench.asking import Site, figures, timed
    from tests.bench.rivals.datasette import installed
    from tests.bench.rivals.questions import as_dicts, questions
    from tests.bench.visits import query_of, searched_words, visits

    rare, common, _wrong = searched_words()
    asked = questions(visits(), Finder(query_of()), rare, common)
    site, found = Site(), {"ours": {}}
    for question in asked:
        total = Finder(query_of(question.address)).total
        times = timed(lambda question=question: site.anew(question.address), 30)
        found["ours"][question.name] = {**figures(times), "total": total}
    for name in RIVALS:
        if name == "datasette" and (place.db != "sqlite" or not installed()):
            continue
        found[name] = answers(place, name, as_dicts(asked))
    return found


def answers(place: Place, name: str, asked: list[dict]) -> dict[str, Any]:
    """What the rival answers, as far as it does within half an hour. One that breaks ends the benchmark."""
    from tests.bench.asking import figures

    print(f"Asking {name} …", flush=True)
    command = [sys.executable, "-m", "tests.bench.rivals", name]
    log = (place.folder / f"{name}.log").open("w")
    process = subprocess.Popen(
        command, cwd=ROOT, env=place.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
    )
    try:
        printed, _errors = process.communicate(json.dumps(asked), timeout=TOO_LONG)
    except subprocess.TimeoutExpired:
        process.kill()
        printed, _errors = process.communicate()
    else:
        if process.returncode:
            raise SystemExit(f"{name} broke; {log.name} says how.")
    found: dict[str, Any] = {}
    for line in map(json.loads, printed.splitlines()):
        if "prepared" in line:
            found["prepared"] = line["prepared"]
        else:
            found[line["name"]] = {**figures(line["times"]), "total": line["total"]}
    return found


def processes(place: Place, chosen) -> dict[str, Any]:
    """A new process: the time until its first answer, and its memory when it has shown every page."""
    from tests.bench.freshness import new_process

    addresses = [page["address"] for page in place.figures["pages"].values()]
    return new_process(place.environment, addresses)


def fresh(place: Place, chosen) -> dict[str, Any]:
    """From published to found."""
    from tests.bench.freshness import freshness

    return freshness(place.environment)


def files(place: Place, chosen) -> dict[str, Any]:
    """The library's own files, and those of a generated library, through the import door with every check."""
    from tests.bench.freshness import files as measured

    return measured(place.db, min(place.size, chosen.files))


SECTIONS: dict[str, Callable[[Place, Any], dict[str, Any]]] = {
    "library": library,
    "index": index,
    "pages": pages,
    "many": many,
    "rivals": rivals,
    "processes": processes,
    "files": files,
    "fresh": fresh,
}
"""In their order: the last one changes the library."""


def load() -> float:
    """How many processes want a core at the moment, for each core."""
    return os.getloadavg()[0] / (os.cpu_count() or 1)
