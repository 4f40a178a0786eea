"""Releases: records that are published at one moment."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class ReleaseQuerySet(models.QuerySet):
    """Lists of releases."""

    def waiting(self):
        """Releases that have not been published."""
        return self.filter(released_at=None)

    def holding(self, item):
        """Releases that hold the same record as the item."""
        return self.filter(items__noun=item.noun, items__record_id=item.record_id).distinct()

    def for_list(self):
        """Releases with `record_count`, those that wait first."""
        first = models.F("released_at").desc(nulls_first=True)
        return self.annotate(record_count=models.Count("items")).order_by(first, "at", "pk")

    def due(self):
        """Releases whose time has come, the earliest first; one that could not be published waits for an editor."""
        return self.waiting().filter(at__lte=timezone.now(), refused="").order_by("at", "pk")


class Release(models.Model):
    """Drafts of several records that readers see at one moment: all of them, or none."""

    title = models.CharField(_("title"), max_length=120, help_text=_("For the desk; readers do not see it."))
    at = models.DateTimeField(
        _("when"), null=True, blank=True, help_text=_("Leave empty to publish by hand, when all is ready.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    released_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    refused = models.TextField(_("why it could not be published"), blank=True, editable=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        permissions = [("publish_release", _("Can publish release"))]
        constraints = [
            not_empty("release", "title"),
            models.CheckConstraint(
                name="release_published_or_refused",
                condition=models.Q(released_at=None) | models.Q(refused=""),
                violation_error_message=_("A release was published or could not be, not both."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if self.released_at:
            return _("published")
        if self.refused:
            return _("could not be published")
        return _("waits for its time") if self.at else _("waits for an editor")
