"""The lock that one process at a time holds while it writes the index; a killed process lets it go."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class WriteLock:
    """A lock on a file, which anybody may delete at any time."""

    def __init__(self, file: Path):
        self.file = file

    @contextmanager
    def held(self, patience: float) -> Iterator[IO | None]:
        """Hold the lock; yields None where another kept it for `patience` seconds."""
        deadline = time.monotonic() + patience
        while (lock := self._taken()) is None:
            if time.monotonic() > deadline:
                yield None
                return
            time.sleep(0.01)
        with lock:
            yield lock

    def _taken(self) -> IO | None:
        """The open lock file, or None where another holds it, or where it has just been deleted."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock = self.file.open("w")
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock.fileno()), self.file.stat()):
                return lock
        except (BlockingIOError, FileNotFoundError):
            pass
        lock.close()
        return None
