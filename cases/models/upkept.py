"""What keeps a story true after it is published: its version, its owner, and when it is checked again."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import ChangeKind, one_of

CHECKED_AFTER = timedelta(days=730)
"""How long after it was published or checked a story is to be checked again, where nobody has set a day."""

SOON = timedelta(days=60)
"""How long before that day a check counts as coming."""


class Upkept(models.Model):
    """
    A record that is published in numbered versions and checked from time to time.

    `change_note` and `change_kind` wait beside a draft until it is published; then they move to the story's change notes.
    """

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("owner"),
    )
    checked_on = models.DateField(_("last checked on"), null=True, blank=True, editable=False)
    review_by = models.DateField(_("to be checked again by"), null=True, blank=True, editable=False)
    change_kind = models.CharField(
        _("What is new for readers?"), max_length=10, choices=ChangeKind, default=ChangeKind.MINOR
    )
    change_note = models.TextField(
        _("In a sentence or two"),
        max_length=600,
        blank=True,
        help_text=_(
            "It stands on the story's public list of changes, and in its feed. Needed where readers would want to know."
        ),
    )

    class Meta:
        abstract = True
        constraints = [
            one_of("%(class)s", "change_kind", ChangeKind),
            models.CheckConstraint(
                name="%(class)s_version_from_one",
                condition=models.Q(version__gte=1),
                violation_error_message=_("Versions are counted from 1."),
            ),
            models.CheckConstraint(
                name="%(class)s_major_change_told",
                condition=~models.Q(change_kind=ChangeKind.MAJOR, change_note=""),
                violation_error_message=_(
                    "Say in a sentence or two what is new for readers, or choose that they need not know."
                ),
            ),
        ]

    def publish(self, revision, *args, **kwargs):
        """Publish a draft as the next version; the one that readers saw before stays under its number."""
        from cases.record.versions import published_anew

        with transaction.atomic(), published_anew(self, revision):
            return super().publish(revision, *args, **kwargs)

    @property
    def last_checked(self) -> date | None:
        """The day on which somebody last said that it is still true: when it was checked, or else published."""
        if self.checked_on or not self.last_published_at:
            return self.checked_on
        return timezone.localdate(self.last_published_at)

    @property
    def due(self) -> date | None:
        """The day by which it is to be checked again."""
        return self.review_by or (self.last_checked + CHECKED_AFTER if self.last_checked else None)

    @property
    def overdue(self) -> bool:
        """Whether that day has passed."""
        return bool(self.due and self.due < timezone.localdate())
