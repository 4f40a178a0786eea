"""
Writes many plain rows at once.

`bulk_create` builds an object for every row and asks every field to convert itself, which takes five times
as long as writing the row. The rows of a story's parts hold only texts, numbers and keys, so none of that
is needed.
"""

from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

from django.db import connections, router
from django.db.models import Model

PARAMETERS = 900
"""Values in one statement; SQLite may be built to take no more than 999."""


def insert(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    """
    Insert the rows, given as columns and plain values, the same columns in each; other columns get their
    defaults.
    """
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    more = tuple(field.get_default() for field in fields if field.attname not in first)
    columns = [model._meta.get_field(name).column for name in first]
    columns += [field.column for field in fields if field.attname not in first]
    values = (tuple(row.values()) + more for row in chain((first,), rows))
    _execute(connections[router.db_for_write(model)], model._meta.db_table, columns, values)


def _execute(connection, table: str, columns: list[str], rows: Iterable[tuple]) -> None:
    quote = connection.ops.quote_name
    start = f"INSERT INTO {quote(table)} ({', '.join(map(quote, columns))}) VALUES "
    row = f"({', '.join(['%s'] * len(columns))})"
    size = PARAMETERS // len(columns)
    with connection.cursor() as cursor:
        while batch := list(islice(rows, size)):
            cursor.execute(start + ", ".join([row] * len(batch)), list(chain.from_iterable(batch)))
