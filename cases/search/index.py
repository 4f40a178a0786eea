"""
The index on this machine: opened, kept fresh, thrown away and built again.

Freshness costs one small query: `LibraryIndex.snapshot` compares the library's generation with the one that the index was committed at, and
applies what changed in between before it answers. One process at a time writes (a lock on a file, which a killed process lets go); the
others reload. The generation is a document of the index, so it is committed together with the stories or not at all.
"""

import fcntl
import logging
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock

import tantivy
from django.conf import settings
from tantivy import Document, Query, Searcher

from cases.facets import FACETS
from cases.models import Change
from cases.search import changes
from cases.search.documents import LABEL, documents
from cases.search.schema import STEMMED, UNSTEMMED, analyser, build_schema, fingerprint

logger = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that a reader waits for another process to write before it answers from what it has."""

ALL_VALUES = 65_000
"""More values than any facet has: counts are exact."""

SMALL_HEAP, LARGE_HEAP = 15_000_000, 256_000_000
"""Bytes of memory for a writer: of a few stories, of many."""


class IndexUnavailable(Exception):
    """There is no index to answer from, and none could be built in time."""


@dataclass
class Snapshot:
    """The index as it stood at a generation."""

    searcher: Searcher
    generation: tuple[int, str] | None

    @cached_property
    def values(self) -> dict[str, dict[str, str]]:
        """Every value of every facet that any story has, with its label."""
        wanted = {f.key: {"terms": {"field": f"l_{f.key}", "size": ALL_VALUES}} for f in FACETS}
        found = self.searcher.aggregate(Query.all_query(), wanted)
        return {
            facet.key: dict(bucket["key"].split(LABEL, 1) for bucket in found[facet.key]["buckets"]) for facet in FACETS
        }


class LibraryIndex:
    """The index in a folder. One object a process is enough; it may be used from many threads."""

    def __init__(self, folder: Path):
        self.folder = folder / fingerprint()
        self.lock_file = folder / f"{fingerprint()}.lock"
        self.schema = build_schema()
        self._threads = RLock()
        self._index = None
        self._files = None
        self._snapshot = None

    def snapshot(self) -> Snapshot:
        """The index as fresh as the database, or IndexUnavailable."""
        generation = changes.current()
        with self._threads:
            if self._current(generation):
                return self._snapshot
            self._reload()
            if self._current(generation):
                return self._snapshot
            wait = PATIENCE if self._snapshot and self._snapshot.generation else 600
            with self._writing(wait) as free:
                if free:
                    self._reload()
                    if not self._current(changes.current()):
                        self.catch_up()
                elif not self._snapshot or not self._snapshot.generation:
                    raise IndexUnavailable("Another process is building the index and has not finished.")
                else:
                    logger.warning("Another process is writing the index; answering from generation %s.", self._snapshot.generation)
            return self._snapshot

    def rebuild(self, progress: Callable[[Iterator[Document]], Iterator[Document]] = iter) -> int:
        """Throw the index away and build it from the database; answers how many stories it holds."""
        with self._threads, self._writing(600) as free:
            if not free:
                raise IndexUnavailable("Another process has been writing the index for ten minutes.")
            shutil.rmtree(self.folder, ignore_errors=True)
            self._snapshot = None
            self._reload()
            self._write(changes.current(), None, progress)
            return self._snapshot.searcher.num_docs - 1

    def catch_up(self) -> None:
        """Apply what changed since the index was committed, or build all of it; the caller holds the lock."""
        generation = changes.current()
        since = self._snapshot.generation if self._snapshot else None
        if since is None or not Change.objects.filter(number=since[0], stamp=since[1]).exists():
            self._write(generation, None)
            return
        ids = set(Change.objects.filter(number__gt=since[0]).values_list("story_id", flat=True))
        self._write(generation, None if None in ids else sorted(ids))

    def _current(self, generation: tuple[int, str]) -> bool:
        return self._snapshot is not None and self._snapshot.generation == generation and self._files == self._stat()

    def _stat(self) -> tuple[int, int] | None:
        try:
            found = (self.folder / "meta.json").stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_ino

    def _reload(self) -> None:
        """See what is on the disk now; what cannot be read is thrown away."""
        files = self._stat()
        try:
            if self._index is None or files is None or self._snapshot is None:
                self._open()
            self._index.reload()
            searcher = self._index.searcher()
            self._snapshot = Snapshot(searcher, self._generation_of(searcher))
        except (ValueError, OSError) as error:
            logger.warning("The index in %s cannot be read (%s); it is built anew.", self.folder, error)
            shutil.rmtree(self.folder, ignore_errors=True)
            self._open()
            self._snapshot = Snapshot(self._index.searcher(), None)
        self._files = self._stat()

    def _open(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self.schema, path=str(self.folder), reuse=True)
        self._index.register_tokenizer(STEMMED, analyser(stemmed=True))
        self._index.register_tokenizer(UNSTEMMED, analyser(stemmed=False))
        self._index.config_reader("manual")

    def _generation_of(self, searcher: Searcher) -> tuple[int, str] | None:
        hits = searcher.search(Query.term_query(self.schema, "kind", "generation"), 1, count=False).hits
        if not hits:
            return None
        number, stamp = searcher.doc(hits[0][1]).get_first("generation").split("-")
        return int(number), stamp

    def _write(self, generation, ids, progress=iter) -> None:
        """Bring these stories (None: all) up to date and commit them with the generation."""
        many = ids is None or len(ids) > 500
        writer = self._index.writer(LARGE_HEAP if many else SMALL_HEAP, num_threads=0 if many else 1)
        if ids is None:
            writer.delete_all_documents()
        else:
            writer.delete_documents_by_term("kind", "generation")
            for id in ids:
                writer.delete_documents_by_term("story", id)
        for found in progress(documents(ids)):
            writer.add_document(found)
        mark = Document()
        mark.add_text("kind", "generation")
        mark.add_text("generation", f"{generation[0]}-{generation[1]}")
        writer.add_document(mark)
        writer.commit()
        writer.wait_merging_threads()
        self._reload()

    @contextmanager
    def _writing(self, patience: float) -> Iterator[bool]:
        """Hold the lock on writing; yields False where another process kept it for `patience` seconds."""
        self.lock_file.parent.mkdir(parents=True, exist_ok=True)
        with self.lock_file.open("w") as file:
            deadline = time.monotonic() + patience
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        yield False
                        return
                    time.sleep(0.01)
                else:
                    break
            yield True


_indexes: dict[Path, LibraryIndex] = {}


def library_index() -> LibraryIndex:
    """This process's index, in settings.INDEX_DIR."""
    folder = Path(settings.INDEX_DIR)
    if folder not in _indexes:
        _indexes[folder] = LibraryIndex(folder)
    return _indexes[folder]
