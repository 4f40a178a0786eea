"""Rows of an uploaded spreadsheet that would do something, or are refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of


class RowKind(models.TextChoices):
    """What a row would do."""

    REFUSED = "refused", _("Refused")
    ADDED = "added", _("New")
    CHANGED = "changed", _("Changed")
    REMOVED = "removed", _("Taken away")
    SAME = "same", _("Unchanged")


DOING = (RowKind.ADDED, RowKind.CHANGED, RowKind.REMOVED)

HINDERED = "hindered"
"""Beside the kinds: rows of stories that lack what every published story has."""


class SheetRowQuerySet(models.QuerySet):
    """Lists of rows."""

    def shown(self, kind=""):
        """The rows that do this, or all; in the order of the file."""
        return (self.filter(kind=kind) if kind else self).order_by("pk")

    def by_kind(self):
        """Each kind with the number of its rows."""
        return dict(self.order_by().values_list("kind").annotate(models.Count("pk")))


class SheetRow(models.Model):
    """A row of an uploaded spreadsheet: where it stands, what it is of, and what it does or what is wrong with it, cell by cell."""

    sheet_import = models.ForeignKey("cases.SheetImport", on_delete=models.CASCADE, related_name="sheet_rows")
    table = models.CharField(_("sheet"), max_length=100, blank=True)
    number = models.PositiveIntegerField(_("row"), default=0)
    kind = models.CharField(_("what it does"), max_length=10, choices=RowKind)
    name = models.TextField(_("of"), blank=True)
    cells = models.JSONField(_("cells"), default=list)

    objects = SheetRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of a spreadsheet")
        verbose_name_plural = _("rows of spreadsheets")
        constraints = [one_of("sheet_row", "kind", RowKind)]
        indexes = [models.Index(name="sheet_row_shown", fields=["sheet_import", "kind"])]

    def __str__(self):
        return f"{self.table}, {self.number}"
