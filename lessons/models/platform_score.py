"""What learning platforms are told about how far somebody has come."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of
from lessons.choices import Reached

LONGEST_WAIT = timedelta(hours=12)
"""Between two attempts to tell a platform."""


class PlatformScoreQuerySet(models.QuerySet):
    """Lists of scores."""

    def waiting(self):
        """Those of which the platform does not know the newest."""
        return self.exclude(sent=F("reached"))

    def due(self):
        """Those to tell now, the longest waiting first. Of a platform that is switched off none is: they wait."""
        active = self.filter(deployment__is_active=True, deployment__registration__is_active=True)
        due = active.waiting().filter(due_at__lte=timezone.now())
        return due.select_related("deployment__registration").order_by("due_at", "pk")


class PlatformScore(models.Model):
    """How far a participant has come with a line of a platform's gradebook: only forward, and kept until the platform has taken it."""

    deployment = models.ForeignKey("lti_tool.LtiDeployment", on_delete=models.CASCADE, related_name="scores")
    subject = models.CharField(max_length=255)
    lineitem = models.URLField(max_length=1000)
    reached = models.CharField(_("reached"), max_length=10, choices=Reached)
    reached_at = models.DateTimeField(default=timezone.now)
    sent = models.CharField(_("told"), max_length=10, choices=Reached, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    trouble = models.CharField(_("trouble"), max_length=300, blank=True)

    objects = PlatformScoreQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("platformscore", "reached", Reached),
            one_of("platformscore", "sent", Reached, blank=True),
            models.UniqueConstraint(
                name="platformscore_once",
                fields=["deployment", "subject", "lineitem"],
                violation_error_message=_("There is a score of this person on this line already."),
            ),
            models.CheckConstraint(
                name="platformscore_never_ahead",
                condition=~Q(sent=Reached.COMPLETED) | Q(reached=Reached.COMPLETED),
                violation_error_message=_("A platform cannot have been told more than was reached."),
            ),
        ]

    def __str__(self):
        return f"{self.subject}: {self.reached}"

    def told(self) -> None:
        """Remember that the platform knows, unless more was reached in the meantime."""
        self.sent, self.tries, self.trouble = self.reached, 0, ""
        self.save(update_fields=["sent", "tries", "trouble"])

    def put_off(self, trouble: str) -> None:
        """Try again later: after two minutes, four, eight, up to half a day; for as long as it takes."""
        wait = min(timedelta(minutes=2 ** min(self.tries + 1, 12)), LONGEST_WAIT)
        self.tries, self.trouble, self.due_at = min(self.tries + 1, 30_000), trouble[:300], timezone.now() + wait
        self.save(update_fields=["tries", "trouble", "due_at"])
