"""What keeps a story true after it is published: its version, its owner, and when it is checked again."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import ChangeKind, one_of
from cases.models.record import RecordQuerySet

CHECKED_AFTER = timedelta(days=730)
"""How long after it was published or checked a story is to be checked again, where nobody has set a day."""

SOON = timedelta(days=60)
"""How long before that day a check counts as coming."""

REMINDED_AGAIN = timedelta(days=30)
"""How long after a reminder of a story comes the next, while nobody has checked it."""


DUE_ON = Coalesce(
    "review_by",
    Cast(models.F("checked_on") + CHECKED_AFTER, models.DateField()),
    TruncDate(models.F("last_published_at") + CHECKED_AFTER),
    output_field=models.DateField(),
)
"""The day by which a story is to be checked, as the database works it out."""


class UpkeptQuerySet(RecordQuerySet):
    """What lists of records that are checked from time to time can be asked."""

    def with_due(self):
        """Adds `due_on`, the day by which each is to be checked."""
        return self.annotate(due_on=DUE_ON)

    def due_by(self, day):
        """Records that are to be checked on that day or before: the same as `due_on` says, but with no sum for every row."""
        said = day - CHECKED_AFTER
        day_ends = timezone.make_aware(datetime.combine(said + timedelta(days=1), time.min))
        checked = models.Q(review_by=None, checked_on__lte=said)
        published = models.Q(review_by=None, checked_on=None, last_published_at__lt=day_ends)
        return self.filter(models.Q(review_by__lte=day) | checked | published)

    def overdue(self):
        """Published records whose check is late, the longest first."""
        yesterday = timezone.localdate() - timedelta(days=1)
        return self.published().due_by(yesterday).with_due().order_by("due_on", "title", "pk")

    def coming(self):
        """Published records whose check is due soon, the nearest first."""
        today = timezone.localdate()
        soon = (
            self.published().due_by(today + SOON).exclude(pk__in=self.model.objects.overdue().order_by().values("pk"))
        )
        return soon.with_due().order_by("due_on", "title", "pk")

    def to_remind_of(self):
        """Records whose check is late or due soon, and of which nobody has been reminded for a month; with who looks after them."""
        today = timezone.localdate()
        unsaid = models.Q(reminded_on=None) | models.Q(reminded_on__lte=today - REMINDED_AGAIN)
        due = self.published().due_by(today + SOON).filter(unsaid)
        return due.with_due().select_related("owner").order_by("due_on", "title", "pk")


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
    reminded_on = models.DateField(_("last reminded on"), null=True, blank=True, editable=False)
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
