"""
Which stories have which value of a facet, as sets that are counted in microseconds.

Each story of the index has a place, a small whole number. The stories of a frequent value are the bits of one large number (the story in
place n is bit n), so that “both” is one operation and “how many” another; those of a rare value are a list of places.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

RARE = 256
"""A value that fewer than one in so many stories have is rare."""

Show = Callable[[str, str], str]
"""From a value and its label to what readers see; for the values of a long facet that is the same in every language."""

Rank = tuple[int, str, str]
"""By what a value stands: the number of its stories (the largest first), what readers see, the value."""

Values = Mapping[str, Sequence[tuple[str, str]]]
"""By facet: the values of a story, each with its label."""


class Stories:
    """A set of stories."""

    def __init__(self, bits: int, places: int):
        self.bits, self.places = bits, places

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return self.bits.bit_count()

    @cached_property
    def flags(self) -> bytes:
        """For each place 1 or 0, which is asked faster than a bit."""
        return bin(self.bits)[:1:-1].encode().translate(FLAGS).ljust(self.places, b"\0")

    def among(self, places: Iterable[int]) -> int:
        """How many of the places are in the set."""
        return sum(map(self.flags.__getitem__, places))


FLAGS = bytes.maketrans(b"01", b"\0\1")


def bits_of(places: Iterable[int]) -> int:
    """The places as bits."""
    places = sorted(places)
    if len(places) < 4:
        return sum(1 << place for place in places)
    found = bytearray(places[-1] // 8 + 1)
    for place in places:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")


@dataclass(frozen=True)
class Held:
    """The stories that have a value: as bits, or as a list of places."""

    label: str
    total: int
    stories: int | array

    @property
    def bits(self) -> int:
        """The stories as bits."""
        return self.stories if isinstance(self.stories, int) else bits_of(self.stories)

    def among(self, chosen: Stories) -> int:
        """How many of the chosen stories have the value."""
        if isinstance(self.stories, int):
            return (self.stories & chosen.bits).bit_count()
        return chosen.among(self.stories)

    def any_among(self, chosen: Stories) -> bool:
        """Whether any of the chosen stories has it, which is known sooner than how many."""
        if isinstance(self.stories, int):
            return bool(self.stories & chosen.bits)
        return any(map(chosen.flags.__getitem__, self.stories))

    def changed(self, gone: Sequence[int], come: Sequence[int], label: str) -> "Held":
        """The value after some stories have lost it and others have got it."""
        if isinstance(self.stories, int):
            stories = self.stories & ~bits_of(gone) | bits_of(come)
            return Held(label, stories.bit_count(), stories)
        stories = array("I", sorted({*self.stories} - {*gone} | {*come}))
        return Held(label, len(stories), stories)


NOBODY = Held("", 0, array("I"))


@dataclass
class StorySets:
    """The sets of a generation. They never change: what follows from a change is `after` it."""

    facets: dict[str, dict[str, Held]]
    everyone: int = 0
    places: int = 0
    """The first place that no story has had yet."""
    named: dict[Any, Any] = field(default_factory=dict)
    """What was found out about values and labels; handed on as long as none has come, gone or changed."""
    _ranked: dict[str, tuple[Show, list[Rank]]] = field(default_factory=dict)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Every value of every facet, with its label."""
        if "labels" not in self.named:
            self.named["labels"] = {
                key: {value: held.label for value, held in found.items()} for key, found in self.facets.items()
            }
        return self.named["labels"]

    @cached_property
    def all(self) -> Stories:
        """Every story."""
        return Stories(self.everyone, self.places)

    def ranked(self, key: str, show: Show) -> list[Rank]:
        """The values of the facet, the most frequent first, and among equals by label."""
        if key not in self._ranked:
            ranks = [rank(value, held, show) for value, held in self.facets[key].items()]
            self._ranked[key] = show, sorted(ranks)
        return self._ranked[key][1]

    def having(self, key: str, values: Iterable[str]) -> int:
        """The stories that have any of the values, as bits."""
        found = 0
        for value in values:
            found |= self.facets[key].get(value, NOBODY).bits
        return found

    def after(self, changes: Iterable[tuple[int, Values, Values]]) -> "StorySets":
        """The sets after changes: the place of a story, the values that it had, and those that it has now ({} where it is not there)."""
        gone, come = defaultdict(list), defaultdict(list)
        labels, away, here, places = {}, [], [], self.places
        for place, before, now in changes:
            (here if now else away).append(place)
            places = max(places, place + 1)
            for key, pairs in before.items():
                for value, _label in pairs:
                    gone[key, value].append(place)
            for key, pairs in now.items():
                for value, label in pairs:
                    come[key, value].append(place)
                    labels[key, value] = label
        facets = defaultdict(dict, {key: dict(found) for key, found in self.facets.items()})
        named = self.named
        for name in {**gone, **come}:
            key, value = name
            before = facets[key].get(value, NOBODY)
            held = before.changed(gone.get(name, ()), come.get(name, ()), labels.get(name, before.label))
            if held.total:
                facets[key][value] = held
            else:
                facets[key].pop(value, None)
            if (held.label, bool(held.total)) != (before.label, bool(before.total)):
                named = {}
        everyone = self.everyone & ~bits_of(away) | bits_of(here)
        return StorySets(dict(facets), everyone, places, named, self._still_ranked(facets, {**gone, **come}))

    def without(self, places: Sequence[int]) -> "StorySets":
        """The sets without the stories in these places, whatever values they have."""
        left, gone = ~bits_of(places), set(places)
        facets = {}
        for key, found in self.facets.items():
            facets[key] = {}
            for value, held in found.items():
                touched = held.stories & ~left if isinstance(held.stories, int) else not gone.isdisjoint(held.stories)
                kept = held.changed(places, (), held.label) if touched else held
                if kept.total:
                    facets[key][value] = kept
        return StorySets(facets, self.everyone & left, max([self.places, *(place + 1 for place in places)]))

    def _still_ranked(self, facets: dict, touched: Iterable[tuple[str, str]]) -> dict[str, tuple[Show, list[Rank]]]:
        """The ranks that are known, put right: what is nearly in order is sorted soon."""
        found, touched_in = {}, defaultdict(set)
        for key, value in touched:
            touched_in[key].add(value)
        for key, (show, ranks) in self._ranked.items():
            moved, held = touched_in[key], facets[key]
            kept = [known for known in ranks if known[2] not in moved] if moved else ranks
            found[key] = show, sorted([*kept, *(rank(value, held[value], show) for value in moved if value in held)])
        return found


def rank(value: str, held: Held, show: Show) -> Rank:
    """What the value stands by among the others of its facet."""
    return -held.total, show(value, held.label).casefold(), value


class SetsBuilder:
    """Puts the sets together, story by story."""

    def __init__(self, keys: Iterable[str]):
        self.places = 0
        self._found = defaultdict(dict, {key: {} for key in keys})
        self._labels = defaultdict(dict)
        self._everyone = array("I")

    def add(self, place: int, values: Values) -> None:
        """Add the story in that place; places rise."""
        self.places = place + 1
        self._everyone.append(place)
        for key, pairs in values.items():
            found, labels = self._found[key], self._labels[key]
            for value, label in pairs:
                if value not in found:
                    found[value] = array("I")
                    labels[value] = label
                found[value].append(place)

    def done(self) -> StorySets:
        """The sets."""
        facets = {
            key: {
                value: Held(self._labels[key][value], len(places), compact(places, self.places))
                for value, places in found.items()
            }
            for key, found in self._found.items()
        }
        return StorySets(facets, bits_of(self._everyone), self.places)


def compact(stories: int | array, size: int) -> int | array:
    """The stories as bits where they are many."""
    few = isinstance(stories, int) or len(stories) * RARE < size
    return stories if few else bits_of(stories)
