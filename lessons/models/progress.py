"""How far people with an account have come in courses."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty

LONGEST = 2000
"""Characters of a note."""


class ProgressQuerySet(models.QuerySet):
    """Lists of progress."""

    def in_course(self, user, course):
        """What the user has done and noted in the course."""
        return self.filter(user=user, course=course)


class Progress(models.Model):
    """That somebody is done with an item of a course, or what they noted on it. Nobody else sees it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="progress")
    course = models.ForeignKey("lessons.Course", on_delete=models.CASCADE, related_name="progress")
    mark = models.CharField(max_length=16)
    done = models.BooleanField(_("done"), default=False)
    note = models.TextField(_("note"), max_length=LONGEST, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("progress")
        constraints = [
            not_empty("progress", "mark"),
            models.CheckConstraint(
                name="progress_says_something",
                condition=models.Q(done=True) | ~models.Q(note=""),
                violation_error_message=_("Progress says that something is done, or holds a note."),
            ),
            models.UniqueConstraint(
                name="progress_once",
                fields=["user", "course", "mark"],
                violation_error_message=_("This person has progress with this item already."),
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.mark}"
