"""Readers through a real web server: one, and thirty-two at once."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.home import ROOT

READERS = 32
FRONT = Path(__file__).with_name("many.lua")


@contextmanager
def server(environment: dict[str, str], keeping: bool):
    """The site under gunicorn, a worker a core; where it is not `keeping` pages, each is made anew."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    workers = ["--workers", str(os.cpu_count()), "--worker-class", "sync", "--log-level", "error", "--timeout", "300"]
    command = [sys.executable, "-m", "gunicorn", "tests.bench.wsgi", "--bind", f"127.0.0.1:{port}", *workers]
    log = (Path(environment["VAR_DIR"]) / "gunicorn.log").open("w")
    process = subprocess.Popen(
        command, cwd=ROOT, env={**environment, "BENCH_KEEPING": str(int(keeping))}, stdout=log, stderr=log
    )
    try:
        for _ in range(1200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/robots.txt", timeout=5).read()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def throughput(environment: dict[str, str], addresses: list[str], seconds: int) -> dict[str, Any]:
    """Requests in a second and errors, by how many readers there are and whether pages are kept."""
    found = {}
    for keeping in (False, True):
        with server(environment, keeping) as port:
            read(port, addresses, 2, min(seconds, 5))
            for readers in (1, READERS):
                found[f"{'kept' if keeping else 'anew'} {readers}"] = read(port, addresses, readers, seconds)
    return found


def read(port: int, addresses: list[str], readers: int, seconds: int) -> dict[str, Any]:
    """What so many readers are answered in that time: by wrk where it is there, because it leaves the cores to the site."""
    if wrk := shutil.which("wrk"):
        return by_wrk(wrk, port, addresses, readers, seconds)
    return by_threads(port, addresses, readers, seconds)


def by_wrk(wrk: str, port: int, addresses: list[str], readers: int, seconds: int) -> dict[str, Any]:
    """Read with wrk."""
    options = ["-t1", f"-c{readers}", f"-d{seconds}s", "--timeout", "60s", "-s", str(FRONT), f"http://127.0.0.1:{port}"]
    done = subprocess.run([wrk, *options, "--", *addresses], capture_output=True, text=True, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("figures "))
    requests, errors, took, middle, most = map(float, line.split()[1:])
    return {"rate": requests / took, "errors": int(errors), "p50": middle, "p99": most}


def by_threads(port: int, addresses: list[str], readers: int, seconds: int) -> dict[str, Any]:
    """Read with threads of this process."""
    answers, times, deadline = Counter(), [], time.monotonic() + seconds

    def reader(number: int) -> None:
        while time.monotonic() < deadline:
            started = time.perf_counter()
            address = f"http://127.0.0.1:{port}{addresses[number % len(addresses)]}"
            try:
                with urllib.request.urlopen(address, timeout=60) as response:
                    response.read()
                answers["ok"] += 1
            except OSError:
                answers["error"] += 1
            times.append((time.perf_counter() - started) * 1000)
            number += 1

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    middle, most = times[len(times) // 2], times[len(times) * 99 // 100]
    return {"rate": answers["ok"] / seconds, "errors": answers["error"], "p50": middle, "p99": most}
