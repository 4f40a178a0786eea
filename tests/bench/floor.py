"""
The floor under a page: what the engine and the database alone take for the same answer, without Django, templates or sets.

For the finder that is the engine's own way: the first stories, how many there are, and the counts of every facet that is offered, each
facet with a choice once more without it. For other pages it is what the page asks of the engine and the database, asked again.
"""

import dataclasses
from collections.abc import Callable
from types import SimpleNamespace
from unittest import mock

from django.db import connection
from django.http import QueryDict
from tantivy import Occur, Query

from cases.facets import FACETS
from cases.finder import SORT_FIELDS, Finder
from cases.matching import terms
from cases.search import words
from cases.search.index import library_index

LIST = "/stories/"


def floor(site, address: str) -> Callable[[], object]:
    """The floor under the page at that address."""
    path, _, query = address.partition("?")
    return finder_floor(query) if path == LIST else asked_again(lambda: site.anew(address))


def finder_floor(query: str) -> Callable[[], object]:
    """The answer of the finder, asked of the engine alone."""
    finder = Finder(QueryDict(query))
    searcher, schema = finder.snapshot.searcher, finder.index.schema
    story = (Occur.Must, Query.term_query(schema, "kind", "story"))
    left_out = {key: [key] for key in finder.state.chosen}
    shown = [facet.key for facet in FACETS if not facet.aside and facet.key not in left_out]
    groups = [({key}, keys) for key, keys in left_out.items()] + [(frozenset(), shown)]
    asked = [
        (
            Query.boolean_query([story, (Occur.Must, finder._query(leave_out=leave_out))]),
            {key: terms(key) for key in keys},
        )
        for leave_out, keys in groups
    ]
    first = asked[-1][0]
    name, order = SORT_FIELDS.get(finder.sort, (None, None))
    more = {"order_by_field": name, "order": order} if name else {}
    start = (finder.page - 1) * 20

    def ask() -> None:
        hits = searcher.search(first, 20, count=True, offset=start, **more).hits
        for _score, address in hits:
            searcher.doc(address)
        for wanted, keys in asked:
            searcher.aggregate(wanted, keys)

    return ask


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


def asked_again(ask: Callable[[], object]) -> Callable[[], None]:
    """What `ask` asks of the engine and the database, as a function that asks only that: no Django, no pages."""
    index = library_index()
    snapshot = index.snapshot()
    calls, statements = [], []

    def note(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    # What a process remembers of the index is asked for again.
    index._snapshot = dataclasses.replace(snapshot, searcher=RecordingSearcher(snapshot.searcher, calls), remembered={})
    create = words.SnippetGenerator.create
    # The engine's passages take its own searcher and no other.
    passages = SimpleNamespace(create=lambda searcher, *rest: create(searcher.real, *rest))
    try:
        with mock.patch.object(words, "SnippetGenerator", passages), connection.execute_wrapper(note):
            ask()
    finally:
        index._snapshot = snapshot

    def again() -> None:
        for call in calls:
            call()
        connection.ensure_connection()
        with connection.connection.cursor() if connection.vendor == "postgresql" else connection.cursor() as cursor:
            for sql, params in statements:
                cursor.execute(sql, params)
                cursor.fetchall()

    return again
