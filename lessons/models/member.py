"""The members of groups."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MemberQuerySet(models.QuerySet):
    """Lists of members."""

    def with_replies(self):
        """Members in the order in which they came, with what they answered."""
        return self.prefetch_related("replies").order_by("joined_at", "pk")


class Member(models.Model):
    """Somebody who answers in a group: a browser that holds a token, and a name if they chose one. Nothing else is known of them."""

    group = models.ForeignKey("lessons.CourseGroup", on_delete=models.CASCADE, related_name="members")
    name = models.CharField(_("name"), max_length=40, blank=True)
    token = models.CharField(max_length=64, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="member_token_once",
                fields=["group", "token"],
                violation_error_message=_("This browser is in the group already."),
            ),
        ]

    def __str__(self):
        return self.name or str(_("without a name"))
