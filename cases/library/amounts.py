"""The keys that hold figures, dates and days."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone
from django.utils.text import capfirst

from cases.figures import parse_figure
from cases.library.keys import Key
from cases.library.problems import Found
from cases.models import Milestone

FIGURE_EXAMPLES = [25, 3.8, "about 80", "more than 95", "30 to 40"]
DATE_EXAMPLES = [1993, "1993-04", "1993/1995"]
DAY = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\d", re.ASCII)
PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


class Figure(Key):
    """A figure as the source gives it; a plain number is written bare."""

    judges = True

    def shape(self, model):
        return {
            "type": ["number", "string"],
            "maxLength": self.field(model).max_length,
            "examples": FIGURE_EXAMPLES,
        }

    def problems(self, value):
        try:
            if parse_figure(value) is None:
                yield Found((), "The figure is empty. Write it, or leave the key out.")
        except ValueError as error:
            yield Found((), str(error))

    def tidy(self, value):
        try:
            figure = parse_figure("" if value is None else value)
        except ValueError:
            return str(value)
        if figure is None:
            return None
        text = figure.text
        return text if not PLAIN_NUMBER.fullmatch(text) else Decimal(text) if "." in text else int(text)

    def store(self, value, names):
        return {self.name: "" if value is None else str(value)}


@dataclass(frozen=True)
class Degrees(Key):
    """Degrees of latitude or longitude, to two places; `most` either way."""

    most: int = 180

    def shape(self, model):
        return {"type": "number", "minimum": -self.most, "maximum": self.most}

    def tidy(self, value):
        if value is None:
            return None
        rounded = round(Decimal(str(value)), 2).normalize()
        return int(rounded) if rounded == int(rounded) else rounded

    def store(self, value, names):
        return {self.name: None if value is None else Decimal(str(value))}


@dataclass(frozen=True)
class MilestoneDate(Key):
    """A year, a month of a year, or a span of years."""

    judges = True

    name: str = "date"

    def columns(self):
        return ("year", "month", "until_year")

    def required(self, model):
        return True

    def schema(self, model):
        return {
            "title": "Date",
            "description": "A year (1993), a month (1993-04) or a span of years (1993/1995).",
            "type": ["integer", "string"],
            "examples": DATE_EXAMPLES,
        }

    def problems(self, value):
        try:
            found = Milestone.parse_date(value)
        except ValueError as error:
            yield Found((), str(error))
            return
        if found["until_year"] and found["until_year"] <= found["year"]:
            yield Found((), f"The span “{value}” runs backwards or stands still. Write the earlier year first.")

    def tidy(self, value):
        return int(value) if PLAIN_NUMBER.fullmatch(str(value)) else value

    def fetch(self, columns, names):
        year, month, until = columns
        return self.tidy(Milestone(year=year, month=month, until_year=until).date)

    def store(self, value, names):
        return Milestone.parse_date(value)


@dataclass(frozen=True)
class Date(Key):
    """A day of the calendar."""

    judges = True

    column: str = ""
    """The column, where it has another name than the key."""
    description: str = ""

    def columns(self):
        return (self.column or self.name,)

    def required(self, model):
        return self.default is None and not model._meta.get_field(self.columns()[0]).blank

    def schema(self, model):
        return {
            "title": capfirst(self.name.replace("_", " ")),
            "description": self.description,
            "type": "string",
            "format": "date",
        }

    def problems(self, value):
        try:
            if not DAY.fullmatch(value):
                raise ValueError
            date.fromisoformat(value)
        except ValueError:
            yield Found((), f"“{value}” is not a day. Write year, month and day, such as 2026-11-22.")

    def tidy(self, value):
        return date.fromisoformat(value) if isinstance(value, str) else value

    def store(self, value, names):
        return {self.columns()[0]: value}


@dataclass(frozen=True)
class Day(Date):
    """The day of a moment, such as the day on which a record was first published."""

    aside: bool = True
    first: bool = False
    """Whether it is the first such day, which later changes do not move."""

    def required(self, model):
        return False

    def fetch(self, columns, names):
        return timezone.localdate(columns[0]) if columns[0] else None

    def store(self, value, names):
        """Noon of the day, which stays that day in the neighbouring time zones."""
        return {self.column: timezone.make_aware(datetime.combine(value, time(12))) if value else None}
