"""Asking the site in this process, through the whole of Django, and asking the same of the engine and the database without it."""

import dataclasses
import io
import time
from collections.abc import Callable
from types import SimpleNamespace
from unittest import mock
from wsgiref.util import setup_testing_defaults

from django.core.wsgi import get_wsgi_application
from django.db import connection

from cases.search import words
from cases.search.index import library_index


class Site:
    """The site as a web server meets it."""

    def __init__(self):
        self.application = get_wsgi_application()

    def get(self, address: str) -> tuple[int, bytes]:
        """The status and the bytes sent for an address, compressed as a browser asks for it."""
        path, _, query = address.partition("?")
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1", "HTTP_ACCEPT_ENCODING": "gzip"}
        setup_testing_defaults(environ)
        environ["wsgi.input"] = io.BytesIO()
        status = []
        response = self.application(environ, lambda line, headers, exc_info=None: status.append(int(line[:3])))
        try:
            return status[0], b"".join(response)
        finally:
            response.close()


class RecordingSearcher:
    """A searcher that notes what it is asked."""

    def __init__(self, searcher, calls: list):
        self.real, self.calls = searcher, calls

    def __getattr__(self, name: str):
        asked = getattr(self.real, name)
        if not callable(asked):
            return asked

        def noted(*args, **kwargs):
            self.calls.append(lambda: asked(*args, **kwargs))
            return asked(*args, **kwargs)

        return noted


def bare(ask: Callable[[], object]) -> Callable[[], None]:
    """What `ask` asks of the engine and the database, as a function that asks only that: no Django, no pages."""
    index = library_index()
    snapshot = index.snapshot()
    calls, statements = [], []

    def note(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    # What a process remembers of the index is asked for again; the labels are not, as no engine would answer with them.
    spied = dataclasses.replace(
        snapshot, searcher=RecordingSearcher(snapshot.searcher, calls), remembered={"values": snapshot.values}
    )
    index._snapshot = spied
    create = words.SnippetGenerator.create
    # The engine's passages take its own searcher and no other.
    passages = SimpleNamespace(create=lambda searcher, *rest: create(searcher.real, *rest))
    try:
        with mock.patch.object(words, "SnippetGenerator", passages), connection.execute_wrapper(note):
            ask()
    finally:
        index._snapshot = snapshot

    def asked_again() -> None:
        for call in calls:
            call()
        connection.ensure_connection()
        with connection.connection.cursor() if connection.vendor == "postgresql" else connection.cursor() as cursor:
            for sql, params in statements:
                cursor.execute(sql, params)
                cursor.fetchall()

    return asked_again


def elapsed(ask: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    started = time.perf_counter()
    ask()
    return (time.perf_counter() - started) * 1000


def percentile(times: list[float], share: int) -> float:
    """The time that `share` per cent of the times do not exceed."""
    return sorted(times)[max(0, -(-len(times) * share // 100) - 1)]
