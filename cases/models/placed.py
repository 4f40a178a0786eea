"""Rows that an editor puts in an order."""

from wagtail.models import Orderable


class Placed(Orderable):
    """
    A row with a place among those beside it.

    Rows of the same place come in the order in which they were stored: a database would hand them out in any
    order, and in another one after each change. Give a new row its place: without one it comes before the others on
    SQLite, and behind them on PostgreSQL.
    """

    class Meta(Orderable.Meta):
        abstract = True
        ordering = ["sort_order", "pk"]
