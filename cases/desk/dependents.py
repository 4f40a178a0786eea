"""What rests on a record, asked before it is deleted."""

from collections.abc import Iterator
from itertools import islice

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


def what_names(record: Model, most: int) -> list[Model]:
    """The first published records that name it as the database has them, each once; asked on public pages."""
    found = (other for other in _users(record, most) if other != record and getattr(other, "live", False))
    return list(islice(dict.fromkeys(found), most))


def can_be_rested_on(model: type[Model]) -> bool:
    """Whether records elsewhere can name a row of the model so that they would lose something."""
    return any(_counts(relation) for relation in model._meta.get_fields(include_hidden=True))


def _users(target: Model, most: int | None = None) -> Iterator[Model]:
    """The records that name the target, or a part of it, as the database has them; of each relation the first `most`."""
    for relation in target._meta.get_fields(include_hidden=True):
        if _counts(relation):
            rows = relation.related_model._base_manager.filter(**{relation.field.name: target})
            yield from _records(rows, most)
    if isinstance(target, ClusterableModel):
        for relation in get_all_child_relations(type(target)):
            for part in relation.related_model._base_manager.filter(**{relation.field.name: target}):
                yield from _users(part, most)


def _counts(relation) -> bool:
    """Whether it comes from elsewhere, and a deletion would be refused or would take something away."""
    if not isinstance(relation, ForeignObjectRel) or isinstance(relation.field, ParentalKey):
        return False
    if relation.related_model._meta.auto_created or not is_record_or_part(relation.related_model):
        return False
    return relation.many_to_many or relation.on_delete in (PROTECT, CASCADE)


def is_record_or_part(model: type[Model]) -> bool:
    """Whether its rows are records, or parts of records; versions and notes on a record are neither."""
    return issubclass(model, Record) or parent_of(model) is not None


def parent_of(model: type[Model]) -> str | None:
    """The field by which its rows belong to a record, where they are parts of one."""
    return next((field.name for field in model._meta.fields if isinstance(field, ParentalKey)), None)


def home_of(model: type[Model]) -> tuple[type[Model], str, str]:
    """
    The noun to whose records the rows belong, the path from a row to its record, and the name under which the record has
    such parts; for a noun itself the last two are empty.
    """
    path, relation = [], ""
    while not issubclass(model, Record):
        field = model._meta.get_field(parent_of(model))
        path.append(field.name)
        model, relation = field.related_model, field.remote_field.related_name
    return model, "__".join(path), relation


def _records(rows, most: int | None) -> Iterator[Model]:
    """The records themselves, or those of which the rows are parts."""
    if (parent := parent_of(rows.model)) is None:
        return iter(rows[:most])
    return (getattr(row, parent) for row in rows.select_related(parent)[:most])


def _draft_users(record: Model) -> Iterator[Model]:
    """The records that name it in a draft beside their live version."""
    for model in apps.get_models():
        if issubclass(model, Record):
            waiting = model.objects.filter(live=True, has_unpublished_changes=True, latest_revision__isnull=False)
            for other in waiting.select_related("latest_revision"):
                references = named(model, other.latest_revision.content)
                if any(pk == record.pk and isinstance(record, field.related_model) for field, pk in references):
                    yield other
