"""
The finder: what the library answers to a state.

The stories, the count beside every value, the sentence, and what to try when there is nothing.
"""

import json
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from tantivy import Order, Query

from cases import ways_out
from cases.addresses import finder_url
from cases.facets import FACETS, Facet
from cases.matching import Matching
from cases.search import words
from cases.search.index import library_index
from cases.search.snapshot import Snapshot
from cases.sentence import sentence
from cases.shown import Chip, FacetView, Option, Options, Step
from cases.state import NOTHING, FinderState, Sort

SORT_FIELDS = {
    Sort.EVIDENCE: ("sort_evidence", Order.Desc),
    Sort.TITLE: ("sort_title", Order.Asc),
    Sort.NEWEST: ("sort_newest", Order.Desc),
    Sort.UPDATED: ("sort_updated", Order.Desc),
}
MEASURED = "measured"
"""An order of our own, for views of measures: the best measured stories first."""
SORT_FIELDS[MEASURED] = ("sort_measured", Order.Desc)


class Finder(Matching):
    """The library's answer to a state."""

    def __init__(
        self,
        query: QueryDict,
        snapshot: Snapshot | None = None,
        address: str = "story-list",
        view: Mapping[str, Collection[str]] = NOTHING,
    ):
        self.index = library_index()
        self.snapshot = snapshot or self.index.snapshot()
        self.state = self._read(query, view)
        self.address = address
        """The URL name of the page that shows this answer; every filter leads back to it."""

    def _read(self, query: QueryDict, view: Mapping[str, Iterable[str]]) -> FinderState:
        return FinderState.read(query, self.snapshot.values, view)

    # What is shown

    @cached_property
    def total(self) -> int:
        """How many stories match."""
        return self.stories().count

    @cached_property
    def pages(self) -> int:
        """How many pages the list has; at least one."""
        return max(1, math.ceil(self.total / settings.FINDER_PAGE_SIZE))

    @cached_property
    def page(self) -> int:
        """The page shown: the last where the address asks for one behind it."""
        return min(self.state.page, self.pages)

    @cached_property
    def sort(self) -> str:
        """The order in force: the best match first where words are asked for, else the best evidenced."""
        if self.state.sort == Sort.RELEVANCE and not self.state.words:
            return Sort.EVIDENCE
        return self.state.sort or self.usual_sort

    @property
    def usual_sort(self) -> str:
        """The order where the address asks for none; the form leaves it out of the address."""
        return Sort.RELEVANCE if self.state.words else Sort.EVIDENCE

    @cached_property
    def results(self) -> list[dict]:
        """The cards of this page, with the searched words marked in `marked` or `passage`."""
        size = settings.FINDER_PAGE_SIZE
        marker = words.Marker(self.snapshot.searcher, self.index.schema, self.state.words)
        found = []
        for document in self._documents(self.sort, size, (self.page - 1) * size):
            raw = document.get_first("card")
            card = {**json.loads(raw), "raw": bytes(raw)}
            card["marked"] = marker.mark("summary", document)
            card["passage"] = None if card["marked"] else marker.mark("body", document)
            found.append(card)
        return found

    def cards(self, sort: str | None = None, most: int | None = None) -> Iterator[dict]:
        """The cards of every story that matches, for the twins that have no pages."""
        batch, start = 500, 0
        while start < (most or self.total):
            size = min(batch, (most or self.total) - start)
            documents = self._documents(sort or self.sort, size, start)
            if not documents:
                return
            yield from (json.loads(document.get_first("card")) for document in documents)
            start += size

    def story_ids(self, most: int) -> list[int]:
        """The first stories that match (ids)."""
        return [document.get_first("story") for document in self._documents(self.sort, most, 0)]

    @cached_property
    def facets(self) -> list[FacetView]:
        """Every facet with every value that has a count or is chosen; a facet's own choice does not narrow its counts."""
        return [self._view(facet) for facet in self._facets]

    @cached_property
    def offered(self) -> list[FacetView]:
        """The facets to choose from: all but those that only links lead to, and those where they are chosen."""
        shown = [facet for facet in self._facets if facet.key in self.state.chosen or not facet.aside]
        return [self._view(facet) for facet in shown]

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in force."""
        words_chip = (
            [Chip(f"“{self.state.words}”", self._url(replace(self.state, words="", page=1)))]
            if self.state.words
            else []
        )
        return words_chip + [
            Chip(self.label_of(facet, value), self._url(self.state.toggled(facet.key, value)))
            for facet in self._facets
            for value in self.state.chosen.get(facet.key, ())
        ]

    @cached_property
    def sentence(self) -> str:
        """The state in one sentence, without a full stop."""
        chosen = [(facet, self.state.chosen.get(facet.key, ())) for facet in self._facets]
        labelled = [
            (facet, [(value, self.label_of(facet, value)) for value in values]) for facet, values in chosen if values
        ]
        return sentence(self.total, self.state.words, labelled)

    @cached_property
    def first(self) -> int:
        """The number of the first story on this page."""
        return (self.page - 1) * settings.FINDER_PAGE_SIZE + 1

    # Ways on

    @property
    def start_url(self) -> str:
        """Where nothing is asked for."""
        return finder_url({})

    @property
    def sorts(self) -> list[tuple[str, str]]:
        """The orders that a reader may choose: values and labels."""
        return [(value, label) for value, label in Sort.choices if value != Sort.RELEVANCE or self.state.words]

    @property
    def previous_url(self) -> str:
        """The page before, or ''."""
        return self._url(replace(self.state, page=self.page - 1)) if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        """The page after, or ''."""
        return self._url(replace(self.state, page=self.page + 1)) if self.page < self.pages else ""

    @cached_property
    def twins(self) -> dict[str, str]:
        """The same state as JSON, CSV and feed."""
        return {kind: self.state.url(f"story-list-{kind}") for kind in ("json", "csv", "atom")}

    @property
    def follow_url(self) -> str:
        """Where a reader asks to be told what is new in this state."""
        return replace(self.state, sort="", page=1).url("follow-stories")

    @cached_property
    def option_urls(self) -> dict[str, str]:
        """Where all the values of each facet are, in this state."""
        query = self.twins["json"].partition("?")[2]
        return {
            facet.key: reverse("story-options", args=[facet.key]) + (f"?{query}" if query else "") for facet in FACETS
        }

    @cached_property
    def correction(self) -> dict | None:
        """A better spelling that finds something, where the words find nothing."""
        return ways_out.correction(self)

    @cached_property
    def steps(self) -> list[Step]:
        """Where nothing matches: each filter that could be dropped, with what that would show; the most promising first."""
        return ways_out.steps(self)

    # How it is asked for

    def _url(self, state: FinderState) -> str:
        return state.url(self.address)

    @property
    def _facets(self) -> list[Facet]:
        """The facets that a reader may choose from here."""
        return FACETS

    def label_of(self, facet: Facet, value: str) -> str:
        """The value as a reader sees it."""
        return facet.show(value, self.snapshot.values[facet.key].get(value, value))

    def _documents(self, sort: str, size: int, start: int, query: Query | None = None) -> list:
        searcher = self.snapshot.searcher
        name, order = SORT_FIELDS.get(sort, (None, Order.Desc))
        ask = partial(searcher.search, query or self._query(), size, count=False, offset=start)
        hits = (ask(order_by_field=name, order=order) if name else ask()).hits
        return [searcher.doc(address) for _key, address in hits]

    def _view(self, facet: Facet) -> FacetView:
        """The facet with its values in their order: the facet's own, or the most frequent first and then by label."""
        chosen, labels = self.state.chosen.get(facet.key, ()), self.snapshot.values[facet.key]
        counts = self.counted(facet.key)

        def option(value: str) -> Option:
            return Option(
                value=value,
                label=self.label_of(facet, value),
                count=counts.get(value, 0),
                selected=value in chosen,
                address=lambda: self._url(self.state.toggled(facet.key, value)),
                group=facet.group(labels.get(value, "")),
            )

        options = Options(facet, counts, chosen, partial(self.label_of, facet), option)
        return FacetView(facet, options, [option(value) for value in options.chosen])
