"""Stories in collections."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import not_empty
from cases.models.placed import Placed


class CollectedStory(Placed):
    """A story in a collection, with the editor's note that says why it is here."""

    collection = ParentalKey("cases.Collection", on_delete=models.CASCADE, related_name="collected")
    story = models.ForeignKey(
        "cases.Story", on_delete=models.PROTECT, related_name="collected", verbose_name=_("story")
    )
    note = models.CharField(_("note"), max_length=400, help_text=_("Why the story is here: one or two sentences."))

    class Meta(Placed.Meta):
        verbose_name_plural = _("collected stories")
        constraints = [
            not_empty("collectedstory", "note"),
            models.UniqueConstraint(
                name="collectedstory_once",
                fields=["collection", "story"],
                violation_error_message=_("This story is in the collection already."),
            ),
        ]

    def __str__(self):
        return f"{self.story} ({self.collection})"
