"""Addresses outside the library that its texts lead to."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import LinkState, not_empty, one_of

ANEW = timedelta(days=7)
"""How long after a check a link is checked again, at the earliest."""


class OutsideLinkQuerySet(models.QuerySet):
    """Lists of links."""

    def due(self):
        """Links that nobody has tried for a week, those never tried first."""
        untried = models.Q(checked_at=None) | models.Q(checked_at__lt=timezone.now() - ANEW)
        return self.filter(untried).order_by(models.F("checked_at").asc(nulls_first=True), "pk")

    def broken(self):
        """Links that led nowhere when they were last tried, with where they stand."""
        return self.filter(state=LinkState.BROKEN).prefetch_related("uses").order_by("broken_since", "address")


class OutsideLink(models.Model):
    """An address outside the library, and what came of following it."""

    address = models.CharField(_("address"), max_length=2000, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=LinkState, default=LinkState.UNTRIED)
    said = models.CharField(_("what came of it"), max_length=300, blank=True)
    checked_at = models.DateTimeField(_("last tried"), null=True, blank=True, db_index=True)
    broken_since = models.DateTimeField(_("leads nowhere since"), null=True, blank=True)

    objects = OutsideLinkQuerySet.as_manager()

    class Meta:
        ordering = ["address"]
        constraints = [
            not_empty("outsidelink", "address"),
            one_of("outsidelink", "state", LinkState),
            models.CheckConstraint(
                name="outsidelink_broken_since",
                condition=models.Q(state=LinkState.BROKEN, broken_since__isnull=False)
                | (~models.Q(state=LinkState.BROKEN) & models.Q(broken_since__isnull=True)),
                violation_error_message=_("A link that leads nowhere says since when, and no other does."),
            ),
        ]

    def __str__(self):
        return self.address
