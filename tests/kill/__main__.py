"""`python -m tests.kill`: kill the server and the writer at random moments and check after each kill that nothing is lost or wrong."""

import argparse
import sys
import threading
import time
from http.client import HTTPException
from pathlib import Path
from random import Random

from tests.bench.home import own_place, start_django
from tests.kill.processes import Server, Writer, delete_index

STORIES = 50


def main() -> int:
    """The exit status: 1 at the first disagreement."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="How many kills.")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seed", type=int, default=None, help="Draw the same moments again.")
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else time.time_ns() % 1_000_000
    with own_place(chosen.db, log_level="WARNING") as environment:
        start_django(environment)
        from django.core.management import call_command
        from django.db import connection

        from tests.bench.generator import generate

        call_command("migrate", verbosity=0)
        generate(STORIES)
        try:
            return Rounds(environment, Random(seed), chosen.times, seed).run()
        finally:
            connection.close()


class Rounds:
    """A server and a writer, killed and started again."""

    def __init__(self, environment: dict[str, str], random: Random, times: int, seed: int):
        self.environment, self.random, self.times, self.seed = environment, random, times, seed
        self.folder = Path(environment["VAR_DIR"])
        self.log = self.folder / "log"
        self.confirmed: list[tuple[str, int, int]] = []
        self.killed = {"server": 0, "writer": 0, "both": 0}
        self.broken: list[str] = []
        self.deleted = 0

    def run(self) -> int:
        """All rounds, then the summary."""
        started = time.monotonic()
        self.server = Server(self.environment, self.log)
        try:
            self.server.wait()
            for _round in range(self.times):
                if wrong := self.round():
                    print(
                        f"After {sum(self.killed.values())} kills (seed {self.seed}), the last of {self.last}:",
                        *wrong,
                        sep="\n  ",
                    )
                    print("The last that server and writer said:", self.log.read_text()[-4000:], sep="\n")
                    return 1
        finally:
            self.server.kill()
        kinds = ", ".join(f"{number} of {name}" for name, number in self.killed.items())
        took = time.monotonic() - started
        print(
            f"{self.times} kills ({kinds}; the index deleted {self.deleted} times) in {took:.0f} s, "
            f"{len(self.confirmed):,} confirmed changes: none lost, the index whole, finder and database agree (seed {self.seed})."
        )
        return 0

    def round(self) -> list[str]:
        """Write, ask, kill, start again, check: what is wrong."""
        first = max((number for _kind, _pk, number in self.confirmed), default=0) + 1000
        writer = Writer(self.environment, self.log, first, self.random.randrange(10**6))
        writer.ready.wait(90)
        asking = threading.Event()
        clients = [threading.Thread(target=self.ask, args=(self.server, asking)) for _ in range(2)]
        for client in clients:
            client.start()
        deletes = self.random.random() < 0.25
        time.sleep(self.random.uniform(0.02, 1.2))
        if deletes:
            self.deleted += 1
            delete_index(self.environment)
            time.sleep(self.random.uniform(0, 0.3))
        self.last = self.random.choice(list(self.killed))
        self.killed[self.last] += 1
        if self.last != "server":
            writer.kill()
        if self.last != "writer":
            self.server.kill()
            # The writer goes on without the server for a moment.
            time.sleep(self.random.uniform(0, 0.3))
        asking.set()
        if self.last == "server":
            writer.kill()
        if self.last != "writer":
            self.server = Server(self.environment, self.log)
        for client in clients:
            client.join()
        self.confirmed += writer.confirmed()
        return self.check()

    def ask(self, server: Server, enough: threading.Event) -> None:
        """Ask the server as readers do, so that it writes the index too; while it is killed it may fail."""
        while not enough.is_set():
            try:
                status, answer = server.get("/stories.json?q=kept")
            except (OSError, HTTPException):
                time.sleep(0.02)
                continue
            if status != 200:
                self.broken.append(f"a reader was answered {status}: {answer}")

    def check(self) -> list[str]:
        """Everything that must hold."""
        from tests.kill.checks import lost, served, whole

        status, answer = self.server.wait()
        if status != 200:
            return [f"/healthz answers {status}: {answer}"]
        return self.broken + lost(self.confirmed) + served(self.server) + whole(self.folder / "index")


if __name__ == "__main__":
    sys.exit(main())
