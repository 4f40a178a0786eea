"""Links out of the library that led nowhere when they were last followed."""

from collections import defaultdict

from django.apps import apps
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.choices import LinkState
from cases.coverage.gaps import Gap, Line, register_gap
from cases.models import LinkUse
from cases.models.record import Record


def broken():
    """Every place where a broken link stands, those broken longest first."""
    found = LinkUse.objects.filter(link__state=LinkState.BROKEN).select_related("link")
    return found.order_by("link__broken_since", "link__address", "noun", "record_id", "pk")


def tell(uses: list[LinkUse]) -> list[Line]:
    """Each leads to the field in which the link stands."""
    models = {model._meta.model_name: model for model in apps.get_models() if issubclass(model, Record)}
    wanted = defaultdict(set)
    for use in uses:
        wanted[use.noun].add(use.record_id)
    known = {noun: models[noun].objects.in_bulk(keys) for noun, keys in wanted.items()}
    return [_line(use, known[use.noun][use.record_id]) for use in uses if use.record_id in known[use.noun]]


def _line(use: LinkUse, record: Record) -> Line:
    where = f"{capfirst(str(record._meta.verbose_name))}: {record}"
    since = timezone.localdate(use.link.broken_since)
    return Line(use.link.address, (where, use.link.said, since), type(record), record.pk, use.field.partition(".")[0])


def register() -> None:
    """Register the gap."""
    register_gap(
        Gap(
            "broken-links",
            _("Links that lead nowhere"),
            _("Each link out of the library is followed once a week. Mend the address, or take the link out."),
            broken,
            tell,
            first=_("Link"),
            columns=(("where", _("Where it stands")), ("said", _("What came of it")), ("since", _("Since"))),
        )
    )
