"""How many stories have each value of a facet: counted by the engine where they are few, from the sets where they are many."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from functools import cached_property
from heapq import heappush, heapreplace, nsmallest

from cases.search.sets import NOBODY, Stories, StorySets

FEW = 16
"""Where fewer than one story in so many matches, the engine counts all values in less time than the sets count each."""

MANY_VALUES = 1000
"""Of a facet with more values than that nobody needs to know how many there are."""

Label = Callable[[str], str]


class Counts(ABC):
    """The number of stories of each value of a facet that has any."""

    @abstractmethod
    def get(self, value: str, missing: int = 0) -> int:
        """The number of stories of the value."""

    @abstractmethod
    def as_dict(self) -> dict[str, int]:
        """Every value that has a story, with its number."""

    @abstractmethod
    def first(self, most: int, label: Label) -> list[str]:
        """The first values: those with most stories, and among equals by label."""

    @abstractmethod
    def number(self) -> int | None:
        """How many values there are, or None where there are too many to say at once."""

    def __iter__(self) -> Iterator[str]:
        return iter(self.as_dict())


class ToldCounts(Counts):
    """Numbers that the engine has told."""

    def __init__(self, counts: dict[str, int]):
        self.counts = counts

    def get(self, value, missing=0):
        return self.counts.get(value, missing)

    def as_dict(self):
        return self.counts

    def first(self, most, label):
        edge = sorted(self.counts.values(), reverse=True)[:most][-1:]
        near = (value for value, count in self.counts.items() if count >= edge[0]) if edge else ()
        return nsmallest(most, near, key=lambda value: (-self.counts[value], label(value).casefold(), value))

    def number(self):
        return len(self.counts)


class SetCounts(Counts):
    """Numbers that are counted from the sets, each when it is asked for."""

    def __init__(self, sets: StorySets, key: str, stories: Stories):
        self.sets, self.key, self.stories = sets, key, stories
        self.held = sets.facets[key]
        self.whole = stories.bits == sets.everyone
        self.known: dict[str, int] = {}

    def get(self, value, missing=0):
        held = self.held.get(value, NOBODY)
        if self.whole:
            return held.total or missing
        if value not in self.known:
            self.known[value] = held.among(self.stories)
        return self.known[value] or missing

    def as_dict(self):
        return self._all

    @cached_property
    def _all(self) -> dict[str, int]:
        return {value: count for value in self.held if (count := self.get(value))}

    def first(self, most, label):
        found, best = [], []
        for value in self.sets.ranked(self.key):
            # No value that follows has more stories than this one has in the whole library.
            if len(best) == most and self.held[value].total < best[0]:
                break
            if count := self.get(value):
                found.append(value)
                if len(best) < most:
                    heappush(best, count)
                elif count > best[0]:
                    heapreplace(best, count)
        near = [value for value in found if self.get(value) >= best[0]] if best else []
        return nsmallest(most, near, key=lambda value: (-self.get(value), label(value).casefold(), value))

    def number(self):
        if len(self.held) > MANY_VALUES:
            return None
        return len(self.held) if self.whole else sum(held.any_among(self.stories) for held in self.held.values())


def few(stories: Stories) -> bool:
    """Whether the engine counts them sooner."""
    return stories.count * FEW < stories.places
