"""
What an upper floor may add to stories. It registers here when it starts; the ground floor asks here and never looks up.

Each list is empty until somebody registers; the order of registration is the order of use.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Prefetch


@dataclass
class Extensions:
    """The registrations of the upper floor."""

    parts: list[Any] = field(default_factory=list)
    """More rows that belong to a story, for its facets and its place in the index (`cases.search.reading.Part`)."""

    page_prefetches: list[Callable[[], Iterable[str | Prefetch]]] = field(default_factory=list)
    """What to fetch beside a story for the panels of its page."""

    words: list[Callable[[Any], Iterable[str]]] = field(default_factory=list)
    """More words by which a story is found."""

    cards: list[Callable[[Any], dict]] = field(default_factory=list)
    """More fields of a story's card, the row that the finder shows."""

    tallies: list[Callable[[Any], dict[str, list[tuple[str, str]]]]] = field(default_factory=list)
    """More values of a story, by a key of their own, whose stories are counted as those of a facet are; nobody filters by them."""

    panels: list[Callable[[Any], dict]] = field(default_factory=list)
    """More context of a story's page."""

    comparisons: list[Callable[[Sequence[Any]], Any]] = field(default_factory=list)
    """More rows (a `cases.panels.Panel`) of the table that sets stories side by side; each takes the stories in their order."""

    home: list[Callable[[], dict]] = field(default_factory=list)
    """More context of the home page."""

    affects: dict[type[Model], Callable[[Any], Iterable[int]]] = field(default_factory=dict)
    """Which stories (ids) look different when a record of that model changes."""

    source_panels: list[Callable[[Any], dict]] = field(default_factory=list)
    """More context of a source's page."""

    shown: dict[type[Model], tuple[str, ...]] = field(default_factory=dict)
    """What a story's page shows of more records that it names: the fields, by model."""

    counted: dict[str, Callable[[int], str]] = field(default_factory=dict)
    """How so many parts of a story are said, by the key that they have in the library's files."""

    parameters: dict[str, type[Model]] = field(default_factory=dict)
    """More parameters of addresses that name records by their slugs."""

    authors: list[Callable[[Any], Iterable[str]]] = field(default_factory=list)
    """Who wrote a story, by name, as far as they may be named."""

    still: list[Callable[[Any], Iterable[Any]]] = field(default_factory=list)
    """More records that a retired one still leads to."""


extensions = Extensions()
