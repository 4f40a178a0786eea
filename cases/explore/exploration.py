"""What an explore view stands on: the finder's answer to an address, counted crosswise instead of listed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from django.http import QueryDict

from cases.addresses import finder_url
from cases.facets import FACETS, uncapitalised
from cases.finder import Finder
from cases.search.index import ALL_VALUES
from cases.shown import FacetView
from cases.state import NOTHING, Sort


class Exploration(Finder):
    """
    The stories of a finder's state in another shape.

    A view counts along axes, the facets that it draws. A choice made in such a facet picks the rows to draw and is left out of the
    counting, because the link behind each number makes that choice anew.
    """

    def __init__(
        self,
        query: QueryDict,
        address: str,
        axes: Collection[str] = (),
        view: Mapping[str, Collection[str]] = NOTHING,
    ):
        super().__init__(query, address=address, view=view)
        self.query = query
        self.axes = frozenset(axes)

    def numbers(self, key: str) -> dict[str, int]:
        """How many stories have each value of the facet."""
        return self._numbers(key, {key: {"terms": {"field": f"f_{key}", "size": ALL_VALUES}}}, self._count_of)

    def crossed(
        self, rows: str, columns: Iterable[str], most: int = ALL_VALUES
    ) -> dict[str, dict[str, dict[str, int]]]:
        """For each value of the facet `rows` and each facet of `columns`: how many stories have both that and each value there."""
        inner = {key: {"terms": {"field": f"f_{key}", "size": most}} for key in columns}
        wanted = {rows: {"terms": {"field": f"f_{rows}", "size": ALL_VALUES}, "aggs": inner}}
        return self._numbers(rows, wanted, lambda bucket: {key: self._counts_in(bucket[key]) for key in inner})

    def total_on(self, *axes: str) -> int:
        """How many stories the state has, whatever is chosen along the axes."""
        return self._count(self._query(leave_out=self.axes | set(axes)))

    def total_with(self, **choices: Collection[str]) -> int:
        """How many stories the state has with any of these values chosen along each of these axes."""
        return self._count(self._query_with(choices))

    def link(self, choices: Mapping[str, str | Iterable[str]]) -> str:
        """The finder with the stories behind a number: this state, with these values chosen along the axes."""
        return finder_url({**self._off_axes, **choices})

    @cached_property
    def _off_axes(self) -> dict:
        chosen = {key: values for key, values in self.state.chosen.items() if key not in self.axes}
        return {"q": self.state.words, **chosen}

    def stories(self, sort: str, most: int, start: int = 0, **choices: Collection[str]) -> list[int]:
        """The ids of the first `most` stories from `start` on, in the order `sort`, with these values chosen along the axes."""
        documents = self._documents(sort, most, start, self._query_with(choices))
        return [document.get_first("story") for document in documents]

    def on_axis(self, key: str, values: Iterable[str]) -> list[str]:
        """Those of the values to draw: the chosen ones, or all where none is chosen."""
        chosen = self.state.chosen.get(key)
        return [value for value in values if not chosen or value in chosen]

    def label(self, key: str, value: str) -> str:
        """The value as a reader sees it."""
        facet = next(facet for facet in FACETS if facet.key == key)
        return self.label_of(facet, value)

    def page_url(self, number: int) -> str:
        """This view's page of that number."""
        return self._url(replace(self.state, page=number))

    @property
    def list_url(self) -> str:
        """The same stories as a list in the finder."""
        return self.state.url()

    @property
    def reset_url(self) -> str:
        """This view of the whole library."""
        return type(self.state)(view=self.state.view).url(self.address)

    @property
    def order_label(self) -> str:
        """The order in force, in small letters."""
        return uncapitalised(Sort(self.sort).label)

    @property
    def narrowing(self) -> list[FacetView]:
        """The facets to narrow by."""
        return [view for view in self.offered if view.options]

    def _query_with(self, choices):
        state = replace(self.state, chosen={**self.state.chosen, **{key: tuple(v) for key, v in choices.items()}})
        return self._query(state, leave_out=self.axes - choices.keys())

    def _numbers(self, key, wanted, read):
        query = self._query(leave_out=self.axes | {key})
        answer = self.snapshot.searcher.aggregate(query, wanted)
        return {bucket["key"]: read(bucket) for bucket in answer[key]["buckets"]}

    @staticmethod
    def _count_of(bucket) -> int:
        return bucket["doc_count"]

    @classmethod
    def _counts_in(cls, found) -> dict[str, int]:
        return {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"]}
