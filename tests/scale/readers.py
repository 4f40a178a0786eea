"""Readers who ask for pages all the time, several at once, and note every answer."""

import http.client
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import contextmanager

READERS = 8
PAGES = (
    "/stories/",
    "/stories/?q=bus",
    "/stories/?result=failed",
    "/stories.json?policy=health",
    "/lessons/",
    "/explore/innovation-zones/",
    "/",
)


class Readers:
    """What they were answered: each status or error with its number, and the slowest answer."""

    def __init__(self, address: tuple[str, int], pages: Sequence[str]):
        self.address, self.pages = address, pages
        self.answers: Counter[str] = Counter()
        self.slowest = 0.0
        self.stop = threading.Event()
        self.lock = threading.Lock()

    @property
    def lost(self) -> int:
        """Requests that were not answered well."""
        return sum(number for answer, number in self.answers.items() if answer != "200")

    def read(self, number: int) -> None:
        """Ask for one page after another, until told to stop."""
        place = number
        while not self.stop.is_set():
            started = time.monotonic()
            answer = ask(self.address, self.pages[place % len(self.pages)])[0]
            with self.lock:
                self.answers[answer] += 1
                self.slowest = max(self.slowest, time.monotonic() - started)
            place += 1


def ask(address: tuple[str, int], path: str) -> tuple[str, bytes]:
    """The status (or what went wrong) and the body of an address."""
    connection = http.client.HTTPConnection(*address, timeout=20)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return str(response.status), response.read()
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__, b""
    finally:
        connection.close()


@contextmanager
def reading(address: tuple[str, int], pages: Sequence[str] = PAGES):
    """Within it, readers are at work."""
    readers = Readers(address, pages)
    threads = [threading.Thread(target=readers.read, args=(number,), daemon=True) for number in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield readers
    finally:
        readers.stop.set()
        for thread in threads:
            thread.join(30)
