"""Pictures in stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.models.placed import Placed
from cases.models.story import SECTIONS

LEAD = "lead"
PLACES = {LEAD: _("At the head of the story"), **SECTIONS}
"""Where in a story a picture can stand."""


class StoryPicture(Placed):
    """A picture in a story: at its head, or in one of its sections, with words of its own."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey("cases.Picture", on_delete=models.PROTECT, related_name="+", verbose_name=_("picture"))
    caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("What the picture tells in this story.")
    )
    section = models.CharField(_("where it stands"), max_length=30, choices=PLACES)

    class Meta(Placed.Meta):
        constraints = [
            models.CheckConstraint(
                name="storypicture_section_one_of",
                condition=models.Q(section__in=list(PLACES)),
                violation_error_message=f"section must be one of: {', '.join(PLACES)}.",
            ),
            models.UniqueConstraint(
                name="storypicture_once",
                fields=["story", "picture"],
                violation_error_message=_("This picture is in the story already."),
            ),
        ]

    def __str__(self):
        return str(self.picture)
