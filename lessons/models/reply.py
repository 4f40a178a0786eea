"""Replies: what a person says to one statement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty, one_of
from lessons.choices import Often

LONGEST_EXAMPLE = 300


class ReplyQuerySet(models.QuerySet):
    """Lists of replies."""

    def of_sheet(self, sheet) -> dict[str, tuple[str, str]]:
        """What the sheet says, by statement: how often, and the example."""
        return {slug: (often, example) for slug, often, example in self.filter(sheet=sheet).values_list(*COLUMNS)}

    def of_sheets(self, sheets):
        """Sheet (id), statement, how often, and the example, of each reply in the sheets."""
        return self.filter(sheet__in=sheets).order_by().values_list("sheet_id", *COLUMNS)


COLUMNS = ("statement", "often", "example")


class Reply(models.Model):
    """What a person says to one statement: how often it is so, and an example. The statement is named as the round words it."""

    sheet = models.ForeignKey("lessons.Sheet", on_delete=models.CASCADE, related_name="replies")
    statement = models.SlugField(_("statement"), max_length=80, db_index=False)
    often = models.CharField(_("how often"), max_length=20, choices=Often, blank=True)
    example = models.CharField(_("example"), max_length=LONGEST_EXAMPLE, blank=True)

    objects = ReplyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["sheet", "pk"]
        constraints = [
            not_empty("reply", "statement"),
            one_of("reply", "often", Often, blank=True),
            models.UniqueConstraint(
                name="reply_once",
                fields=["sheet", "statement"],
                violation_error_message=_("The sheet has a reply to this statement already. Change that."),
            ),
        ]

    def __str__(self):
        return f"{self.statement}: {self.get_often_display() or '–'}"
