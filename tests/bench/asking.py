"""Asking the site in this process, through the whole of Django, and asking the same of the engine and the database without it."""

import io
import time
from collections.abc import Callable, Iterable
from wsgiref.util import setup_testing_defaults

from django.core.cache import caches

PATIENCE = 20.0
"""Seconds after which no more is asked of something slow."""


class Site:
    """The site as a web server meets it."""

    def __init__(self):
        from civic.wsgi import application

        self.application = application

    def ask(self, address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """The status, the headers and the bytes sent for an address, compressed as a browser asks for it."""
        path, _, query = address.partition("?")
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1", "HTTP_ACCEPT_ENCODING": "gzip"}
        environ = {**environ, **headers}
        setup_testing_defaults(environ)
        environ["wsgi.input"] = io.BytesIO()
        said = []
        response = self.application(environ, lambda line, sent, exc_info=None: said.append((int(line[:3]), dict(sent))))
        try:
            return *said[0], b"".join(response)
        finally:
            response.close()

    def get(self, address: str) -> tuple[int, bytes]:
        """The status and the bytes sent for an address."""
        status, _headers, body = self.ask(address)
        return status, body

    def anew(self, address: str) -> tuple[int, bytes]:
        """The same, as for a new edition of the library: nothing of the page is kept."""
        caches["pages"].clear()
        return self.get(address)


def elapsed(ask: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000


def pace() -> float:
    """Milliseconds of a loop of Python of a million steps: how fast this machine is just now."""

    def loop() -> None:
        for _step in range(1_000_000):
            pass

    return elapsed(loop)


def timed(ask: Callable[[], object], repeat: int) -> list[float]:
    """Milliseconds of each time; fewer times where it is slow."""
    times, deadline = [], time.monotonic() + PATIENCE
    while len(times) < repeat and (len(times) < 3 or time.monotonic() < deadline):
        times.append(elapsed(ask))
    return times


def percentile(times: Iterable[float], share: int) -> float:
    """The time that `share` per cent of the times do not exceed."""
    ranked = sorted(times)
    return ranked[max(0, -(-len(ranked) * share // 100) - 1)]


def figures(times: list[float]) -> dict[str, float]:
    """Median, 95th and 99th percentile."""
    return {f"p{share}": percentile(times, share) for share in (50, 95, 99)}
