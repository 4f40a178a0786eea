"""
The finder's state: what an address asks for.

`FinderState.read` takes the query string apart, forgivingly; `url`, `toggled` and `without` build every other address.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cases.addresses import finder_url
from cases.facets import FACETS
from cases.markdown import readable
from cases.search import words

TWINS = ("story-list", "story-list-json", "story-list-csv", "story-list-atom")
"""The finder and its twins, which know nothing of what another page is asked for."""

NOTHING: Mapping = MappingProxyType({})

MOST_VALUES = 50
"""Values of one facet that an address may choose."""


class Sort(TextChoices):
    """The orders of the list."""

    RELEVANCE = "relevance", _("Best match")
    EVIDENCE = "evidence", _("Most evidence")
    TITLE = "title", _("Title")
    NEWEST = "newest", _("Newest in the library")
    UPDATED = "updated", _("Last updated")


@dataclass(frozen=True)
class FinderState:
    """What an address asks for. Unknown names and values are left out, and kept in `ignored` so that the page can say so."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    ignored: tuple[str, ...] = ()
    view: Mapping[str, str] = field(default_factory=dict)
    """What the address asks of the page itself (the lens of an evidence map); it filters nothing."""

    @classmethod
    def read(
        cls,
        query: QueryDict,
        known: Mapping[str, Mapping[str, str]],
        view: Mapping[str, Collection[str] | None] = NOTHING,
    ) -> "FinderState":
        """
        The state in the query string, as far as the library knows its values.

        `view` has the page's own parameters, each with its values, or None where the page itself judges them.
        """
        state = {"words": "", "sort": "", "page": 1}
        chosen, ignored, own = {}, [], {}
        for key, texts in query.lists():
            key, texts = readable(key), list(dict.fromkeys(readable(text) for text in texts))
            if key in view:
                found = [text[: words.LONGEST] for text in texts if view[key] is None or text in view[key]][-1:]
                ignored += [f"{key}={text}" for text in texts if text and text not in found]
                if found:
                    own[key] = found[0]
            elif key == "q":
                text = " ".join(texts)[: words.LONGEST].strip()
                state["words"] = text if words.pieces(text) else ""
                ignored += [f"q={text}"] if text and not state["words"] else []
            elif key == "sort":
                state["sort"] = texts[-1] if texts[-1] in Sort.values else ""
                ignored += [f"sort={text}" for text in texts if text and text not in Sort.values]
            elif key == "page":
                number = int(texts[-1]) if texts[-1].isdecimal() and len(texts[-1]) < 8 else 0
                state["page"] = max(number, 1)
                ignored += [] if number else [f"page={texts[-1]}"]
            elif key in known:
                found = [text for text in texts if text in known[key]][:MOST_VALUES]
                ignored += [f"{key}={text}" for text in texts if text and text not in found]
                if found:
                    chosen[key] = tuple(sorted(found))
            else:
                ignored.append(f"{key}={texts[0]}" if texts[0] else key)
        chosen = {facet.key: chosen[facet.key] for facet in FACETS if facet.key in chosen}
        return cls(**state, chosen=chosen, view=own, ignored=tuple(text[:100] for text in ignored[:20]))

    def url(self, name: str = "story-list") -> str:
        """The address of this state, or of its twin of that URL name."""
        return finder_url(replace(self, view={}).parameters if name in TWINS else self.parameters, name)

    @property
    def parameters(self) -> dict[str, str | tuple[str, ...]]:
        """The state as parameters of an address; an empty one says nothing."""
        page = str(self.page) if self.page > 1 else ""
        return {"q": self.words, **self.view, **self.chosen, "sort": self.sort, "page": page}

    def narrowed_to(self, key: str, *values: str) -> "FinderState":
        """The state with these values chosen in the facet, instead of what was chosen there."""
        chosen = {**self.chosen, key: tuple(sorted(values))}
        return replace(self, chosen={facet.key: chosen[facet.key] for facet in FACETS if chosen.get(facet.key)}, page=1)

    def toggled(self, key: str, value: str) -> "FinderState":
        """The state with the value chosen, or no longer chosen."""
        return self.narrowed_to(key, *(set(self.chosen.get(key, ())) ^ {value}))

    def with_value(self, key: str, value: str) -> "FinderState":
        """The state with the value chosen, whether it is chosen already or not."""
        return self if value in self.chosen.get(key, ()) else self.toggled(key, value)

    def without(self, key: str) -> "FinderState":
        """The state without any choice in the facet."""
        return replace(self, chosen={k: v for k, v in self.chosen.items() if k != key}, page=1)

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.words or self.chosen)
