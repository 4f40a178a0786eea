"""What an explore view stands on: the finder's answer to an address, counted crosswise instead of listed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from django.http import QueryDict

from cases.addresses import finder_url
from cases.facets import facet_of, uncapitalised
from cases.finder import Finder
from cases.matching import counts_in, terms
from cases.search.counts import Counts, SetCounts, ToldCounts, few
from cases.search.sets import Stories
from cases.shown import FacetView
from cases.state import NOTHING, FinderState, Sort


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

    def numbers(self, key: str) -> Counts:
        """How many stories have each value of the facet."""
        return self.counted(key, self.axes | {key})

    def crossed(self, rows: str, columns: Iterable[str]) -> dict[str, dict[str, Counts]]:
        """For each value of the facet `rows` and each facet of `columns`: how many stories have both that and each value there."""
        leave_out = self.axes | {rows}
        stories, sets = self.stories(leave_out=leave_out), self.snapshot.sets
        if few(stories):
            answer = self.aggregated(self._query(leave_out=leave_out), {rows: terms(rows, columns)})
            found = {bucket["key"]: bucket for bucket in answer[rows]["buckets"]}
            labels = self.snapshot.values
            return {
                row: {key: ToldCounts(counts_in(bucket[key]), labels[key]) for key in columns}
                for row, bucket in found.items()
            }
        inside = {row: Stories(stories.bits & held.bits, sets.places) for row, held in sets.facets[rows].items()}
        return {row: {key: SetCounts(sets, key, both) for key in columns} for row, both in inside.items() if both.bits}

    def total_on(self, *axes: str) -> int:
        """How many stories the state has, whatever is chosen along the axes."""
        return self.stories(leave_out=self.axes | set(axes)).count

    def total_with(self, **choices: Collection[str]) -> int:
        """How many stories the state has with any of these values chosen along each of these axes."""
        return self.stories(*self._with(choices)).count

    def link(self, choices: Mapping[str, str | Iterable[str]]) -> str:
        """The finder with the stories behind a number: this state, with these values chosen along the axes."""
        return finder_url({**self._off_axes, **choices})

    @cached_property
    def _off_axes(self) -> dict:
        chosen = {key: values for key, values in self.state.chosen.items() if key not in self.axes}
        return {"q": self.state.words, **chosen}

    def story_ids_with(self, sort: str, most: int, start: int = 0, **choices: Collection[str]) -> list[int]:
        """The ids of the first `most` stories from `start` on, in the order `sort`, with these values chosen along the axes."""
        documents = self._documents(sort, most, start, self._query(*self._with(choices)))
        return [document.get_first("story") for document in documents]

    def on_axis(self, key: str, values: Iterable[str]) -> list[str]:
        """Those of the values to draw: the chosen ones, or all where none is chosen."""
        chosen = self.state.chosen.get(key)
        return [value for value in values if not chosen or value in chosen]

    def label(self, key: str, value: str) -> str:
        """The value as a reader sees it."""
        return self.label_of(facet_of(key), value)

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

    def _with(self, choices: Mapping[str, Collection[str]]) -> tuple[FinderState, Collection[str]]:
        """The state with these values chosen along the axes, and the axes that are left out all the same."""
        state = replace(self.state, chosen={**self.state.chosen, **{key: tuple(v) for key, v in choices.items()}})
        return state, self.axes - choices.keys()
