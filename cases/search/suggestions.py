"""What a reader may mean while still typing: stories by title, and values of facets by name."""

import json
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import islice

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language, gettext
from tantivy import Occur, Query

from cases.facets import FACETS, Facet
from cases.search.index import Snapshot, library_index
from cases.search.schema import analyser
from cases.state import FinderState

SUGGESTED = ("element", "lesson", "leader", "organisation", "place", "policy", "tag")
MOST_STORIES, MOST_VALUES = 5, 6


@dataclass(frozen=True)
class Suggestion:
    """A way on: its label, what kind of thing it is, and its address."""

    label: str
    kind: str
    url: str


def suggest(query: QueryDict) -> list[Suggestion]:
    """The stories whose title, and the facet values whose name, has words that start as those typed (`q`) do.

    A value is added to the filters in force, in the place of the words.
    """
    terms = analyser(stemmed=False).analyze(" ".join(query.getlist("q"))[:100])
    if not terms or len("".join(terms)) < 2:
        return []
    index = library_index()
    snapshot = index.snapshot()
    state = replace(FinderState.read(query, snapshot.values), words="", page=1)
    return [*_values(snapshot, terms, state), *_stories(index.schema, snapshot, terms)]


def _stories(schema, snapshot: Snapshot, terms: list[str]) -> list[Suggestion]:
    clauses = [(Occur.Must, Query.regex_query(schema, "title_words", f"{term}.*")) for term in terms]
    hits = snapshot.searcher.search(Query.boolean_query(clauses), MOST_STORIES, count=False).hits
    cards = [json.loads(snapshot.searcher.doc(address).get_first("card")) for _score, address in hits]
    return [Suggestion(card["title"], gettext("Story"), reverse("story-page", args=[card["slug"]])) for card in cards]


@dataclass(frozen=True)
class Names:
    """The names of all values that may be suggested, by the words in them."""

    values: list[tuple[Facet, str, str]]
    """Facet, value and label, the shortest label first."""
    words: list[tuple[str, int]]
    """Each word of a label with the place of its value, in the order of the alphabet."""

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Names":
        """The names in the reader's language."""
        facets = [facet for facet in FACETS if facet.key in SUGGESTED]
        values = [(f, value, f.show(value, raw)) for f in facets for value, raw in snapshot.values[f.key].items()]
        values.sort(key=lambda named: len(named[2]))
        words = {(word, place) for place, named in enumerate(values) for word in words_of(named[2])}
        return cls(values, sorted(words))

    def places(self, start: str) -> set[int]:
        """The places of the values with a word that starts so."""
        found = set()
        for word, place in islice(self.words, bisect_left(self.words, (start, 0)), None):
            if not word.startswith(start):
                break
            found.add(place)
        return found


def words_of(label: str) -> list[str]:
    """The words of a label, as they are compared with what is typed."""
    return label.casefold().replace("-", " ").split()


def _values(snapshot: Snapshot, terms: list[str], state: FinderState) -> list[Suggestion]:
    known, language = snapshot.sets.named, ("names", get_language())
    names = known[language] = known.get(language) or Names.of(snapshot)
    found = [names.values[place] for place in sorted(set.intersection(*map(names.places, terms)))]
    found.sort(key=lambda named: not named[2].casefold().startswith(terms[0]))
    return [
        Suggestion(label, str(f.label), state.with_value(f.key, value).url()) for f, value, label in found[:MOST_VALUES]
    ]
