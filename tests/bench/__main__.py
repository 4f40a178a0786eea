"""`python -m tests.bench`: generate a library, time everything over it, and write the figures. Stopped, it goes on where it was."""

import argparse

from tests.bench import report
from tests.bench.home import start_django
from tests.bench.place import Place
from tests.bench.sections import SECTIONS, load


def main() -> None:
    """One run, in a place of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="How many stories to generate.")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--repeat", type=int, default=100, help="How often each page is asked for.")
    parser.add_argument("--seconds", type=int, default=20, help="How long thirty-two readers read.")
    parser.add_argument("--files", type=int, default=10_000, help="How many stories are written to files and loaded.")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="Measure this section again, and no other.")
    parser.add_argument("--clear", action="store_true", help="Delete the library and the figures first.")
    parser.add_argument("--write", action="store_true", help="Write the figures to docs/performance.md.")
    chosen = parser.parse_args()
    place = Place(chosen.db, chosen.size)
    if chosen.clear:
        place.clear()
    place.open()
    start_django(place.environment)
    if load() > 0.5:
        print("This machine is busy with something else: times will be too long. Ratios hold.", flush=True)
    for name, measure in SECTIONS.items():
        if name in (chosen.only or ()) or (name not in place.figures and not chosen.only):
            print(f"== {name}", flush=True)
            place.note(name, measure(place, chosen))
    print(report.section(place))
    if chosen.write:
        report.write(place)


if __name__ == "__main__":
    main()
