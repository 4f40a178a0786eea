"""A pinpoint in a source, for whatever rests on one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Cited(models.Model):
    """Something that rests on a passage of a source: the heading that it stands under, and the page where there is one."""

    source = models.ForeignKey(
        "cases.Source", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("source"), related_name="+"
    )
    section = models.CharField(
        _("section"), max_length=200, blank=True, help_text=_("The heading in the source, as printed.")
    )
    page = models.CharField(_("page"), max_length=20, blank=True, help_text=_("Such as 42 or 42–44."))

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_pinpoint_has_source",
                condition=models.Q(source__isnull=False) | models.Q(section="", page=""),
                violation_error_message=_("A section or a page needs a source. Choose the source."),
            )
        ]

    @property
    def pinpoint(self) -> str:
        """Where in the source: “Learning from failure”, p. 42."""
        parts = [f"“{self.section}”"] if self.section else []
        if self.page:
            parts.append(_("p. %(page)s") % {"page": self.page})
        return ", ".join(str(part) for part in parts)
