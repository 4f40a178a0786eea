"""Groups that answer the questions of a course."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class CourseGroupQuerySet(models.QuerySet):
    """Lists of groups."""

    def of(self, user, course=None):
        """The groups that the user has opened and that have not ended; of one course, where it is given."""
        return self.current().filter(owner=user, **({"course": course} if course else {}))

    def with_code(self, code):
        """The group with the code, or None where there is none, or no longer."""
        return self.current().filter(code=code).first()

    def current(self):
        """Groups that have not ended."""
        return self.filter(ends_at__gt=timezone.now()).select_related("course")

    def ended(self):
        """Groups that are deleted when it is due."""
        return self.filter(ends_at__lte=timezone.now())

    def for_list(self):
        """Groups, the newest first, with `member_count`."""
        return self.annotate(member_count=models.Count("members")).order_by("-opened_at", "pk")


class CourseGroup(models.Model):
    """People who answer the questions of a course together, without an account; only whoever opened it sees their answers."""

    course = models.ForeignKey("lessons.Course", on_delete=models.CASCADE, related_name="groups")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="course_groups")
    title = models.CharField(_("name of the group"), max_length=80)
    code = models.CharField(max_length=12, editable=False)
    questions = models.JSONField(default=list, blank=True, editable=False)
    closed = models.BooleanField(default=False)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    ends_at = models.DateTimeField(editable=False)

    objects = CourseGroupQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            not_empty("coursegroup", "title"),
            models.UniqueConstraint(
                name="coursegroup_code_once",
                fields=["code"],
                violation_error_message=_("This code opens another group already."),
            ),
            models.CheckConstraint(
                name="coursegroup_ends_after_it_opens",
                condition=models.Q(ends_at__gt=models.F("opened_at")),
                violation_error_message=_("A group ends after it was opened."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """Where people answer."""
        return reverse("group-answer", args=[self.code])
