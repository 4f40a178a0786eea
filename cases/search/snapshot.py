"""The index as it stood at a generation: what every answer of a request is read from."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tantivy import Document, Query, Schema, Searcher

from cases.search.documents import BLOCK
from cases.search.sets import StorySets, Values
from cases.search.sets_file import file_of, read_sets


@dataclass(frozen=True)
class Mark:
    """What the index says of itself: its generation, and from which file and by which changes its sets follow."""

    generation: tuple[int, str]
    sets: str
    """The name of the file of sets that it stands on."""
    since: tuple[int, ...] = ()
    """The places of the stories that have changed since that was written, in their order."""
    places: int = 0
    """The first place that no story has had yet."""

    @property
    def renewed(self) -> str:
        """The name of the file that holds the sets as they are now, where somebody has written it."""
        return hashlib.sha256(f"{self.sets} {len(self.since)}".encode()).hexdigest()[:32]

    def document(self) -> Document:
        """The mark as a document of the index, so that it is committed together with the stories or not at all."""
        held = {"generation": self.generation, "sets": self.sets, "since": self.since, "places": self.places}
        return Document(kind="generation", card=json.dumps(held).encode())

    @classmethod
    def of(cls, searcher: Searcher, schema: Schema) -> "Mark | None":
        """The mark of the index, or None where it has never been committed."""
        hits = searcher.search(Query.term_query(schema, "kind", "generation"), 1, count=False).hits
        if not hits:
            return None
        held = json.loads(searcher.doc(hits[0][1]).get_first("card"))
        return cls(tuple(held["generation"]), held["sets"], tuple(held["since"]), held["places"])


@dataclass(frozen=True)
class Snapshot:
    """The index as it stood at a generation."""

    searcher: Searcher
    schema: Schema
    mark: Mark
    sets: StorySets
    files: tuple[int, ...] | None = None
    """Which files it was read from."""
    remembered: dict[Any, Any] = field(default_factory=dict)
    """What was found out about this generation; it cannot change any more."""

    @property
    def generation(self) -> tuple[int, str]:
        """The library's generation."""
        return self.mark.generation

    @property
    def values(self) -> dict[str, dict[str, str]]:
        """Every value of every facet that any story has, with its label."""
        return self.sets.labels

    def remember(self, key: Any, find_out: Callable[[], Any]) -> Any:
        """What `find_out` answers, asked once a generation. Only for what depends on the index and nothing else."""
        if key not in self.remembered:
            self.remembered[key] = find_out()
        return self.remembered[key]

    def stories(self, query: Query) -> int:
        """
        The stories that the query finds, as bits.

        The engine tells the sums of a few thousand groups far sooner than a hundred thousand hits; and a sum of powers of two is a set.
        """
        wanted = {
            "blocks": {
                "histogram": {"field": "place", "interval": BLOCK, "min_doc_count": 1},
                "aggs": {"bits": {"sum": {"field": "bit"}}},
            }
        }
        width = BLOCK // 8
        blocks = self.searcher.aggregate(query, wanted)["blocks"]["buckets"]
        found = bytearray(-(-self.sets.places // BLOCK) * width)
        for block in blocks:
            start = int(block["key"]) // BLOCK * width
            found[start : start + width] = int(block["bits"]["value"]).to_bytes(width, "little")
        return int.from_bytes(found, "little")

    @cached_property
    def size(self) -> int:
        """How many stories it holds."""
        return self.searcher.num_docs - 1


def sets_after(folder: Path, searcher: Searcher, schema: Schema, mark: Mark, known: Snapshot | None) -> StorySets:
    """The sets of the index that has the mark: those of the snapshot before, or of the file, after what has changed since."""
    if known and known.mark == mark:
        return known.sets
    count = len(known.mark.since) if known else 0
    if known and (known.mark.sets, known.mark.since) == (mark.sets, mark.since[:count]):
        changed = dict.fromkeys(mark.since[count:])
        before = values_at(known.searcher, schema, changed)
        sets = known.sets
    else:
        changed, before = dict.fromkeys(mark.since), {}
        sets = read_sets(file_of(folder, mark.sets)).without(list(changed))
    now = values_at(searcher, schema, changed)
    return sets.after((place, before.get(place, {}), now.get(place, {})) for place in changed)


def values_at(searcher: Searcher, schema: Schema, places) -> dict[int, Values]:
    """The values of the stories in these places, by place, of those that are there."""
    found = {}
    for place in places:
        for _score, address in searcher.search(Query.term_query(schema, "place", place), 1, count=False).hits:
            card = json.loads(searcher.doc(address).get_first("card"))
            found[place] = card["values"] | card["tallies"]
    return found
