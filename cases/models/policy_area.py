"""Policy areas, kept as data so that editors can extend them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.models.record import Record, retired_with_reason


class PolicyArea(Record):
    """A field of public policy, such as health or housing. It has no page of its own: its address is the finder's."""

    name = models.CharField(_("name"), max_length=80, unique=True)

    preview_modes = ()
    """Nothing to preview: there is no page."""

    class Meta:
        ordering = ["name"]
        constraints = [retired_with_reason("policyarea"), not_empty("policyarea", "name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The stories in this area."""
        from cases.addresses import finder_url

        return finder_url({"policy": [self.slug]})
