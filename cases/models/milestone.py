"""Dated steps in a story."""

import re

from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import not_empty
from cases.models.cited import Cited
from cases.models.placed import Placed

DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])|/(?P<until>\d{4}))?")


class Milestone(Cited, Placed):
    """A dated step in a story: a year, a month of a year, or a span of years."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="milestones")
    year = models.PositiveSmallIntegerField(_("year"))
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True, choices=MONTHS.items())
    until_year = models.PositiveSmallIntegerField(
        _("until"), null=True, blank=True, help_text=_("For a span of years.")
    )
    text = models.CharField(_("what happened"), max_length=400)

    class Meta:
        ordering = ["year", "sort_order", "pk"]
        constraints = [
            *Cited.Meta.constraints,
            not_empty("milestone", "text"),
            models.CheckConstraint(
                name="milestone_month_in_year",
                condition=models.Q(month__isnull=True) | models.Q(month__range=(1, 12), until_year__isnull=True),
                violation_error_message=_("A month runs from 1 to 12, and does not go with a span of years."),
            ),
            models.CheckConstraint(
                name="milestone_years_in_order",
                condition=models.Q(until_year__isnull=True) | models.Q(until_year__gt=models.F("year")),
                violation_error_message=_("The span must end after it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.when}: {self.text}"

    @property
    def when(self) -> str:
        """April 1995, 1993, or 1993–1995."""
        if self.until_year:
            return f"{self.year}–{self.until_year}"
        return f"{MONTHS[self.month]} {self.year}" if self.month else str(self.year)

    @property
    def date(self) -> str:
        """The date as files write it: 1995-04, 1993, or 1993/1995."""
        if self.until_year:
            return f"{self.year}/{self.until_year}"
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)

    @staticmethod
    def parse_date(text: str) -> dict:
        """The fields for a date as files write it; ValueError says what would be right."""
        match = DATE.fullmatch(str(text))
        if not match:
            raise ValueError(
                f"“{text}” is not a date. Write 1993, 1993-04 for a month, or 1993/1995 for a span of years."
            )
        month, until = match["month"], match["until"]
        return {
            "year": int(match["year"]),
            "month": int(month) if month else None,
            "until_year": int(until) if until else None,
        }
