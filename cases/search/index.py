"""
The index on this machine: opened, kept fresh, thrown away and built again.

Freshness costs one small query: `LibraryIndex.snapshot` compares the library's generation with the one that the index was committed at, and
applies what changed in between before it answers. One process at a time writes (a lock on a file, which a killed process lets go); the
others reload. Only who holds the lock makes or deletes anything in the folder. The generation is a document of the index, so it is
committed together with the stories or not at all.
"""

import logging
import os
import shutil
import time
from pathlib import Path
from threading import RLock, Thread
from typing import IO

import tantivy
from django.conf import settings

from cases import replica
from cases.models import Change
from cases.search import changes
from cases.search.lock import WriteLock
from cases.search.schema import STEMMED, UNSTEMMED, analyser, build_schema, fingerprint
from cases.search.sets_file import file_of
from cases.search.snapshot import Mark, Snapshot, sets_after
from cases.search.writing import MANY, Progress, renew_sets, write_all, write_some, writer_for

logger = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that a reader waits for another to write before it answers from what it has."""

BUILDING = 600
"""Seconds that a reader waits where there is nothing to answer from."""

ATTEMPTS = 3
"""How often a change is applied to an index that somebody deletes or spoils meanwhile; the last time it is built anew."""

REST = 5.0
"""Seconds without another attempt after all of them have failed (the disk is full, say)."""

MERGING = 8
"""From so many parts on, the engine may merge them when something is written."""


class IndexUnavailable(Exception):
    """There is no index to answer from, and none could be built in time."""


class LibraryIndex:
    """The index in a folder. One object a process is enough; it may be used from many threads."""

    def __init__(self, folder: Path):
        self.folder = folder / fingerprint()
        self._lock = WriteLock(folder / f"{fingerprint()}.lock")
        self.schema = build_schema()
        self._threads = RLock()
        self._index: tantivy.Index | None = None
        self._snapshot: Snapshot | None = None
        self._waited_for: tuple[int, str] | None = None
        self._failed_at = -REST

    def snapshot(self) -> Snapshot:
        """The index as fresh as the database, or IndexUnavailable."""
        if (moment := changes.moment()) and self._current(moment.generation):
            return self._snapshot
        found = self._as_fresh_as(changes.current())
        if moment:
            moment.kept = moment.kept and found.generation == moment.generation
        return found

    def _as_fresh_as(self, generation: tuple[int, str]) -> Snapshot:
        if self._current(generation):
            return self._snapshot
        patience = self._patience(generation)
        if not self._threads.acquire(timeout=patience):
            return self._as_it_stands(generation)
        try:
            return self._refreshed(generation, patience)
        finally:
            self._threads.release()

    def rebuild(self, progress: Progress = iter) -> int:
        """Build the index anew from the database; answers how many stories it holds."""
        with self._threads, self._lock.held(BUILDING) as lock:
            if not lock:
                raise IndexUnavailable("Another process has been writing the index for ten minutes.")
            moment = changes.now()
            with replica.reading(moment.database):
                self._write(lock, self._opened_to_write(), moment.generation, None, progress)
            return self._snapshot.size

    def _refreshed(self, generation: tuple[int, str], patience: float) -> Snapshot:
        """The index with everything applied that the database holds. The caller holds the lock on threads."""
        if self._snapshot and time.monotonic() < self._failed_at + REST:
            return self._as_it_stands(generation)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                self._reload()
                if self._current(generation):
                    return self._snapshot
                with self._lock.held(patience) as lock:
                    if not lock:
                        return self._as_it_stands(generation)
                    self._reload()
                    if not self._current(changes.current()):
                        self.catch_up(lock, anew=attempt == ATTEMPTS)
                    return self._snapshot
            except (ValueError, OSError) as error:
                # The folder was deleted or spoilt while it was written, or the disk is full.
                logger.warning("The index in %s could not be brought up to date: %s", self.folder, error)
        logger.error("The index in %s cannot be written; it stays as it was.", self.folder)
        self._failed_at = time.monotonic()
        return self._as_it_stands(generation)

    def _as_it_stands(self, generation: tuple[int, str]) -> Snapshot:
        """What there is to answer from, where it could not be brought up to date."""
        if self._snapshot is None:
            raise IndexUnavailable(
                "The index is being built by another process and is not finished, or it cannot be written."
            )
        self._waited_for = generation
        logger.warning("The index is at generation %s, the library at %s.", self._snapshot.generation[0], generation[0])
        return self._snapshot

    def _patience(self, generation: tuple[int, str]) -> float:
        """How long to wait for others: not twice for the same generation, so that a long build stops nobody."""
        if self._snapshot is None:
            return BUILDING
        return 0 if self._waited_for == generation else PATIENCE

    def catch_up(self, lock: IO, anew: bool = False) -> None:
        """Apply what changed since the index was committed, or build all of it; the caller holds the lock on writing."""
        moment = changes.now()
        with replica.reading(moment.database):
            self._catch_up(lock, moment.generation, anew)

    def _catch_up(self, lock: IO, generation: tuple[int, str], anew: bool) -> None:
        if anew:
            shutil.rmtree(self.folder, ignore_errors=True)
        index = self._opened_to_write()
        # Of the index that is written, not of the snapshot: the folder may have been deleted since that was read.
        since = Mark.of(index.searcher(), self.schema)
        known = since and Change.objects.filter(number=since.generation[0], stamp=since.generation[1]).exists()
        if not known or not file_of(self.folder, since.sets).exists():
            self._write(lock, index, generation, None)
            return
        ids = set(Change.objects.filter(number__gt=since.generation[0]).values_list("story_id", flat=True))
        self._write(lock, index, generation, None if None in ids else sorted(ids))

    def _current(self, generation: tuple[int, str]) -> bool:
        found = self._snapshot
        return found is not None and found.generation == generation and found.files == self._files()

    def _files(self) -> tuple[int, ...] | None:
        try:
            found = (self.folder / "meta.json").stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _reload(self) -> None:
        """See what is on the disk now. Where that is nothing, or cannot be read, the snapshot stays as it was and is not current."""
        files = self._files()
        if files is None:
            return
        try:
            self._index = self._index or self._opened()
            self._index.reload()
            searcher = self._index.searcher()
            mark = Mark.of(searcher, self.schema)
            sets = mark and sets_after(self.folder, searcher, self.schema, mark, self._snapshot)
        except (ValueError, OSError, KeyError) as error:
            logger.warning("The index in %s cannot be read: %s", self.folder, error)
            self._index = None
            return
        if mark:
            known = self._snapshot.remembered if self._snapshot and self._snapshot.mark == mark else {}
            self._snapshot = Snapshot(searcher, self.schema, mark, sets, files, known)

    def _opened(self) -> tantivy.Index:
        index = tantivy.Index(self.schema, path=str(self.folder), reuse=True)
        index.register_tokenizer(STEMMED, analyser(stemmed=True))
        index.register_tokenizer(UNSTEMMED, analyser(stemmed=False))
        index.config_reader("manual")
        return index

    def _opened_to_write(self) -> tantivy.Index:
        """
        The index, empty where there was none that could be read; the caller holds the lock on writing.

        It is opened anew for each writing, because it knows only the files that were there when it was opened, and clears away no others.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            return self._opened()
        except (ValueError, OSError) as error:
            logger.warning("The index in %s cannot be read (%s); it is built anew.", self.folder, error)
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True, exist_ok=True)
            return self._opened()

    def _write(self, lock: IO, index: tantivy.Index, generation, ids, progress: Progress = iter) -> None:
        """Bring these stories (None: all) up to date and commit them with the generation."""
        self._index = index
        writer = writer_for(index, ids)
        try:
            # What a killed process has left half-written goes, or the engine stumbles over a file of the same name.
            writer.garbage_collect_files()
            if ids is None:
                write_all(writer, self.folder, generation, progress)
            else:
                write_some(writer, index, self.folder, generation, ids)
            writer.commit()
            self._reload()
            if self._snapshot is None or self._snapshot.generation != generation:
                raise OSError("What was written is not there any more.")
            renew_sets(self.folder, self._snapshot)
        except BaseException:
            writer.wait_merging_threads()
            raise
        if ids is not None and len(ids) <= MANY and self._snapshot.searcher.num_segments >= MERGING:
            # Nobody waits for a merge: what was written is found already. The lock is kept until it is done.
            Thread(target=merged, args=(writer, os.dup(lock.fileno()))).start()
        else:
            writer.wait_merging_threads()
            self._reload()


def merged(writer: tantivy.IndexWriter, lock: int) -> None:
    """Wait until the engine has merged what it merges, then let go of the lock (a file descriptor)."""
    try:
        writer.wait_merging_threads()
    except (ValueError, OSError) as error:
        logger.warning("The parts of the index could not be merged: %s", error)
    finally:
        os.close(lock)


_indexes: dict[Path, LibraryIndex] = {}


# A forked process begins with none: it must not share locks and files with the one that it came from.
os.register_at_fork(after_in_child=_indexes.clear)


def library_index() -> LibraryIndex:
    """This process's index, in settings.INDEX_DIR."""
    folder = Path(settings.INDEX_DIR)
    if folder not in _indexes:
        _indexes[folder] = LibraryIndex(folder)
    return _indexes[folder]
