"""What the finder shows beside its stories: facets with their values, filters in force, ways on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.utils.translation import ngettext

from cases.facets import Facet

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
    """The options of a facet in their order, each made when it is asked for: a page shows a few of thousands."""

    def __init__(self, values: list[str], make: Callable[[str], Option]):
        self.values, self.make = values, make

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return [self.make(value) for value in self.values[place]]
        return self.make(self.values[place])

    def __iter__(self) -> Iterator[Option]:
        return map(self.make, self.values)


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
        if len(self.options) <= SHOWN + 3:
            return sorted(self.options, key=lambda option: option.group)
        first = list(islice((option for option in self.options if option.count), SHOWN))
        values = {option.value for option in first}
        return sorted([*first, *(o for o in self.selected if o.value not in values)], key=lambda option: option.group)

    @property
    def more(self) -> int:
        """How many values the finder's page leaves out."""
        return len(self.options) - len(self.shown)

    def matching(self, text: str) -> list[Option]:
        """The values whose label has a word that starts with each word of `text`."""
        wanted = text.casefold().split()
        return [
            o
            for o in self.options
            if all(any(w.startswith(part) for w in o.label.casefold().split()) for part in wanted)
        ]


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
