"""`python -m tests.bench`: generate a library, time the site over it, and print the figures."""

import argparse
from statistics import median

from tqdm import tqdm

from tests.bench import report
from tests.bench.home import own_place, start_django


def main() -> None:
    """One run, in a place of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="How many stories to generate.")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--repeat", type=int, default=100, help="How often each page is asked for.")
    parser.add_argument("--write", action="store_true", help="Write the figures to docs/performance.md.")
    chosen = parser.parse_args()
    with own_place(chosen.db) as environment:
        start_django(environment)
        text = measure(chosen, environment)
    print(text)
    if chosen.write:
        report.write(chosen.db, text)


def measure(chosen: argparse.Namespace, environment: dict[str, str]) -> str:
    """Generate, build, time: the section of the report."""
    from django.core.management import call_command
    from django.db import connection

    from cases.search.index import library_index
    from tests.bench.freshness import freshness
    from tests.bench.generator import generate
    from tests.bench.visits import visits

    call_command("migrate", verbosity=0)
    generate(chosen.size, progress=lambda batches: tqdm(batches, "Writing stories", unit=" batches"))
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    stories = library_index().snapshot().searcher.num_docs - 1
    addresses = visits()
    rows = [
        timed(name, address, chosen.repeat)
        for name, address in tqdm(addresses.items(), "Asking for pages", unit=" pages")
    ]
    with tqdm(total=4, desc="Index, processes, files") as progress:
        figures = freshness(chosen.db, environment, list(addresses.values()), progress)
        progress.update()
    text = report.section(chosen.db, chosen.size, stories, rows, figures)
    connection.close()
    return text


def timed(name: str, address: str, repeat: int) -> tuple:
    """A page's name, its times and those of what it asks, and the bytes sent."""
    from tests.bench.asking import Site, bare, elapsed, percentile

    site = Site()
    for _ in range(10):
        status, body = site.get(address)
        if status != 200:
            raise SystemExit(f"{address} answers {status}. Mend that first.")
    asked = bare(lambda: site.get(address))
    pages, raw = [], []
    for _ in range(repeat):
        pages.append(elapsed(lambda: site.get(address)))
        raw.append(elapsed(asked))
    return name, median(pages), percentile(pages, 95), percentile(pages, 99), median(raw), len(body)


if __name__ == "__main__":
    main()
