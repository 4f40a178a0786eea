"""The fields and the parts of a story by name: what people call them, and where the desk's screen has them."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignObjectRel
from django.utils.text import capfirst
from django.utils.translation import gettext

from cases.models.story import SECTIONS, Story

REMARKED = [
    *("title", "summary", *SECTIONS),
    *("result", "places", "year_from", "roles", "participations", "milestones", "measures", "adaptations", "citations"),
]
"""What a reviewer may say something about, in the order of the page; upper floors add their parts."""


def field_label(name: str) -> str:
    """The field as the desk's screen calls it, or the parts in the plural; the whole story where no field is named."""
    try:
        field = Story._meta.get_field(name)
    except FieldDoesNotExist:
        return gettext("The story as a whole")
    if isinstance(field, ForeignObjectRel):
        return capfirst(str(field.related_model._meta.verbose_name_plural))
    return capfirst(str(field.verbose_name))


def desk_anchor(name: str) -> str:
    """The id that the field has on the desk's screen; empty where no field is named."""
    try:
        field = Story._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    return f"id_{name}-FORMS" if isinstance(field, ForeignObjectRel) else f"id_{name}"
