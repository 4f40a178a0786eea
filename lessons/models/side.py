"""The sides of a tension."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from cases.choices import not_empty
from cases.models.cited import Cited
from cases.models.placed import Placed


class Side(Cited, Placed, ClusterableModel):
    """What one source holds in a tension, with the lessons and elements that belong to that side."""

    tension = ParentalKey("lessons.Tension", on_delete=models.CASCADE, related_name="sides")
    name = models.CharField(_("name"), max_length=60, help_text=_("The side in a few words."))
    claim = models.CharField(_("claim"), max_length=300, help_text=_("What this side says, in one sentence."))
    source = models.ForeignKey("cases.Source", on_delete=models.PROTECT, related_name="sides", verbose_name=_("source"))
    lessons = ParentalManyToManyField("lessons.Lesson", blank=True, related_name="sides", verbose_name=_("lessons"))
    elements = ParentalManyToManyField("lessons.Element", blank=True, related_name="sides", verbose_name=_("elements"))

    class Meta(Placed.Meta):
        constraints = [
            not_empty("side", "name"),
            not_empty("side", "claim"),
            models.CheckConstraint(
                name="side_has_pinpoint",
                condition=~models.Q(section="") | ~models.Q(page=""),
                violation_error_message=_("A claim needs a pinpoint. Give the section or the page of the source."),
            ),
        ]

    def __str__(self):
        return self.name
