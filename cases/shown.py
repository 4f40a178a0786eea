"""What the finder shows beside its stories: facets with their values, filters in force, ways on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice

from django.utils.translation import ngettext

from cases.facets import Facet
from cases.search.counts import Counts

SHOWN = 9
"""Values of a long facet on the finder's page; the rest is behind its own search."""


@dataclass(frozen=True)
class Option:
    """A value of a facet, with the number of stories shown when it alone is chosen in its facet."""

    value: str
    label: str
    count: int
    selected: bool
    address: str | Callable[[], str]
    """Where it is toggled; built when it is asked for, because most pages show values without."""
    group: str = ""

    @property
    def url(self) -> str:
        """The address with the value chosen, or no longer chosen."""
        return self.address if isinstance(self.address, str) else self.address()

    @property
    def noun(self) -> str:
        """The word behind the count."""
        return ngettext("story", "stories", self.count)


class Options(Sequence):
    """The options of a facet in their order, each counted and made when it is asked for: a page shows a few of thousands."""

    def __init__(
        self,
        facet: Facet,
        counts: Counts,
        chosen: Sequence[str],
        label: Callable[[str], str],
        make: Callable[[str], Option],
    ):
        self.facet, self.counts, self.label, self.make = facet, counts, label, make
        self.chosen = sorted(chosen, key=self._place)

    def __bool__(self) -> bool:
        return bool(self.chosen or self.counts)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return [self.make(value) for value in self._cut(place)]
        return self.make(self.values[place])

    def __iter__(self) -> Iterator[Option]:
        return map(self.make, self.values)

    @cached_property
    def values(self) -> list[str]:
        """Every value that has a story or is chosen."""
        return sorted({*self.counts.as_dict(), *self.chosen}, key=self._place)

    @property
    def number(self) -> int | None:
        """How many there are, or None where there are too many to say at once."""
        number = self.counts.number()
        return None if number is None else number + sum(not self.counts.get(value) for value in self.chosen)

    def _place(self, value: str) -> tuple:
        if self.facet.by_value:
            return self.facet.order(value), value
        return -self.counts.get(value), self.label(value).casefold(), value

    def _cut(self, place: slice) -> list[str]:
        """The values there; the first few are found without looking at all of them."""
        if self.facet.by_value or place.start or place.step or not place.stop or place.stop < 0:
            return self.values[place]
        first = self.counts.first(place.stop, self.facet.show)
        return [*first, *(value for value in self.chosen if value not in first and not self.counts.get(value))][place]


@dataclass(frozen=True)
class FacetView:
    """A facet with its values in a state."""

    facet: Facet
    options: Sequence[Option]
    selected: Sequence[Option] = ()
    """The chosen ones, in the same order."""

    @cached_property
    def shown(self) -> list[Option]:
        """The values on the finder's page: all, or of a long facet the first and the chosen ones; in their groups."""
        found = self._first
        if len(found) == SHOWN + 4:
            found = [option for option in found if option.count][:SHOWN]
            values = {option.value for option in found}
            found += [option for option in self.selected if option.value not in values]
        return sorted(found, key=lambda option: option.group)

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """Those values under their headings; what a heading is sorted by stands in its first four letters."""
        return [(group[4:], list(options)) for group, options in groupby(self.shown, lambda option: option.group)]

    @cached_property
    def number(self) -> int | None:
        """How many values there are, or None where there are too many to say at once."""
        return self.options.number if isinstance(self.options, Options) else len(self.options)

    @property
    def more(self) -> bool:
        """Whether the finder's page leaves out any value."""
        return len(self._first) == SHOWN + 4 and self.number != len(self.shown)

    @cached_property
    def _first(self) -> list[Option]:
        """The first values: one more than the page shows of a facet with few."""
        return self.options[: SHOWN + 4]

    def matching(self, text: str, most: int) -> list[Option]:
        """The first values whose label has a word that starts with each word of `text`."""
        if not (wanted := text.casefold().split()):
            return self.options[:most]

        def matches(option: Option) -> bool:
            found = option.label.casefold().split()
            return all(any(word.startswith(part) for word in found) for part in wanted)

        return list(islice(filter(matches, self.options), most))


@dataclass(frozen=True)
class Chip:
    """A filter in force, with the address that takes it away."""

    label: str
    url: str


@dataclass(frozen=True)
class Step:
    """A way out of an empty list: an address, and how many stories it shows."""

    label: str
    url: str
    count: int
