"""Steps: what was done to a course, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class StepQuerySet(models.QuerySet):
    """Lists of steps, the newest first."""

    def undoable(self, user):
        """The steps of the user that stand."""
        return self.filter(user=user, undone=False).order_by("-number")

    def redoable(self, user):
        """The steps of the user that were undone, the one undone last first."""
        return self.filter(user=user, undone=True).order_by("number")

    def of_others(self, user, since):
        """What others have done, or undone, since then, the oldest first."""
        return self.filter(at__gt=since).exclude(user=user).select_related("user").order_by("at", "pk")


class Step(models.Model):
    """One thing that somebody did to a course: the rows as they were before and after it, and what was moved."""

    course = models.ForeignKey("lessons.Course", on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    said = models.CharField(max_length=300)
    rows = models.JSONField(default=list, blank=True)
    order = models.JSONField(default=dict, blank=True)
    moved = models.JSONField(default=list, blank=True)
    undone = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["-number", "-pk"]
        constraints = [
            not_empty("step", "said"),
            models.UniqueConstraint(
                name="step_number_once",
                fields=["course", "number"],
                violation_error_message=_("Two steps of a course cannot have the same number."),
            ),
        ]

    def __str__(self):
        return self.said
