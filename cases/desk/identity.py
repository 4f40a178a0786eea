"""
Which row of the database a part of a record is.

Two parts that swap their unique values, or a part that an older version brings back, would collide with a row
that is still there. Each part is therefore put into the row that has its unique values already; what is left
over keeps its own row or gets a new one.
"""

from django.db.models import Model, UniqueConstraint


def unique_fields(model: type[Model], parent: str) -> tuple[str, ...]:
    """The fields by which the parts of one record must differ; empty where nothing is unique."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and parent in constraint.fields:
            return tuple(name for name in constraint.fields if name != parent)
    return tuple(field.name for field in model._meta.fields if field.unique and not field.primary_key)


def keep_identity(record: Model, formsets: dict) -> None:
    """Put every part of the record that has unique values into its row of the database."""
    for name, formset in formsets.items():
        fields = unique_fields(formset.model, formset.fk.name)
        if record.pk and fields:
            rows = formset.model._default_manager.filter(**{formset.fk.name: record.pk})
            assign_rows(list(getattr(record, name).all()), {key_of(row, fields): row.pk for row in rows}, fields)


def key_of(part: Model, fields: tuple[str, ...]) -> tuple:
    """The unique values of a part."""
    return tuple(getattr(part, part._meta.get_field(name).attname) for name in fields)


def assign_rows(parts: list[Model], rows: dict[tuple, int], fields: tuple[str, ...]) -> None:
    """Give each part the key of the row with its values; nobody keeps a key that another one needs."""
    wanted = {id(part): rows.get(key_of(part, fields)) for part in parts}
    taken = {pk for pk in wanted.values() if pk}
    for part in parts:
        pk = wanted[id(part)] or (part.pk if part.pk not in taken else None)
        if pk != part.pk:
            part.pk = pk
            part._state.adding = pk is None
