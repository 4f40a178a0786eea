"""Frameworks: the lenses over the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.cited import Cited
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class FrameworkQuerySet(RecordQuerySet):
    """Lists of frameworks."""

    def of_source(self, source):
        """Frameworks that come from the source."""
        return self.filter(source=source)

    def for_list(self):
        """Frameworks with their elements and source."""
        return self.select_related("source").prefetch_related("elements")

    def by_source(self):
        """Lenses of one source together, the oldest source first, those of no source last."""
        return self.order_by(models.F("source__year").asc(nulls_last=True), "source__title", "order", "title", "pk")


class Framework(Cited, Record):
    """A set of ideas from a source; each idea is an element. Every framework is a lens over the same stories."""

    title = models.CharField(_("title"), max_length=100)
    order = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("The first is the library's main lens.")
    )
    summary = models.TextField(_("summary"), max_length=300)
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])

    objects = FrameworkQuerySet.as_manager()

    page_name = "framework-page"

    class Meta:
        ordering = ["order", "title", "slug"]
        constraints = [
            retired_with_reason("framework"),
            *Cited.Meta.constraints,
            not_empty("framework", "title"),
            not_empty("framework", "summary"),
        ]

    def __str__(self):
        return self.title
