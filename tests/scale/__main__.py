"""`python -m tests.scale`: a database with its copy, a pooler, two web nodes and a web server on this machine, put to the proof."""

import argparse
import tempfile
import time
from pathlib import Path

from tests.scale import databases
from tests.scale.needs import missing
from tests.scale.proofs import PROOFS
from tests.scale.site import Site, own_site


def main() -> None:
    """Start it, prove it, clear it away."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale", description=__doc__)
    parser.add_argument("--serve", action="store_true", help="Only start it, and leave it running until Ctrl-C.")
    chosen = parser.parse_args()
    if gone := missing():
        raise SystemExit("\n".join(gone))
    with own_site(Path(tempfile.mkdtemp(prefix="casebook-scale-"))) as site:
        started = time.monotonic()
        start(site)
        print(f"started in {time.monotonic() - started:.0f} s: http://{site.address[0]}:{site.address[1]}/", flush=True)
        if chosen.serve:
            wait()
        else:
            for proof in PROOFS:
                proof(site)


def start(site: Site) -> None:
    """Every part, in the order in which one needs the other."""
    databases.make_primary(site)
    databases.make_replica(site)
    site.prepare()
    site.start_pooler()
    for node in ("node1", "node2"):
        site.manage(node, "build_index")
        site.start_node(node)
    site.start_front()


def wait() -> None:
    """Until somebody presses Ctrl-C."""
    try:
        while True:
            time.sleep(60)
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
