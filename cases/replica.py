"""
Reading from a copy of the database that another server keeps (a streaming replica), where there is one.

What is the same for everybody is read from the copy, as long as that is of the same generation and edition as the database itself.
Everything else (the desk, whoever is signed in, every write) goes to the database itself, so that nobody misses what they have just
written. While the database itself is away, readers go on with the copy.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections

logger = logging.getLogger(__name__)

REPLICA = "replica"
AWAY = (OperationalError, InterfaceError)
"""What a database that is away raises."""

REST = 2.0
"""Seconds for which a database that did not answer is not asked again, where another can be."""

_reading: ContextVar[str] = ContextVar("reading", default=DEFAULT_DB_ALIAS)
_away_since: dict[str, float] = {}


class ReplicaRouter:
    """Sends reads to where the page reads from, and everything else to the database itself."""

    def db_for_read(self, model, **hints):
        """The copy within `reading`, else the database."""
        return _reading.get()

    def db_for_write(self, model, **hints):
        """Always the database itself."""
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        """Records of the two are of one library."""
        return True

    def allow_migrate(self, db, app_label, **hints):
        """The copy follows by itself."""
        return db == DEFAULT_DB_ALIAS


@contextmanager
def reading(alias: str) -> Iterator[None]:
    """Within it, records are read from that database."""
    token = _reading.set(alias)
    try:
        yield
    finally:
        _reading.reset(token)


def there_is_one() -> bool:
    """Whether there is a copy to read from."""
    return REPLICA in settings.DATABASES


def databases() -> list[str]:
    """The databases to ask, in order: the database itself, and the copy for when that is away; who was away just now comes last."""
    if not there_is_one():
        return [DEFAULT_DB_ALIAS]
    return sorted([DEFAULT_DB_ALIAS, REPLICA], key=is_away)


def is_away(alias: str) -> bool:
    """Whether that database did not answer just now."""
    return time.monotonic() < _away_since.get(alias, -REST) + REST


def note_away(alias: str, error: Exception) -> None:
    """Remember that the database did not answer."""
    if not is_away(alias):
        logger.warning("The database “%s” does not answer: %s", alias, str(error).strip())
    _away_since[alias] = time.monotonic()
    if not connections[alias].in_atomic_block:
        connections[alias].close()
