"""Drafts and old versions name records by their keys: let them name another one instead."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model, UniqueConstraint
from modelcluster.models import get_all_child_relations
from wagtail.models import Revision

from cases.models.record import Record

BATCH = 200


def revisions_naming(record: Record) -> Iterator[Revision]:
    """The drafts and old versions in which the record is named."""
    for model in apps.get_models():
        if issubclass(model, Record) and any(pointers(model, type(record))):
            kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
            for revision in Revision.objects.filter(base_content_type=kind).iterator(chunk_size=BATCH):
                if repointed(model, revision.content, type(record), record.pk, None) != revision.content:
                    yield revision


def repoint_revisions(gone: Record, kept: Record) -> None:
    """Let every draft and old version that names the one name the other."""
    for revision in revisions_naming(gone):
        model = revision.content_type.model_class()
        content = repointed(model, revision.content, type(gone), gone.pk, kept.pk)
        Revision.objects.filter(pk=revision.pk).update(content=content)


def pointers(model: type[Model], to: type[Model]) -> Iterator[Field]:
    """The fields of the model, and of its parts, that name records of that noun."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if field.remote_field and field.related_model is to:
            yield field
    for relation in get_all_child_relations(model):
        yield from pointers(relation.related_model, to)


def repointed(model: type[Model], data: dict, to: type[Model], old: int, new: int | None) -> dict:
    """The content with one key in the place of the other (or without it); parts that say the same then are one."""
    found = dict(data)
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if field.remote_field and field.related_model is to and field.name in found:
            value = found[field.name]
            found[field.name] = (
                _without_twins(value, old, new) if isinstance(value, list) else new if value == old else value
            )
    for relation in get_all_child_relations(model):
        name, part = relation.get_accessor_name(), relation.related_model
        if name in found:
            rows = [repointed(part, row, to, old, new) for row in found[name]]
            found[name] = _once(part, rows, relation.field.name) if rows != found[name] else rows
    return found


def _without_twins(keys: list[int], old: int, new: int | None) -> list[int]:
    if old not in keys:
        return keys
    return list(dict.fromkeys(key for key in (new if key == old else key for key in keys) if key is not None))


def _once(part: type[Model], rows: list[dict], parent: str) -> list[dict]:
    """The rows, without those that equal an earlier one in everything that must be unique."""
    for constraint in part._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and parent in constraint.fields:
            first = {}
            for row in rows:
                first.setdefault(tuple(row.get(name) for name in constraint.fields if name != parent), row)
            rows = list(first.values())
    return rows
