"""The stories that a page about something else shows: those with most evidence, as the finder puts them first."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.http import urlencode

from cases.finder import Finder
from cases.paging import BESIDE


@dataclass(frozen=True)
class Best:
    """The first stories (ids) of a filter, and how many the finder shows in all."""

    ids: list[int]
    total: int

    @cached_property
    def places(self) -> dict[int, int]:
        """Where each story stands."""
        return {pk: place for place, pk in enumerate(self.ids)}

    @property
    def shown(self) -> int:
        """How many of them there are here."""
        return len(self.ids)

    def in_order(self, rows: Iterable, name: str = "story_id") -> list:
        """The rows as their stories (the id in `name`) stand."""
        return sorted(rows, key=lambda row: self.places[getattr(row, name)])


def best_stories(key: str, value: str) -> Best:
    """The best evidenced stories with the value of the facet `key`; none where no published story has it."""
    finder = Finder(QueryDict(urlencode({key: value})))
    return Best(finder.story_ids(BESIDE), finder.total) if finder.state.chosen else Best([], 0)
