"""Sheets: what one person answers in a round."""

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of
from lessons.choices import Voice


class SheetQuerySet(models.QuerySet):
    """Lists of sheets."""

    def for_page(self):
        """Sheets with their round and its audit."""
        return self.select_related("round__audit")

    def of_round(self, audit_round):
        """The sheets of the round, handed in or not."""
        return self.filter(round=audit_round)

    def handed_in(self):
        """Sheets that were handed in, in the order in which that happened."""
        return self.filter(place__isnull=False).order_by("place")

    def next_place(self) -> int:
        """The place of the sheet that is handed in next."""
        return (self.aggregate(last=Max("place"))["last"] or 0) + 1


class Sheet(models.Model):
    """One person's answers in a round. It says as whom they answer, and neither a name nor a time."""

    round = models.ForeignKey("lessons.Round", on_delete=models.CASCADE, related_name="sheets")
    key_hash = models.CharField(_("hash of the person's key"), max_length=64, unique=True, editable=False)
    voice = models.CharField(_("answers as"), max_length=20, choices=Voice, blank=True)
    place = models.PositiveSmallIntegerField(_("place in the order of handing in"), null=True, blank=True)

    objects = SheetQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["round", "place", "pk"]
        constraints = [
            one_of("sheet", "voice", Voice, blank=True),
            models.UniqueConstraint(
                name="sheet_place_once",
                fields=["round", "place"],
                violation_error_message=_("Another sheet of the round was handed in at this place."),
            ),
        ]

    def __str__(self):
        return f"{self.round}: {self.get_voice_display() or '–'}"

    @property
    def is_open(self) -> bool:
        """Whether its person may still change it."""
        return self.place is None and self.round.is_open
