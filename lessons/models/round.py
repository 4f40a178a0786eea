"""Rounds: the times at which an audit is asked."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RoundQuerySet(models.QuerySet):
    """Lists of rounds."""

    def with_counts(self):
        """Adds `handed_in` and `begun`: how many sheets were handed in, and how many are still being filled in."""
        return self.annotate(
            handed_in=Count("sheets", filter=Q(sheets__place__isnull=False), distinct=True),
            begun=Count("sheets", filter=Q(sheets__place__isnull=True), distinct=True),
        )

    def for_page(self):
        """Rounds with their audit and their counts."""
        return self.select_related("audit").with_counts()

    def before(self, shown):
        """The rounds of the same audit that came before."""
        return self.filter(audit_id=shown.audit_id, number__lt=shown.number).with_counts()

    def opened_today(self):
        """Rounds of all audits that were opened today."""
        return self.filter(opened_on=timezone.localdate())

    def locked(self):
        """The rounds, kept from others until the transaction ends where the database can do that."""
        return self.select_for_update()


class Round(models.Model):
    """One time at which an audit is asked, with the statements as they were worded when it began."""

    audit = models.ForeignKey("lessons.Audit", on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    key_hash = models.CharField(_("hash of the participants' key"), max_length=64, unique=True, editable=False)
    questions = models.JSONField(_("what is asked"), encoder=DjangoJSONEncoder)
    opened_on = models.DateField(_("opened on"), default=timezone.localdate)
    closes_on = models.DateField(_("last day"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    seen = models.PositiveSmallIntegerField(
        _("sheets in the largest result that anybody has seen while it was open"), default=0
    )

    objects = RoundQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["audit", "number"]
        constraints = [
            models.UniqueConstraint(
                name="round_number_once",
                fields=["audit", "number"],
                violation_error_message=_("The audit has a round of this number already."),
            ),
            models.CheckConstraint(
                name="round_ends_after_it_opens",
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=models.F("opened_on")),
                violation_error_message=_("The last day must not lie before the day on which it opened."),
            ),
        ]

    def __str__(self):
        return f"{self.audit} ({self.number})"

    @property
    def is_open(self) -> bool:
        """Whether one may still answer."""
        return self.closed_on is None and (self.closes_on is None or timezone.localdate() <= self.closes_on)
