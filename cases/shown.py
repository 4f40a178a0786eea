"""What the finder shows beside its stories: facets with their values, filters in force, ways on."""

from dataclasses import dataclass

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
    url: str
    group: str = ""


@dataclass(frozen=True)
class FacetView:
    """A facet with its values in a state."""

    facet: Facet
    options: list[Option]

    @property
    def shown(self) -> list[Option]:
        """The values on the finder's page: all, or of a long facet the first and the chosen ones; in their groups."""
        first = [option for option in self.options if option.count][:SHOWN] if len(self.options) > SHOWN + 3 else self.options
        shown = [option for option in self.options if option.selected or option in first]
        return sorted(shown, key=lambda option: option.group)

    @property
    def more(self) -> int:
        """How many values the finder's page leaves out."""
        return len(self.options) - len(self.shown)

    def matching(self, text: str) -> list[Option]:
        """The values whose label has a word that starts with each word of `text`."""
        wanted = text.casefold().split()
        return [o for o in self.options if all(any(w.startswith(part) for w in o.label.casefold().split()) for part in wanted)]

    @property
    def selected(self) -> list[Option]:
        """The chosen values."""
        return [option for option in self.options if option.selected]


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
