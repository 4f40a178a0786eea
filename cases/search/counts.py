"""How many stories have each value of a facet: counted by the engine where they are few, from the sets where they are many."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heappush, heapreplace, nsmallest

from cases.search.sets import NOBODY, Held, Show, Stories, StorySets

FEW = 8
"""Where fewer than one story in so many matches, the engine counts the values of a long facet sooner than the sets do."""

SHORT = 40
"""A facet with so few values is counted from the sets in any case."""

MANY = 500
"""Of a facet with more values than that nobody needs to know how many there are; the engine is asked for the first."""


class Counts(ABC):
    """The number of stories of each value of a facet that has any."""

    @abstractmethod
    def get(self, value: str, missing: int = 0) -> int:
        """The number of stories of the value."""

    @abstractmethod
    def as_dict(self) -> dict[str, int]:
        """Every value that has a story, with its number."""

    @abstractmethod
    def first(self, most: int, show: Show) -> list[str]:
        """The first values: those with most stories, and among equals by what readers see."""

    @abstractmethod
    def number(self) -> int | None:
        """How many values there are, or None where there are too many to say at once."""

    @abstractmethod
    def __bool__(self) -> bool:
        """Whether any value has a story."""

    def __iter__(self) -> Iterator[str]:
        return iter(self.as_dict())


class ToldCounts(Counts):
    """Numbers that the engine has told."""

    def __init__(self, counts: dict[str, int], labels: Mapping[str, str]):
        self.counts, self.labels = counts, labels

    def get(self, value, missing=0):
        return self.counts.get(value, missing)

    def as_dict(self):
        return self.counts

    def first(self, most, show):
        edge = sorted(self.counts.values(), reverse=True)[:most][-1:]
        near = (value for value, count in self.counts.items() if count >= edge[0]) if edge else ()
        return nsmallest(most, near, key=lambda v: (-self.counts[v], show(v, self.labels.get(v, v)).casefold(), v))

    def number(self):
        return len(self.counts)

    def __bool__(self):
        return bool(self.counts)


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

    def first(self, most, show):
        if len(self.held) <= SHORT:
            return ToldCounts(self.as_dict(), self.sets.labels[self.key]).first(most, show)
        found, best, get = [], [], self.get
        for rank in self.sets.ranked(self.key, show):
            less, seen, value = rank
            # What follows has no more stories than this one has in the whole library, and stands behind it where it has as many.
            if len(best) == most and (-less < best[0] or (-less == best[0] and sum(r < rank for r in found) >= most)):
                break
            if count := get(value):
                found.append((-count, seen, value))
                if len(best) < most:
                    heappush(best, count)
                elif count > best[0]:
                    heapreplace(best, count)
        return [value for _less, _seen, value in sorted(found)[:most]]

    def number(self):
        if len(self.held) > MANY:
            return None
        return len(self.held) if self.whole else sum(map(self._any, self.held.values()))

    def __bool__(self):
        return any(map(self._any, self.held.values()))

    def _any(self, held: Held) -> bool:
        return held.any_among(self.stories)


class LeadingCounts(SetCounts):
    """Numbers that are counted from the sets, where the engine has told which values come first."""

    def __init__(
        self,
        sets: StorySets,
        key: str,
        stories: Stories,
        leading: Sequence[str],
        ceiling: int,
        everything: Callable[[], dict[str, int]],
    ):
        super().__init__(sets, key, stories)
        self.leading, self.ceiling = leading, ceiling
        """The first values, nearly in order; no other value has more stories than `ceiling`."""
        self.everything = everything

    def first(self, most, show):
        labels = self.sets.labels[self.key]
        found = ToldCounts({value: self.get(value) for value in self.leading}, labels).first(most, show)
        whole = len(found) == most and self.get(found[-1]) > self.ceiling
        return found if whole else ToldCounts(self.as_dict(), labels).first(most, show)

    def as_dict(self):
        return self._told

    @cached_property
    def _told(self) -> dict[str, int]:
        return self.everything()


def few(stories: Stories) -> bool:
    """Whether the engine counts them sooner."""
    return stories.count * FEW < stories.places
