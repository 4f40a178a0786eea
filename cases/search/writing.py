"""Writing the index: stories in, marks on, sets beside it. Only who holds the lock calls this."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import tantivy
from django.conf import settings
from django.utils import translation
from tantivy import Query

from cases.facets import FACETS
from cases.models.generation import new_stamp
from cases.search.documents import Entry, entries
from cases.search.sets import SetsBuilder
from cases.search.sets_file import file_of, write_sets
from cases.search.snapshot import Mark, Snapshot

SMALL_HEAP, LARGE_HEAP = 15_000_000, 256_000_000
"""Bytes of memory for a writer: of a few stories, of many."""

MANY = 500
"""From so many stories on, all threads write."""

RENEWED = 1000
"""After so many changed stories the sets are written anew, so that nobody has to follow more."""

Progress = Callable[[Iterator[Entry]], Iterator[Entry]]


def writer_for(index: tantivy.Index, ids: Sequence[int] | None) -> tantivy.IndexWriter:
    """A writer for these stories (None: all)."""
    many = ids is None or len(ids) > MANY
    return index.writer(LARGE_HEAP if many else SMALL_HEAP, num_threads=0 if many else 1)


def write_all(writer: tantivy.IndexWriter, folder: Path, generation: tuple[int, str], progress: Progress) -> None:
    """Write every story anew, the sets of all of them, and the mark."""
    writer.delete_all_documents()
    builder = SetsBuilder([facet.key for facet in FACETS])
    # In the library's language, whoever's request this is.
    with translation.override(settings.LANGUAGE_CODE):
        for place, entry in enumerate(progress(entries())):
            builder.add(place, entry.values)
            writer.add_document(entry.at(place))
    mark = Mark(generation, new_stamp(), (), builder.places)
    write_sets(file_of(folder, mark.sets), builder.done())
    writer.add_document(mark.document())


def write_some(
    writer: tantivy.IndexWriter, index: tantivy.Index, folder: Path, generation: tuple[int, str], ids: Sequence[int]
) -> None:
    """Bring these stories up to date, and the mark."""
    searcher, schema = index.searcher(), index.schema
    mark = Mark.of(searcher, schema)
    # Whoever wrote last may have written the sets, too.
    fresh = file_of(folder, mark.renewed).exists()
    base, since, places = (mark.renewed, (), mark.places) if fresh else (mark.sets, mark.since, mark.places)
    held = {}
    for pk in ids:
        for _score, address in searcher.search(Query.term_query(schema, "story", pk), 1, count=False).hits:
            held[pk] = searcher.doc(address).get_first("place")
        # By query: by term, the engine takes the number for a signed one and finds nothing.
        writer.delete_documents_by_query(Query.term_query(schema, "story", pk))
    writer.delete_documents_by_term("kind", "generation")
    changed = dict.fromkeys(held.values())
    with translation.override(settings.LANGUAGE_CODE):
        for entry in entries(ids):
            place = held.get(entry.story, places)
            places = max(places, place + 1)
            changed[place] = None
            writer.add_document(entry.at(place))
    writer.add_document(Mark(generation, base, (*since, *changed), places).document())


def renew_sets(folder: Path, snapshot: Snapshot) -> None:
    """Write the sets of the snapshot where many stories have changed since they were written, and delete what nobody reads any more."""
    if len(snapshot.mark.since) > RENEWED:
        write_sets(file_of(folder, snapshot.mark.renewed), snapshot.sets)
    kept = {file_of(folder, snapshot.mark.renewed), file_of(folder, snapshot.mark.sets)}
    for file in folder.glob("sets-*"):
        if file not in kept:
            file.unlink(missing_ok=True)
