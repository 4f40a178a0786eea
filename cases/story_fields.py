"""The fields and the parts of a story by name: what people call them, and where the desk's screen has them."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignObjectRel
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models.story import SECTIONS, Story

REMARKED = [
    *("title", "summary", *SECTIONS),
    *("result", "places", "year_from", "roles", "participations", "milestones", "measures", "adaptations", "citations"),
]
"""What a reviewer may say something about, in the order of the page; upper floors add their parts."""


LABELS = {
    "year_from": _("Years"),
    "year_to": _("Years"),
    "roles": _("The people"),
    "participations": _("The organisations"),
    "milestones": _("The dates"),
    "measures": _("The figures"),
    "adaptations": _("Where it came from"),
    "citations": _("The sources"),
    "pictures": _("The pictures"),
}
"""What people who are not at the desk every day call parts of a story; upper floors add theirs."""


def field_label(name: str) -> str:
    """What the field or the part is called; the whole story where none is named."""
    if name in LABELS:
        return str(LABELS[name])
    try:
        field = Story._meta.get_field(name)
    except FieldDoesNotExist:
        return gettext("The story as a whole")
    named = field.related_model._meta.verbose_name_plural if isinstance(field, ForeignObjectRel) else field.verbose_name
    return capfirst(str(named))


def desk_anchor(name: str) -> str:
    """The id that the field has on the desk's screen; empty where no field is named."""
    try:
        field = Story._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    return f"id_{name}-FORMS" if isinstance(field, ForeignObjectRel) else f"id_{name}"
