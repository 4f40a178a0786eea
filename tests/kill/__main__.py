"""
`python -m tests.kill`: editors change, publish, restore, rename, retire, import and merge, all at once, while server and editors are killed
at random moments. After each kill: no story, link or evidence is lost, and the index agrees with the database.
"""

import argparse
import sys
import threading
import time
from collections import Counter
from http.client import HTTPException
from pathlib import Path
from random import Random

from tqdm import tqdm

from tests.bench.home import own_place, start_django
from tests.kill.processes import Server, Writer, delete_index

STORIES = 50


def main() -> int:
    """The exit status: 1 at the first disagreement."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="How many kills at least.")
    parser.add_argument(
        "--deeds", type=int, default=1000, help="How many deeds at least: it goes on until so many are done."
    )
    parser.add_argument("--editors", type=int, default=3, help="How many work at once.")
    parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seed", type=int, default=None, help="Draw the same moments again.")
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else time.time_ns() % 1_000_000
    with own_place(chosen.db, log_level="WARNING") as environment:
        start_django(environment)
        from django.contrib.auth.models import User
        from django.core.management import call_command
        from django.db import connection

        from tests.bench.generator import generate
        from tests.kill.deeds import EDITOR

        call_command("migrate", verbosity=0)
        generate(STORIES)
        User.objects.create_superuser(EDITOR)
        try:
            return Rounds(environment, Random(seed), chosen, seed).run()
        finally:
            connection.close()


class Rounds:
    """A server and editors, killed and started again."""

    def __init__(self, environment: dict[str, str], random: Random, chosen: argparse.Namespace, seed: int):
        from tests.kill.checks import tied

        self.environment, self.random, self.chosen, self.seed = environment, random, chosen, seed
        self.folder = Path(environment["VAR_DIR"])
        self.log = self.folder / "log"
        self.before = tied()
        self.confirmed: list[tuple[str, ...]] = []
        self.killed = {"server": 0, "editors": 0, "both": 0}
        self.broken: list[str] = []
        self.deleted = 0

    @property
    def deeds(self) -> Counter:
        """How often each deed was done."""
        return Counter(line[1] for line in self.confirmed if line[0] == "did")

    @property
    def goes_on(self) -> bool:
        """Whether there is more to do."""
        return sum(self.killed.values()) < self.chosen.times or self.deeds.total() < self.chosen.deeds

    def run(self) -> int:
        """All rounds, then the summary."""
        started = time.monotonic()
        self.server = Server(self.environment, self.log)
        try:
            self.server.wait()
            for _round in (told := tqdm(iter(lambda: self.goes_on, False), "Killing", unit=" rounds")):
                if wrong := self.round():
                    print(
                        f"After {sum(self.killed.values())} kills (seed {self.seed}), the last of {self.last}:",
                        *wrong,
                        sep="\n  ",
                    )
                    print("The last that server and editors said:", self.log.read_text()[-4000:], sep="\n")
                    return 1
                told.set_postfix(deeds=self.deeds.total())
        finally:
            self.server.kill()
        self.tell(time.monotonic() - started)
        return 0

    def tell(self, took: float) -> None:
        """The summary."""
        kinds = ", ".join(f"{number} of {name}" for name, number in self.killed.items())
        print(
            f"{sum(self.killed.values())} kills ({kinds}; the index deleted {self.deleted} times) in {took:.0f} s (seed {self.seed})."
        )
        done = ", ".join(f"{name} {number}" for name, number in self.deeds.most_common())
        print(f"{self.deeds.total():,} deeds of {self.chosen.editors} editors at once ({done}):")
        print("none lost, every story, link and piece of evidence there, the index whole, finder and database agree.")

    def round(self) -> list[str]:
        """Let editors work and readers ask, kill, start again, check: what is wrong."""
        first = max((int(line[2]) for line in self.confirmed if line[0] == "published"), default=0) + 1000
        editors = [
            Writer(self.environment, self.log, first, self.random.randrange(10**6), place, self.chosen.editors)
            for place in range(self.chosen.editors)
        ]
        for editor in editors:
            editor.ready.wait(90)
        asking = threading.Event()
        clients = [threading.Thread(target=self.ask, args=(self.server, asking)) for _ in range(2)]
        for client in clients:
            client.start()
        time.sleep(self.random.uniform(0.02, 1.2) if self.random.random() < 0.5 else self.random.uniform(1, 5))
        if self.random.random() < 0.25:
            self.deleted += 1
            delete_index(self.environment)
            time.sleep(self.random.uniform(0, 0.3))
        self.kill(editors)
        asking.set()
        for client in clients:
            client.join()
        self.confirmed += [line for editor in editors for line in editor.confirmed()]
        return self.check()

    def kill(self, editors: list[Writer]) -> None:
        """Kill the server, or the editors, or both; start the server again."""
        self.broken += ["an editor has stopped by itself" for editor in editors if editor.has_stopped]
        self.last = self.random.choice(list(self.killed))
        self.killed[self.last] += 1
        if self.last != "server":
            kill_all(editors)
        if self.last != "editors":
            self.server.kill()
            # The editors go on without the server for a moment.
            time.sleep(self.random.uniform(0, 0.3))
            self.server = Server(self.environment, self.log)
        if self.last == "server":
            kill_all(editors)

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
        from tests.kill.checks import lost, served, untied, whole

        status, answer = self.server.wait()
        if status != 200:
            return [f"/healthz answers {status}: {answer}"]
        kept = lost(self.confirmed) + untied(self.before)
        return self.broken + kept + served(self.server) + whole(self.folder / "index")


def kill_all(editors: list[Writer]) -> None:
    """Kill every editor, one after the other."""
    for editor in editors:
        editor.kill()


if __name__ == "__main__":
    sys.exit(main())
