"""Tensions: matters on which the sources contradict one another."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class TensionQuerySet(RecordQuerySet):
    """Lists of tensions."""

    def for_list(self):
        """Published tensions with the names of their sides."""
        return self.published().prefetch_related("sides")

    def for_page(self):
        """Tensions with their sides, and what each rests on."""
        return self.prefetch_related("sides__source", "sides__lessons", "sides__elements__framework")


class Tension(Record):
    """A matter on which the sources contradict one another. Both sides stand beside each other, and nobody is declared right."""

    title = models.CharField(_("title"), max_length=100, help_text=_("A question, or “X or Y”."))
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    summary = models.TextField(_("summary"), max_length=300)
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])
    would_decide = models.TextField(
        _("what would decide it"),
        blank=True,
        validators=[validate_markdown],
        help_text=_("What one would have to find out, and where, to choose between the sides."),
    )

    objects = TensionQuerySet.as_manager()

    page_name = "tension-page"

    class Meta:
        ordering = ["order", "title", "slug"]
        constraints = [retired_with_reason("tension"), not_empty("tension", "title"), not_empty("tension", "summary")]

    def __str__(self):
        return self.title
