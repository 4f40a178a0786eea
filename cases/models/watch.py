"""Up to where the library's changes have been looked through for news."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Watch(models.Model):
    """One row: the generation up to which news has been noted; without a number while the library is read for the first time."""

    number = models.PositiveBigIntegerField(null=True, blank=True)
    stamp = models.CharField(max_length=32, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = _("watch")
        constraints = [
            models.CheckConstraint(
                name="watch_one_row", condition=models.Q(id=1), violation_error_message=_("There is one watch.")
            )
        ]

    def __str__(self):
        return str(self.number or "–")
