"""Where recommended stories are looked for: in the finder's index, a few of the best evidenced at a time, however large the library is."""

from collections.abc import Mapping
from functools import cached_property

from django.http import QueryDict
from django.utils.http import urlencode

from cases.choices import Measured, Result
from cases.explore.here import answer
from cases.facets import ZONE_SEPARATOR
from cases.finder import Finder
from cases.search.index import library_index
from lessons.models import Element, Lesson

MOST = 15
"""Stories that one question to the index brings."""


class Shelf:
    """Stories by their cards, for a reader who said this much of where they are."""

    def __init__(self, reader: Mapping[str, str]):
        self.snapshot = library_index().snapshot()
        self.reader = {name: value for name, value in reader.items() if name in ("body", "place", "country")}
        self._near = {}
        self._likeness = {}

    def cards(self, **chosen) -> list[dict]:
        """The best evidenced stories of a state of the finder, read once for all readers."""
        key = ("audit", *sorted((name, str(value)) for name, value in chosen.items()))
        return self.snapshot.remember(key, lambda: self._cards(chosen))

    def _cards(self, chosen: Mapping) -> list[dict]:
        """The same, read now; none where the finder does not know one of the values."""
        finder = Finder(QueryDict(urlencode({**chosen, "sort": "evidence"}, doseq=True)), self.snapshot)
        return [] if finder.state.ignored else list(finder.cards(most=min(MOST, finder.total)))

    def failures(self, element: str) -> list[dict]:
        """Stories of the element that failed, or of its mirror; where there are none, mixed ones, and then failures of any element."""
        found = self.cards(element=element, result=Result.FAILED.value)
        for mirror in self.mirrors.get(element, ()):
            found = [*found, *self.cards(element=mirror, result=Result.FAILED.value)]
        return found or self.cards(element=element, result=Result.MIXED.value) or self.cards(result=Result.FAILED.value)

    def near(self, element: str) -> list[dict]:
        """Stories of the element in which the reader's kind of body takes part, and those in the reader's country."""
        if element not in self._near:
            asked = {"orgkind": self.reader.get("body"), "country": self.reader.get("country")}
            found = (self._cards({"element": element, name: value}) for name, value in asked.items() if value)
            self._near[element] = [card for cards in found for card in cards]
        return self._near[element]

    def led_together(self, element: str) -> list[dict]:
        """Stories of the element that people from several realms led."""
        zones = [zone for zone in self.snapshot.values["zone"] if ZONE_SEPARATOR in zone]
        return self.cards(element=element, zone=zones) if zones else []

    def measured(self, element: str) -> list[dict]:
        """Stories of the element with a measured outcome."""
        return self.cards(element=element, measure=Measured.OUTCOME.value)

    def doubted(self, element: str) -> list[dict]:
        """Stories whose evidence speaks against lessons of the element, or on both sides."""
        return [*self.cards(against=element), *self.cards(mixed=element)]

    def likeness(self, card: dict) -> list[str]:
        """In what the story is like the reader's place, in words."""
        if card["slug"] not in self._likeness:
            self._likeness[card["slug"]] = answer(card, self.reader).alike
        return self._likeness[card["slug"]]

    @cached_property
    def mirrors(self) -> dict[str, list[str]]:
        """For each element what mirrors it: what happens where it is missing."""
        return self.snapshot.remember("mirrors", Element.objects.mirrors)

    @cached_property
    def lessons(self) -> dict[str, list[int]]:
        """For each element its published lessons (ids)."""
        return self.snapshot.remember("lessons of elements", Lesson.objects.published().of_elements)
