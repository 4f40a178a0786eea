"""What rests on a record, asked before it is deleted."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import CASCADE, PROTECT, ForeignObjectRel, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations

from cases.drafts import named
from cases.models.record import Record


def what_rests_on(record: Model) -> list[Model]:
    """The records that would lose something if this one were deleted, each once; their drafts count."""
    found = {}
    for other in (*_users(record), *_draft_users(record)):
        if other != record:
            found.setdefault((type(other), other.pk), other)
    return list(found.values())


def can_be_rested_on(model: type[Model]) -> bool:
    """Whether records elsewhere can name a row of the model so that they would lose something."""
    return any(_counts(relation) for relation in model._meta.get_fields(include_hidden=True))


def _users(target: Model) -> Iterator[Model]:
    """The records that name the target, or a part of it, as the database has them."""
    for relation in target._meta.get_fields(include_hidden=True):
        if _counts(relation):
            yield from _records(relation.related_model._base_manager.filter(**{relation.field.name: target}))
    if isinstance(target, ClusterableModel):
        for relation in get_all_child_relations(type(target)):
            for part in relation.related_model._base_manager.filter(**{relation.field.name: target}):
                yield from _users(part)


def _counts(relation) -> bool:
    """Whether it comes from elsewhere, and a deletion would be refused or would take something away."""
    if not isinstance(relation, ForeignObjectRel) or isinstance(relation.field, ParentalKey):
        return False
    if relation.related_model._meta.auto_created or not _is_of_a_record(relation.related_model):
        return False
    return relation.many_to_many or relation.on_delete in (PROTECT, CASCADE)


def _is_of_a_record(model: type[Model]) -> bool:
    """Whether its rows are records, or parts of records; what only accompanies one (a review, say) goes away with it."""
    return issubclass(model, Record) or any(isinstance(field, ParentalKey) for field in model._meta.fields)


def _records(rows) -> Iterator[Model]:
    """The records themselves, or those of which the rows are parts."""
    parent = next((field.name for field in rows.model._meta.fields if isinstance(field, ParentalKey)), None)
    if parent is None:
        return iter(rows)
    return (getattr(row, parent) for row in rows.select_related(parent))


def _draft_users(record: Model) -> Iterator[Model]:
    """The records that name it in a draft beside their live version."""
    for model in apps.get_models():
        if issubclass(model, Record):
            waiting = model.objects.filter(live=True, has_unpublished_changes=True, latest_revision__isnull=False)
            for other in waiting.select_related("latest_revision"):
                references = named(model, other.latest_revision.content)
                if any(pk == record.pk and isinstance(record, field.related_model) for field, pk in references):
                    yield other
