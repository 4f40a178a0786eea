"""The processes that are killed: a web server with its workers, and editors at work."""

import json
import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.bench.home import ROOT

SECONDS_TO_START = 90


class Killable:
    """A process with its children, in a group of its own."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path):
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )

    def kill(self) -> None:
        """SIGKILL to all of the group: no chance to tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Server(Killable):
    """The site, served by gunicorn."""

    def __init__(self, environment: dict[str, str], log: Path):
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        bind, workers = f"--bind=127.0.0.1:{self.port}", "--workers=2"
        command = [sys.executable, "-m", "gunicorn", "civic.wsgi", bind, workers, "--log-level=error"]
        super().__init__(command, environment, log)

    def get(self, path: str) -> tuple[int, dict[str, Any]]:
        """The status and the JSON of an address."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, {"answer": error.read(300).decode(errors="replace")}

    def wait(self) -> tuple[int, dict[str, Any]]:
        """The first answer of /healthz."""
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            try:
                return self.get("/healthz")
            except OSError:
                time.sleep(0.05)
        return 0, {"answer": f"no answer within {SECONDS_TO_START} seconds"}


class Writer(Killable):
    """An editor at work, and what it has confirmed."""

    def __init__(self, environment: dict[str, str], log: Path, *numbers: int):
        super().__init__([sys.executable, "-m", "tests.kill.writer", *map(str, numbers)], environment, log)
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.ready = threading.Event()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            # A line that the kill has cut short confirms nothing.
            if line.endswith("\n"):
                self.lines.put(line.strip())
                self.ready.set()
        self.ready.set()

    @property
    def has_stopped(self) -> bool:
        """Whether it has ended without being killed: something went wrong there."""
        return self.process.poll() is not None

    def confirmed(self) -> list[tuple[str, ...]]:
        """What it has confirmed in all, line by line. Asked when it is dead."""
        self.reader.join()
        found = []
        while not self.lines.empty():
            found.append(tuple(self.lines.get().split()))
        return [line for line in found if len(line) > 1]


def delete_index(environment: dict[str, str]) -> None:
    """What an operator may do at any time."""
    shutil.rmtree(Path(environment["VAR_DIR"]) / "index", ignore_errors=True)
