"""
The folder of an upload: the file under a name of our own, out of reach of any address, and what a process and a page tell each other.

How far a process has come, and that it is to stop, stand in small files: within the one transaction that writes an import nobody could
read the one from the database, or write the other into it.
"""

import json
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from cases.search.lock import WriteLock

REST = 0.3
"""Seconds between two words about how far it has come."""


class Stopped(Exception):
    """Somebody has asked for the work to be stopped."""


class UploadFolder:
    """A folder of its own for each upload."""

    def __init__(self, name: str):
        self.name = name
        self.path = all_folders() / name
        self.file, self.marked = self.path / "upload", self.path / "marked.xlsx"
        self._progress, self._stop = self.path / "progress.json", self.path / "stop"
        self._lock, self._last = WriteLock(self.path / "lock"), 0.0

    @classmethod
    def create(cls, chunks: Iterable[bytes]) -> "UploadFolder":
        """A new folder with the file in it, which only this user of the machine can read."""
        folder = cls(secrets.token_urlsafe(24))
        folder.path.mkdir(parents=True, mode=0o700)
        with folder.file.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
        return folder

    @property
    def is_here(self) -> bool:
        """Whether the file is on this machine."""
        return bool(self.name) and self.file.is_file()

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the folder, as one process at a time may; a killed process lets it go. Yields whether it is held."""
        with self._lock.held(0) as lock:
            yield lock is not None

    def is_held(self) -> bool:
        """Whether a process works in it."""
        with self.held() as free:
            return not free

    def tell(self, phase: str, done: int, total: int) -> None:
        """Say how far the work has come, from time to time; Stopped where it is to end."""
        now = time.monotonic()
        if now - self._last >= REST or done == total:
            self._last = now
            new = self._progress.with_suffix(".new")
            new.write_text(json.dumps({"phase": phase, "done": done, "total": total}))
            os.replace(new, self._progress)
            if self._stop.exists():
                raise Stopped

    def progress(self) -> dict:
        """What the work has said last; nothing where it has not begun, or is on another machine."""
        try:
            return json.loads(self._progress.read_text())
        except (OSError, ValueError):
            return {}

    def begin(self) -> None:
        """Forget how far an earlier process had come."""
        self._progress.unlink(missing_ok=True)

    def ask_to_stop(self) -> None:
        """Ask whoever works in it to stop."""
        if self.is_here:
            self._stop.touch()

    def delete(self) -> None:
        """Delete the file and everything beside it."""
        if self.name:
            shutil.rmtree(self.path, ignore_errors=True)


def all_folders() -> Path:
    """Where uploads are kept."""
    return Path(settings.VAR_DIR) / "sheets"
