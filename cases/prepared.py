"""
Questions to the database that are put together once.

Django puts the SQL of a queryset together anew each time, which takes some ten times as long as the database takes to answer. A story's
page asks the same fifteen questions of every story; here each is asked with another key in the place of the first one's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from django.db import connections
from django.db.models import ManyToManyField, ManyToOneRel, Model, Prefetch, QuerySet, prefetch_related_objects
from django.db.models.query import get_related_populators

HOLE = 0x0CA5EB00CA5EB00
NAME_HOLE = "\ue000"
"""A key and a slug that no record has; they stand where those of the record go."""

_numbers = count()


@dataclass(frozen=True)
class Statement:
    """The SQL of a question, and how a row of its answer becomes a record with the records that it refers to."""

    sql: str
    holes: tuple[int, ...]
    parameters: tuple
    model: type[Model]
    names: list[str]
    columns: slice
    annotations: dict[str, int]
    """What the question adds to each record: the name, and the place in the row."""
    converters: Any
    compiler: Any
    populators: Sequence[Any]


class Prepared:
    """A question about one record; `ask` makes the queryset for its key, or for its slug where `hole` is one."""

    def __init__(self, ask: Callable[[Any], QuerySet], hole: Any = HOLE):
        self.ask, self.hole = ask, hole
        self.number = next(_numbers)

    def about(self, pk: Any) -> QuerySet:
        """The queryset for that key, with its records: what asks it for anything else asks the database."""
        queryset = self.ask(pk)
        statement = self._statement(queryset.db)
        values = list(statement.parameters)
        for place in statement.holes:
            values[place] = pk
        with connections[queryset.db].cursor() as cursor:
            cursor.execute(statement.sql, values)
            rows = cursor.fetchall()
        queryset._result_cache = list(self._records(statement, queryset.db, rows))
        queryset._prefetch_done = True
        if queryset._prefetch_related_lookups:
            prefetch_related_objects(queryset._result_cache, *queryset._prefetch_related_lookups)
        return queryset

    def _statement(self, using: str) -> Statement:
        # What a compiler knows belongs to its connection, and a connection to its thread.
        known = connections[using].__dict__.setdefault("casebook_prepared", {})
        if self.number not in known:
            known[self.number] = prepare(self.ask(self.hole), self.hole, using)
        return known[self.number]

    def _records(self, statement: Statement, using: str, rows: list[tuple]):
        if statement.converters:
            rows = statement.compiler.apply_converters(rows, statement.converters)
        for row in rows:
            record = statement.model.from_db(using, statement.names, row[statement.columns])
            for name, place in statement.annotations.items():
                setattr(record, name, row[place])
            for populator in statement.populators:
                populator.populate(row, record)
            yield record


def prepare(queryset: QuerySet, hole: Any, using: str) -> Statement:
    """The statement of a queryset in which `hole` stands for the key."""
    compiler = queryset.query.get_compiler(using=using)
    sql, parameters = compiler.as_sql()
    fields = compiler.klass_info["select_fields"]
    columns = slice(fields[0], fields[-1] + 1)
    return Statement(
        sql,
        tuple(place for place, value in enumerate(parameters) if value == hole),
        tuple(parameters),
        compiler.klass_info["model"],
        [column[0].target.attname for column in compiler.select[columns]],
        columns,
        dict(compiler.annotation_col_map or {}),
        compiler.get_converters([column[0] for column in compiler.select]),
        compiler,
        get_related_populators(compiler.klass_info, compiler.select, using),
    )


class PreparedRecord:
    """A record with everything that a queryset fetches beside it, by its slug."""

    def __init__(self, records: Callable[[], QuerySet]):
        self.records = records

    @cached_property
    def _record(self) -> Prepared:
        bare = self.records().prefetch_related(None)
        return Prepared(lambda slug: bare.filter(slug=slug), NAME_HOLE)

    @cached_property
    def _beside(self) -> tuple[dict[str, Prepared], list]:
        """What is fetched beside it: prepared by name, and what is left to Django."""
        records, prepared, others = self.records(), {}, []
        for lookup in records._prefetch_related_lookups:
            if ask := related(records.model, lookup):
                prepared[getattr(lookup, "prefetch_to", lookup)] = Prepared(ask)
            else:
                others.append(lookup)
        return prepared, others

    @cached_property
    def _back(self) -> dict[str, str]:
        """Of what belongs to the record: by which name each refers back to it."""
        relations = self.records().model._meta.related_objects
        return {found.get_accessor_name(): found.field.name for found in relations if found.one_to_many}

    def of(self, slug: str) -> Model | None:
        """The record of that slug, or None."""
        found = next(iter(self._record.about(slug)), None)
        if found:
            prepared, others = self._beside
            held = found.__dict__.setdefault("_prefetched_objects_cache", {})
            held.update((name, question.about(found.pk)) for name, question in prepared.items())
            for name, back in self._back.items():
                for record in held.get(name, ()):
                    setattr(record, back, found)
            prefetch_related_objects([found], *others)
        return found


def related(model: type[Model], lookup: str | Prefetch) -> Callable[[int], QuerySet] | None:
    """How to ask for the records that are related by that name to a record; None where that is not plain."""
    name, given = (lookup, None) if isinstance(lookup, str) else (lookup.prefetch_through, lookup.queryset)
    field = {found.name: found for found in model._meta.get_fields()}.get(name)
    if isinstance(field, ManyToManyField):
        path = field.related_query_name()
    elif isinstance(field, ManyToOneRel):
        path = field.field.name
    else:
        return None
    records = field.related_model._default_manager.all() if given is None else given
    return lambda pk: records.filter(**{path: pk})
