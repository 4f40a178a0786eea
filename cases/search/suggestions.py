"""What a reader may mean while still typing: stories by title, and values of facets by name."""

import json
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from tantivy import Occur, Query

from cases.addresses import finder_url
from cases.facets import FACETS
from cases.search.index import Snapshot, library_index
from cases.search.schema import analyser

SUGGESTED = ("element", "lesson", "leader", "organisation", "place", "policy", "tag")
MOST_STORIES, MOST_VALUES = 5, 6


@dataclass(frozen=True)
class Suggestion:
    """A way on: its label, what kind of thing it is, and its address."""

    label: str
    kind: str
    url: str


def suggest(query: QueryDict) -> list[Suggestion]:
    """The stories whose title, and the facet values whose name, has words that start as those typed (`q`) do."""
    terms = analyser(stemmed=False).analyze(" ".join(query.getlist("q"))[:100])
    if not terms or len("".join(terms)) < 2:
        return []
    index = library_index()
    snapshot = index.snapshot()
    return [*_values(snapshot, terms), *_stories(index.schema, snapshot, terms)]


def _stories(schema, snapshot: Snapshot, terms: list[str]) -> list[Suggestion]:
    clauses = [(Occur.Must, Query.regex_query(schema, "title_words", f"{term}.*")) for term in terms]
    hits = snapshot.searcher.search(Query.boolean_query(clauses), MOST_STORIES, count=False).hits
    cards = [json.loads(snapshot.searcher.doc(address).get_first("card")) for _score, address in hits]
    return [Suggestion(card["title"], gettext("Story"), reverse("story-page", args=[card["slug"]])) for card in cards]


def _values(snapshot: Snapshot, terms: list[str]) -> list[Suggestion]:
    found = []
    for facet in FACETS:
        if facet.key not in SUGGESTED:
            continue
        for value, raw in snapshot.values[facet.key].items():
            label = facet.show(value, raw)
            starts = label.casefold().replace("-", " ").split()
            if all(any(word.startswith(term) for word in starts) for term in terms):
                rank = (not label.casefold().startswith(terms[0]), len(label))
                found.append((rank, Suggestion(label, str(facet.label), finder_url({facet.key: [value]}))))
    return [suggestion for _rank, suggestion in sorted(found, key=lambda pair: pair[0])[:MOST_VALUES]]
