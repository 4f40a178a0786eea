"""The fields that are most often blank, by their share, and the records in which one of them is."""

from collections.abc import Iterator
from functools import partial

from django.apps import apps
from django.db.models import Case, Count, Exists, Field, Model, OuterRef, Q, QuerySet, When
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations

from cases.coverage.gaps import Gap, Line, register_gap
from cases.models.record import Record

MAY_BE_BLANK = {"part_of", "go_live_at", "expire_at", "change_note", "tagged_items"}
"""Fields that are blank in most records of their own accord."""


def nouns() -> list[type[Record]]:
    """Every noun."""
    return [model for model in apps.get_models() if issubclass(model, Record)]


def blanks_of(model: type[Record]) -> Iterator[tuple[str, str, Q | Exists]]:
    """The fields of the noun that may be blank: name, label, and the condition that one is. Parts count as one field."""
    for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many):
        if field.blank and field.editable and field.name not in MAY_BE_BLANK:
            yield field.name, capfirst(str(field.verbose_name)), _is_blank(model, field)
    for relation in get_all_child_relations(model):
        if relation.name not in MAY_BE_BLANK:
            label = capfirst(str(relation.related_model._meta.verbose_name_plural))
            parts = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            yield relation.name, label, ~Exists(parts)


def _is_blank(model: type[Record], field: Field) -> Q | Exists:
    if field.many_to_many:
        return ~Exists(model._base_manager.filter(pk=OuterRef("pk"), **{f"{field.name}__isnull": False}))
    empty = Q(**{f"{field.name}__isnull": True})
    return empty | Q(**{field.name: ""}) if field.empty_strings_allowed and not field.is_relation else empty


def shares() -> list[tuple]:
    """Noun, field, label, how many published records leave it blank, of how many; the largest share first."""
    found = []
    for model in nouns():
        conditions = list(blanks_of(model))
        counts = {f"n{place}": Count(Case(When(blank, then=1))) for place, (_n, _l, blank) in enumerate(conditions)}
        numbers = model.objects.published().order_by().aggregate(total=Count("pk"), **counts)
        for place, (name, label, _blank) in enumerate(conditions):
            if number := numbers[f"n{place}"]:
                found.append((model, name, label, number, numbers["total"]))
    return sorted(found, key=lambda row: (-row[3] / row[4], -row[3], row[2]))


def tell(rows) -> list[Line]:
    """Each leads to the records in which the field is blank."""
    return [
        Line(
            label,
            (capfirst(str(model._meta.verbose_name_plural)), blank, total, f"{round(100 * blank / total)}%"),
            address=reverse("coverage-blank", args=[model._meta.model_name, name]),
        )
        for model, name, label, blank, total in rows
    ]


def blank_gap(noun: str, name: str) -> Gap | None:
    """The records of the noun in which the field is blank, or None where there is no such field."""
    model = next((model for model in nouns() if model._meta.model_name == noun), None)
    found = next((row for row in blanks_of(model) if row[0] == name), None) if model else None
    if found is None:
        return None
    _name, label, blank = found
    title = gettext("%(nouns)s in which “%(field)s” is blank") % {
        "nouns": capfirst(str(model._meta.verbose_name_plural)),
        "field": label,
    }
    return Gap(
        f"blank-{noun}-{name}",
        title,
        _("Fill the field, where the source says it; what it does not say stays blank."),
        partial(_blank_records, model, blank),
        partial(_tell_blank, model, name),
        first=capfirst(str(model._meta.verbose_name)),
    )


def _blank_records(model: type[Record], blank: Q | Exists) -> QuerySet:
    title = model.snippet_viewset.name_field
    return model.objects.published().filter(blank).order_by(title, "pk").values_list("pk", title)


def _tell_blank(model: type[Model], name: str, rows) -> list[Line]:
    return [Line(title, (), model, pk, name) for pk, title in rows]


BLANKS = Gap(
    "blank-fields",
    _("Fields most often blank"),
    _("By the share of published records that leave them blank. Each leads to the records."),
    shares,
    tell,
    first=_("Field"),
    columns=(("noun", _("Of")), ("blank", _("Blank in")), ("total", _("Of how many")), ("share", _("Share"))),
    counted=False,
)


def register() -> None:
    """Register the gap."""
    register_gap(BLANKS)
