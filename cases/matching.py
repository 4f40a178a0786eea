"""
Which stories are in a state, and how many of them have each value of a facet.

Stories are sets (`cases.search.sets`): a choice is a union, several choices an intersection. What words find, the engine tells. Where few
stories are left, the engine counts their values too, which is sooner done than asking every set.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from tantivy import Occur, Query

from cases.facets import FACETS, facet_of
from cases.search import words
from cases.search.counts import MANY, SHORT, Counts, LeadingCounts, SetCounts, ToldCounts, few
from cases.search.index import LibraryIndex
from cases.search.sets import Stories
from cases.search.snapshot import Snapshot
from cases.state import FinderState

ALL_VALUES = 65_000
"""More values than any facet has of few stories: counts are exact."""

LEADING = 64
"""Values of a very long facet that the engine is asked for: a page shows nine."""

STANDING_OUT = 4
"""Stories that the sixteenth value of a facet has by all odds, where the first values are likely to stand out."""

NONE: frozenset[str] = frozenset()


class Matching:
    """The stories in a state, and those in states near it."""

    index: LibraryIndex
    snapshot: Snapshot
    state: FinderState

    @cached_property
    def _found(self) -> dict[tuple, Stories]:
        """The sets that have been asked for already."""
        return {}

    @cached_property
    def _told(self) -> dict[Collection[str], dict[str, Counts]]:
        """What the engine has counted already, by the facets that were left out."""
        return {}

    def stories(self, state: FinderState | None = None, leave_out: Collection[str] = NONE) -> Stories:
        """The stories in the state, but for the choices in the facets `leave_out`."""
        state = state or self.state
        chosen = tuple((key, values) for key, values in state.chosen.items() if key not in leave_out)
        asked = (state.words, chosen)
        if asked not in self._found:
            self._found[asked] = self._stories(state.words, chosen)
        return self._found[asked]

    def count_of(self, state: FinderState) -> int:
        """How many stories another state has."""
        return self.stories(state).count

    def counted(self, key: str, leave_out: Collection[str] | None = None) -> Counts:
        """The number of stories of each value of the facet; its own choice does not narrow them."""
        leave_out = frozenset({key} & self.state.chosen.keys() if leave_out is None else leave_out)
        stories, sets = self.stories(leave_out=leave_out), self.snapshot.sets
        if few(stories) and len(sets.facets[key]) > SHORT:
            return self._told_of(key, leave_out)
        return SetCounts(sets, key, stories)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """For every facet, the number of stories of each value that has any."""
        return {facet.key: self.counted(facet.key).as_dict() for facet in FACETS}

    def _stories(self, text: str, chosen: Sequence[tuple[str, Sequence[str]]]) -> Stories:
        sets = self.snapshot.sets
        if not text and not chosen:
            return sets.all
        bits = self._mentioning(text) if text else sets.everyone
        for key, values in chosen:
            bits &= self._having(key, values)
        return Stories(bits, sets.places)

    def _mentioning(self, text: str) -> int:
        """The stories that the words find, as bits."""
        if (text, None) not in self._found:
            query = words.query(self.index.schema, text)
            bits = self.snapshot.stories(query) if query else self.snapshot.sets.everyone
            self._found[text, None] = Stories(bits, self.snapshot.sets.places)
        return self._found[text, None].bits

    def _having(self, key: str, values: Sequence[str]) -> int:
        """The stories with any of the values of the facet, as bits."""
        return self.snapshot.sets.having(key, values)

    def _query(self, state: FinderState | None = None, leave_out: Collection[str] = NONE) -> Query:
        """The same stories as a query of the engine."""
        state = state or self.state
        schema, clauses = self.index.schema, []
        if state.words and (wanted := words.query(schema, state.words)):
            clauses.append((Occur.Must, wanted))
        for key, values in state.chosen.items():
            if key not in leave_out:
                clauses.append((Occur.Must, Query.const_score_query(self._chosen(key, values), 0.0)))
        every = Query.const_score_query(Query.term_query(schema, "kind", "story"), 0.0)
        return Query.boolean_query(clauses) if clauses else every

    def _chosen(self, key: str, values: Sequence[str]) -> Query:
        """The stories with any of the values of the facet, as a query."""
        return Query.term_set_query(self.index.schema, f"f_{key}", list(values))

    def _told_of(self, key: str, leave_out: Collection[str]) -> Counts:
        """What the engine counts; it is asked at once for all facets that a page shows."""
        told = self._told.setdefault(leave_out, {})
        if key not in told:
            query, held = self._query(leave_out=leave_out), self.snapshot.sets.facets
            usual = [] if leave_out else [f.key for f in FACETS if not f.aside and f.key not in self.state.chosen]
            keys = [k for k in {key, *usual} if k not in told and (k == key or len(held[k]) > SHORT)]
            answer = self.aggregated(query, {k: terms(k, size=self._size(k, leave_out)) for k in keys})
            told.update((k, self._told_counts(k, answer[k], leave_out, query)) for k in keys)
        return told[key]

    def _size(self, key: str, leave_out: Collection[str]) -> int:
        """How many values to ask for: the first of a very long facet, where they stand out from the others."""
        sets, share = self.snapshot.sets, self.stories(leave_out=leave_out).count / max(self.snapshot.size, 1)
        if len(sets.facets[key]) <= MANY:
            return ALL_VALUES
        less, _seen, _value = sets.ranked(key, facet_of(key).show)[LEADING // 4]
        return LEADING if -less * share > STANDING_OUT else ALL_VALUES

    def _told_counts(self, key: str, answer: dict, leave_out: Collection[str], query: Query) -> Counts:
        """The engine's answer; of a very long facet it tells the first values only, and those nearly, as it adds up parts."""
        counts, sets = counts_in(answer), self.snapshot.sets
        if len(counts) < LEADING or not answer.get("sum_other_doc_count"):
            return ToldCounts(counts, sets.labels[key])
        ceiling = min(counts.values()) + (answer.get("doc_count_error_upper_bound") or 0)

        def everything() -> dict[str, int]:
            return counts_in(self.aggregated(query, {key: terms(key)})[key])

        return LeadingCounts(sets, key, self.stories(leave_out=leave_out), list(counts), ceiling, everything)

    def aggregated(self, query: Query, wanted: dict) -> dict:
        """What the engine answers to questions about the stories that the query finds."""
        return self.snapshot.searcher.aggregate(query, wanted)


def terms(key: str, inner: Iterable[str] = (), size: int = ALL_VALUES) -> dict:
    """The engine's question for the number of stories of each value, and within each for those of other facets."""
    asked = {"terms": {"field": f"f_{key}", "size": size}}
    return {**asked, "aggs": {other: terms(other) for other in inner}} if inner else asked


def counts_in(answer: dict) -> dict[str, int]:
    """The numbers in the engine's answer."""
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}
