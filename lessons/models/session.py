"""Sessions of courses."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.placed import Placed
from lessons.choices import minutes_between

LONGEST = 24 * 60
"""Minutes of the longest session."""


class Session(Placed):
    """A part of a course that is held in one go, with what stands in it."""

    course = models.ForeignKey("lessons.Course", on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("title"), max_length=100)
    aim = models.CharField(
        _("aim"), max_length=300, blank=True, help_text=_("What this session is for, in one sentence.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(5), MaxValueValidator(LONGEST)],
        help_text=_("How long it is meant to take, without breaks."),
    )
    for_facilitator = models.TextField(
        _("notes for the facilitator"),
        max_length=5000,
        blank=True,
        validators=[validate_markdown],
        help_text=_("What to prepare, what to watch for, what may go wrong."),
    )

    class Meta(Placed.Meta):
        constraints = [
            not_empty("session", "title"),
            minutes_between("session", 5, LONGEST),
        ]

    def __str__(self):
        return self.title

    @property
    def planned_minutes(self) -> int:
        """The minutes of all its items."""
        return sum(item.minutes for item in self.items.all())
