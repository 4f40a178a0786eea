"""What readers are told about a change of a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.models.placed import Placed


class ChangeNote(Placed):
    """A change of a story that readers would want to know of, in a sentence or two."""

    story = models.ForeignKey("cases.Story", on_delete=models.CASCADE, related_name="change_notes")
    version = models.PositiveIntegerField(
        _("version"), null=True, blank=True, help_text=_("The version that came with it, where that is known.")
    )
    date = models.DateField(_("date"), help_text=_("The day on which readers first saw it."))
    note = models.TextField(_("note"), max_length=600, help_text=_("What is new for readers."))

    class Meta:
        ordering = ["-date", "-version", "-pk"]
        constraints = [not_empty("changenote", "note")]

    def __str__(self):
        return self.note
