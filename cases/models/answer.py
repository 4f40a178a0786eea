"""What the authors of a story have written, page by page."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AnswerQuerySet(models.QuerySet):
    """Lists of answers."""

    def newest(self):
        """What holds now: the newest version of every page."""
        return self.filter(newest=True).select_related("author").order_by("step", "item")

    def versions(self, step, item):
        """Every version of one page, the newest first."""
        return self.filter(step=step, item=item).select_related("author").order_by("-number")


class Answer(models.Model):
    """
    One page of the form as somebody saved it. A page saved again is a new row with the next number; nothing is overwritten.

    Pages of a step that asks for many things (places, people, figures) have an item number each; the others have item 0.
    """

    contribution = models.ForeignKey(
        "cases.Contribution", on_delete=models.CASCADE, related_name="answers", verbose_name=_("contribution")
    )
    step = models.CharField(_("step"), max_length=40)
    item = models.PositiveSmallIntegerField(_("item"), default=0)
    number = models.PositiveIntegerField(_("version"), default=1)
    data = models.JSONField(_("what was written"), default=dict)
    removed = models.BooleanField(_("taken away"), default=False)
    newest = models.BooleanField(_("newest"), default=True)
    author = models.ForeignKey(
        "cases.CoAuthor",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("author"),
    )
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)

    objects = AnswerQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["step", "item", "number", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="answer_once",
                fields=["contribution", "step", "item", "number"],
                violation_error_message=_("Somebody else has saved this page in the meantime."),
            ),
            models.UniqueConstraint(
                name="answer_one_newest",
                fields=["contribution", "step", "item"],
                condition=models.Q(newest=True),
                violation_error_message=_("A page has one newest version."),
            ),
        ]

    def __str__(self):
        return f"{self.step}/{self.item}, {self.number}"
