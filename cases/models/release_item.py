"""The records of a release."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class ReleaseItem(models.Model):
    """A record whose draft is published with the release."""

    release = models.ForeignKey("cases.Release", on_delete=models.CASCADE, related_name="items")
    noun = models.CharField(_("noun"), max_length=40)
    record_id = models.BigIntegerField(_("record"))
    title = models.CharField(
        _("title"), max_length=250, blank=True, help_text=_("What it was called when it was chosen.")
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            not_empty("releaseitem", "noun"),
            models.UniqueConstraint(
                name="releaseitem_once",
                fields=["release", "noun", "record_id"],
                violation_error_message=_("This record is in the release already."),
            ),
        ]

    def __str__(self):
        return self.title or f"{self.noun} {self.record_id}"
