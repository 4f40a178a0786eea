"""Who wrote a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import one_of
from cases.models.placed import Placed
from cases.telling.choices import Writer


class Credit(Placed):
    """Somebody who wrote a story, with their leave to be named; without it the name stays empty."""

    Kind = Writer

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="credits")
    name = models.CharField(
        _("name"), max_length=120, blank=True, help_text=_("Leave empty where they do not wish to be named.")
    )
    kind = models.CharField(_("wrote as"), max_length=20, choices=Writer)
    part = models.CharField(
        _("part in the story"), max_length=150, blank=True, help_text=_("From where they know it: drove the bus.")
    )

    class Meta(Placed.Meta):
        constraints = [one_of("credit", "kind", Writer)]

    def __str__(self):
        return self.name or str(self.get_kind_display())


def named_writers(story) -> list[str]:
    """Who wrote the story, by the names that they gave leave for."""
    return [credit.name for credit in story.credits.all() if credit.name]
