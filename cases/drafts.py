"""
Drafts and old versions, when something that they name has been deleted since.

A version is kept as data. What it names is not protected from deletion, so it must be readable without.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import PROTECT, Field, Model
from modelcluster.models import get_all_child_relations


def without_lost(model: type[Model], data: dict) -> dict:
    """The version without what is gone: a choice of it is emptied, a part that needs it is left out."""
    lost = {(field.related_model, pk) for field, pk in named(model, data) if pk is not None} - _existing(model, data)
    cleaned = _emptied(model, data, lost)
    for relation in get_all_child_relations(model):
        name, part = relation.get_accessor_name(), relation.related_model
        if name in cleaned:
            kept = (_emptied(part, row, lost) for row in cleaned[name] if not _needs(part, row, lost))
            cleaned[name] = list(kept)
    return cleaned


def named(model: type[Model], data: dict) -> Iterator[tuple[Field, int | None]]:
    """Every protected reference of the version and of its parts: the field, and the key that it names."""
    for field in protected_fields(model):
        yield field, data.get(field.name)
    for relation in get_all_child_relations(model):
        for row in data.get(relation.get_accessor_name(), []):
            for field in protected_fields(relation.related_model):
                yield field, row.get(field.name)


def protected_fields(model: type[Model]) -> list[Field]:
    """The foreign keys whose targets cannot be deleted while they are named."""
    return [field for field in model._meta.fields if field.remote_field and field.remote_field.on_delete is PROTECT]


def _existing(model, data):
    wanted = defaultdict(set)
    for field, pk in named(model, data):
        if pk is not None:
            wanted[field.related_model].add(pk)
    return {
        (target, pk)
        for target, pks in wanted.items()
        for pk in target._base_manager.filter(pk__in=pks).values_list("pk", flat=True)
    }


def _emptied(model, row, lost):
    gone = {field.name: None for field in protected_fields(model) if (field.related_model, row.get(field.name)) in lost}
    return {**row, **gone}


def _needs(model, row, lost):
    return any(
        (field.related_model, row.get(field.name)) in lost for field in protected_fields(model) if not field.null
    )
