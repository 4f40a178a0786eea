"""
The finder over chosen stories only, in the order in which somebody put them: inside a collection.

Which stories these are comes from who chose them, not from the index, so that a draft can be previewed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext
from tantivy import Query

from cases.addresses import finder_url
from cases.facets import Facet
from cases.finder import Finder
from cases.models import Collection
from cases.search.snapshot import Snapshot
from cases.state import FinderState

FACET = "collection"


@dataclass(frozen=True)
class CollectionState(FinderState):
    """The state of the finder on a collection's page: its own address, as long as the collection is what is chosen."""

    @classmethod
    def within(cls, slug: str, state: FinderState) -> "CollectionState":
        """The state inside the collection of that slug."""
        found = cls(**{field.name: getattr(state, field.name) for field in fields(state)})
        return replace(found, chosen={**state.chosen, FACET: (slug,)})

    def url(self, name: str = "story-list") -> str:
        """On the collection's page; its twins, and what leaves the collection, are the whole finder's."""
        inside = self.chosen.get(FACET)
        if name != "story-list" or not inside:
            return super().url(name)
        return finder_url({**self.parameters, FACET: ""}, "collection-page", inside[0])


class OrderedFinder(Finder):
    """The finder over the stories of these slugs, in this order where no other is asked for."""

    usual_sort = ""

    def __init__(self, query: QueryDict, slugs: Sequence[str], snapshot: Snapshot | None = None):
        self.slugs = list(slugs)
        super().__init__(query, snapshot)

    def _these(self) -> Query:
        return Query.term_set_query(self.index.schema, "slug", self.slugs)

    def _documents(self, sort: str, size: int, start: int, query: Query | None = None) -> list:
        if sort:
            return super()._documents(sort, size, start, query)
        found = super()._documents(sort, max(len(self.slugs), 1), 0, query)
        places = {slug: place for place, slug in enumerate(self.slugs)}
        found.sort(key=lambda document: places[document.get_first("slug")])
        return found[start : start + size]


class CollectionFinder(OrderedFinder):
    """The finder inside a collection; each card carries the editor's `note`."""

    def __init__(self, query: QueryDict, collection: Collection, snapshot: Snapshot | None = None):
        self.collection = collection
        self.notes: Mapping[str, str] = collection.notes
        super().__init__(query, list(self.notes), snapshot)

    @cached_property
    def results(self) -> list[dict]:
        """The cards of this page, each with its note."""
        return [{**card, "note": self.notes[card["slug"]]} for card in super().results]

    @property
    def start_url(self) -> str:
        """The collection as it stands."""
        return self.collection.get_absolute_url()

    @property
    def sorts(self) -> list[tuple[str, str]]:
        """The curator's order, and those of the finder."""
        return [(self.usual_sort, gettext("As the curator put them")), *super().sorts]

    def _read(self, query: QueryDict, view: Mapping[str, Iterable[str]]) -> FinderState:
        known = {key: values for key, values in self.snapshot.values.items() if key != FACET}
        return CollectionState.within(self.collection.slug, FinderState.read(query, known, view))

    @property
    def _facets(self) -> list[Facet]:
        return [facet for facet in super()._facets if facet.key != FACET]

    def _chosen(self, key: str, values: Sequence[str]) -> Query:
        return self._these() if key == FACET else super()._chosen(key, values)

    def _having(self, key: str, values: Sequence[str]) -> int:
        return self.snapshot.stories(self._these()) if key == FACET else super()._having(key, values)
