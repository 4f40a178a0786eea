"""What members of groups answer."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST = 2000
"""Characters of an answer."""


class GroupAnswer(models.Model):
    """A member's answer to one question of the group: what they chose, or their words."""

    member = models.ForeignKey("lessons.Member", on_delete=models.CASCADE, related_name="replies")
    mark = models.CharField(max_length=16)
    chosen = models.JSONField(default=list, blank=True)
    words = models.TextField(_("answer"), max_length=LONGEST, blank=True)

    class Meta:
        verbose_name_plural = _("answers in groups")
        constraints = [
            models.CheckConstraint(
                name="group_answer_says_something",
                condition=~Q(words="") | ~Q(chosen=[]),
                violation_error_message=_("An answer is something chosen, or some words."),
            ),
            models.UniqueConstraint(
                name="group_answer_once",
                fields=["member", "mark"],
                violation_error_message=_("This member has answered the question already."),
            ),
        ]

    def __str__(self):
        return self.words or ", ".join(self.chosen)
