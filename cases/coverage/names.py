"""Records that nothing leads to: people and bodies in no story, and what else nobody names."""

from django.apps import apps
from django.db.models import CharField, Exists, F, ForeignObjectRel, Model, OuterRef, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.coverage.gaps import Gap, Line, register_gap
from cases.desk.dependents import home_of, is_record_or_part
from cases.models import Leader, Organisation, Place, PolicyArea, Source, Story

NAMED: dict[type[Model], tuple[str, str]] = {
    Leader: ("pk", "name"),
    Organisation: ("pk", "name"),
    Place: ("pk", "name"),
    PolicyArea: ("pk", "name"),
    Source: ("pk", "title"),
}
"""The nouns that are there to be named by others: the key of the record on whose screen each is edited, and its name."""


def names_of(model: type[Model], by: type[Model] | None = None) -> list[QuerySet]:
    """The rows of published records that name the outer row; of one noun only, where that is given."""
    found = []
    for relation in model._meta.get_fields(include_hidden=True):
        if _names(relation):
            noun, path, _relation = home_of(relation.related_model)
            rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            found += [rows.filter(**{f"{path}__live" if path else "live": True})] if by in {None, noun} else []
    return found


def _names(relation) -> bool:
    """Whether it comes from a record elsewhere, or from a part of one, and says more than what to see instead."""
    if not isinstance(relation, ForeignObjectRel) or isinstance(relation.field, ParentalKey):
        return False
    return relation.field.name != "see_instead" and is_record_or_part(relation.related_model)


def unnamed(models, by: type[Model] | None = None) -> QuerySet:
    """Rows of the nouns that no published record names, as (noun, key of the record to edit, name)."""
    found = []
    for model in models:
        key, name = NAMED[model]
        rows = model.objects.published().order_by()
        for names in names_of(model, by):
            rows = rows.filter(~Exists(names))
        noun = Cast(Value(model._meta.label_lower), CharField(max_length=60))
        found.append(rows.annotate(noun=noun, key=F(key), said=F(name)).values_list("noun", "key", "said"))
    return found[0].union(*found[1:], all=True).order_by("noun", "said", "key")


def tell(rows) -> list[Line]:
    """Each leads to its own screen."""
    return [_line(apps.get_model(noun), key, said) for noun, key, said in rows]


def _line(model: type[Model], key: int, said: str) -> Line:
    noun, _path, relation = home_of(model)
    return Line(said, (capfirst(str(model._meta.verbose_name)),), noun, key, relation or NAMED[model][1])


def register() -> None:
    """Register the gaps of names."""
    register_gap(
        Gap(
            "names-in-no-story",
            _("People and bodies named in no story"),
            _(
                "No published story has them in its cast or among its bodies. Name them there, merge them, or retire them."
            ),
            lambda: unnamed([Leader, Organisation], by=Story),
            tell,
            first=_("Name"),
            columns=(("noun", _("Kind of record")),),
        )
    )
    register_gap(
        Gap(
            "records-nobody-links-to",
            _("Records that nobody links to"),
            _("No published record names them, so that no reader comes by. Name them, merge them, or retire them."),
            lambda: unnamed(NAMED),
            tell,
            first=_("Name"),
            columns=(("noun", _("Kind of record")),),
        )
    )
