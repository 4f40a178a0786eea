"""Where links out of the library stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class LinkUse(models.Model):
    """A link in a field of a record."""

    link = models.ForeignKey("cases.OutsideLink", on_delete=models.CASCADE, related_name="uses")
    noun = models.CharField(_("noun"), max_length=40)
    record_id = models.BigIntegerField(_("record"))
    field = models.CharField(_("field"), max_length=60)

    class Meta:
        ordering = ["noun", "record_id", "field", "pk"]
        indexes = [models.Index(fields=["noun", "record_id"], name="linkuse_of_record")]
        constraints = [
            not_empty("linkuse", "noun"),
            models.UniqueConstraint(
                name="linkuse_once",
                fields=["link", "noun", "record_id", "field"],
                violation_error_message=_("This link is known in this field already."),
            ),
        ]

    def __str__(self):
        return f"{self.noun} {self.record_id}, {self.field}"
