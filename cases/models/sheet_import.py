"""Spreadsheets that somebody has uploaded, and how far their import has come."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of
from cases.models.sheet_row import DOING, HINDERED, RowKind

KEPT = timedelta(days=7)
"""How long the file and its rows are kept."""

MOST_ATTEMPTS = 3
"""So many times a process may end before its work does; then something in the file ends it."""


class SheetState(models.TextChoices):
    """How far an import has come."""

    WAITING = "waiting", _("Waits to be read")
    READING = "reading", _("Is being read and checked")
    CHECKED = "checked", _("Read and checked")
    CONFIRMED = "confirmed", _("Waits to be imported")
    WRITING = "writing", _("Is being imported")
    DONE = "done", _("Imported")
    CANCELLED = "cancelled", _("Cancelled")
    FAILED = "failed", _("Ended by a fault")


WORKING = (SheetState.WAITING, SheetState.READING, SheetState.CONFIRMED, SheetState.WRITING)
"""Something is to be done, or being done, in a process of its own."""

OPEN = (*WORKING, SheetState.CHECKED)


class SheetImportQuerySet(models.QuerySet):
    """Lists of imports."""

    def for_list(self, user):
        """The newest imports that the user may see, with who began them."""
        found = self if user.has_perm("cases.change_sheetimport") else self.filter(user=user)
        return found.select_related("user__wagtail_userprofile").order_by("-created_at", "-pk")

    def unfinished(self):
        """Imports that a process works on, or should."""
        return self.filter(state__in=WORKING).order_by("created_at", "pk")

    def outdated(self):
        """Imports whose files are kept no longer."""
        return self.filter(created_at__lt=timezone.now() - KEPT).exclude(folder="")

    def move(self, pk, *, before, after, **values):
        """Bring the import from one of the states `before` into `after`; whether it was in one of them."""
        return bool(self.filter(pk=pk, state__in=before).update(state=after, **values))


class SheetImport(models.Model):
    """A spreadsheet that an editor has uploaded: what is known of it, and how far its import has come."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True, db_index=True)
    name = models.CharField(_("file"), max_length=200)
    is_workbook = models.BooleanField(_("is a workbook"))
    chosen = models.CharField(_("sheet"), max_length=40, blank=True)
    size = models.PositiveIntegerField(_("bytes"), default=0)
    folder = models.CharField(_("folder of the file"), max_length=64, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=SheetState, default=SheetState.WAITING)
    publishes = models.BooleanField(_("publishes"), default=False)
    renewed = models.BooleanField(_("checked again"), default=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    started_at = models.DateTimeField(_("last begun"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    tables = models.JSONField(_("sheets, with the number of rows that do what"), default=list, blank=True)
    drafts = models.PositiveIntegerField(_("records with drafts"), default=0)
    problems = models.PositiveIntegerField(_("problems"), default=0)
    notes = models.JSONField(_("what wants saying"), default=list, blank=True)
    message = models.TextField(_("how it ended"), blank=True)

    objects = SheetImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a spreadsheet")
        verbose_name_plural = _("imports of spreadsheets")
        constraints = [
            one_of("sheet_import", "state", SheetState),
            models.UniqueConstraint(
                name="sheet_import_folder_of_its_own",
                fields=["folder"],
                condition=~Q(folder=""),
                violation_error_message=_("Two imports share a folder."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_working(self) -> bool:
        """Whether a process works on it, or should."""
        return self.state in WORKING

    @property
    def is_open(self) -> bool:
        """Whether it may still be imported."""
        return self.state in OPEN

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.count(*RowKind)

    @property
    def doing(self) -> int:
        """How many rows do something."""
        return self.count(*DOING)

    @property
    def hindered(self) -> int:
        """How many stories cannot be shown to readers as they are."""
        return self.count(HINDERED)

    def count(self, *kinds: str) -> int:
        """How many rows do one of these things."""
        return sum(table.get(kind, 0) for table in self.tables for kind in kinds)

    @property
    def can_be_imported(self) -> bool:
        """Whether it was checked, nothing is wrong, and there is something to do."""
        return self.state == SheetState.CHECKED and not self.problems and bool(self.doing or self.drafts)
