"""Records as their editors see them: the newest version of each, which is a draft where one waits beside the live version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from cases.library.many import Many, Parts, Tags, fetch_mapping
from cases.library.names import Names
from cases.library.nouns import Noun
from cases.library.records import Stored, in_batches, stored_records
from cases.sheets.apart import kept, left_alone
from cases.sheets.columns import STATUS


@dataclass(frozen=True)
class Version:
    """A record: what is published of it (`stored`), and what its newest version says, without the slug."""

    stored: Stored
    data: dict

    @property
    def status(self) -> str:
        """What readers see of it."""
        if not self.stored.live:
            return "draft"
        return "published, with a draft" if self.stored.has_draft else "published"

    @property
    def waits(self) -> bool:
        """Whether readers do not see the newest version."""
        return self.stored.has_draft or not self.stored.live

    @property
    def row(self) -> dict:
        """The mapping with what is exported beside it."""
        return {**self.data, STATUS: self.status}


def newest_versions(noun: Noun, names: Names, slugs: Iterable[str]) -> Iterator[Version]:
    """The newest version of each of the records, in batches, as far as there are any; those of a batch in any order."""
    for batch in in_batches(slugs):
        found = list(stored_records(noun, names, batch))
        drafts = dict(
            noun.model.objects.filter(pk__in=[stored.pk for stored in found if stored.has_draft])
            .exclude(latest_revision=None)
            .values_list("pk", "latest_revision__content")
        )
        for stored in found:
            draft = drafts.get(stored.pk)
            yield Version(stored, draft_mapping(noun, draft, names) | kept(noun, stored.data) if draft else stored.data)


def draft_mapping(noun: Noun, content: dict, names: Names) -> dict:
    """What a version, kept as data, says as a file would say it; without what has been deleted since, and what is left alone."""
    single = [key for key in noun.single if key.name not in left_alone(noun)]
    columns = [column for key in single for column in key.columns()]
    values = _values(noun.model, columns, content, names)
    data, start = {}, 0
    for key in single:
        stop = start + len(key.columns())
        if (value := key.fetch(values[start:stop], names)) is not None:
            data[key.name] = value
        start = stop
    for key in noun.many:
        if key.name in left_alone(noun):
            continue
        if (value := key.gather(_rows(noun.model, key, content, names), names)) is not None:
            data[key.name] = value
    return noun.in_order(data)


def _rows(model: type[Model], key: Many, content: dict, names: Names) -> list[tuple]:
    """The rows of a key as the database would have them."""
    if not isinstance(key, Parts | Tags):
        known = names.slugs(key.to)
        return [(pk,) for pk in content.get(key.name, []) if pk in known]
    of = key.rows(model)
    parts = sorted(content.get(related(model, key), []), key=lambda part: part.get("sort_order") or 0)
    rows = [(part, _values(of, key.row_columns(model), part, names)) for part in parts]
    nested = key.nested if isinstance(key, Parts) else ()
    found = [(*values, *(_rows(of, below, part, names) for below in nested)) for part, values in rows]
    needed = [place for place, name in enumerate(key.row_columns(model)) if not _field(of, name).null]
    return [row for row in found if not any(row[place] is None for place in needed)]


def draft_parts(model: type[Model], key: Parts, content: dict, names: Names) -> list[tuple[int | None, dict]]:
    """The parts of a version, each with the key of its row and what a file would say of it."""
    parts = sorted(content.get(related(model, key), []), key=lambda part: part.get("sort_order") or 0)
    columns = key.row_columns(model)
    return [(part["pk"], fetch_mapping(key.keys, _values(key.of, columns, part, names), names)) for part in parts]


def related(model: type[Model], key: Parts | Tags) -> str:
    """The name under which a version has the rows of the key."""
    owner = key.rows(model)._meta.get_field(key.owner(model).removesuffix("_id"))
    return owner.remote_field.get_accessor_name()


def _field(model: type[Model], column: str) -> Field:
    """The field of the column; of one of another record (`picture__slug`) the field that names that record."""
    name, _of, beyond = column.partition("__")
    return model._meta.get_field(name) if beyond else _own_field(model, column)


def _own_field(model: type[Model], column: str) -> Field:
    return next(field for field in model._meta.concrete_fields if field.attname == column)


def _values(model: type[Model], columns: Iterable[str], content: dict, names: Names) -> tuple[Any, ...]:
    """The values of these columns; a reference to what is gone is empty."""
    found = []
    for column in columns:
        field = _field(model, column)
        value = content.get(field.name)
        if not field.is_relation:
            value = field.to_python(value)
        elif value not in names.slugs(field.related_model):
            value = None
        elif beyond := column.partition("__")[2]:
            value = names.values(field.related_model, beyond)[value]
        found.append(value)
    return tuple(found)
