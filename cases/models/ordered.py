"""Rows that an editor puts into an order."""

from wagtail.models import Orderable


class Ordered(Orderable):
    """A row of a record, in the place that an editor gave it; rows of the same place follow one another as they were made."""

    class Meta:
        abstract = True
        ordering = ["sort_order", "pk"]
