"""Stories that share the most, and the rarest, with a story."""

import json

from tantivy import Occur, Query

from cases.search.index import library_index

# What a shared value of a facet is worth beside a shared tag; a rare value counts for more by itself.
SHARED = {"lesson": 2.0, "element": 0.4, "policy": 2.0, "tag": 1.5, "orgkind": 0.5, "zone": 0.6, "driver": 0.4}
MOST = 4


def similar_stories(slug: str) -> list[dict]:
    """The cards of the stories most like the published story `slug`, with how many lessons each shares (`shared_lessons`)."""
    index = library_index()
    snapshot = index.snapshot()
    schema, searcher = index.schema, snapshot.searcher
    hits = searcher.search(Query.term_query(schema, "slug", slug), 1, count=False).hits
    if not hits:
        return []
    values = json.loads(searcher.doc(hits[0][1]).get_first("card"))["values"]
    wanted = [
        (Occur.Should, Query.boost_query(Query.term_query(schema, f"f_{key}", value), worth))
        for key, worth in SHARED.items()
        for value, _label in values.get(key, [])
    ]
    if not wanted:
        return []
    others = (Occur.MustNot, Query.term_query(schema, "slug", slug))
    found = searcher.search(Query.boolean_query([*wanted, others]), MOST, count=False).hits
    cards = [json.loads(searcher.doc(address).get_first("card")) for _score, address in found]
    own = {value for value, _label in values.get("lesson", [])}
    for card in cards:
        card["shared_lessons"] = len(own & {value for value, _label in card["values"].get("lesson", [])})
    return cards
