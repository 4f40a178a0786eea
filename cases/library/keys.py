"""
The keys of a record that hold one value: how each is described, checked, compared with the database and stored.

A key reads the rest from the model's field of its name: whether it may be missing, how long it may be, which words it takes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.text import capfirst
from django_countries import countries

from cases.figures import parse_figure
from cases.library.names import Names
from cases.library.problems import Found
from cases.library.texts import control_characters, markdown_problems, tidied
from cases.library.writing import Narrative
from cases.models import Milestone

SLUG = "^[-a-zA-Z0-9_]+$"
FIGURE_EXAMPLES = [25, 3.8, "about 80", "more than 95", "30 to 40"]
DATE_EXAMPLES = [1993, "1993-04", "1993/1995"]
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True)
class Key:
    """A key with one value. `default` is what a file that leaves it out means."""

    name: str
    default: Any = None

    many = False
    """Whether the values stand in a table of their own."""

    late = False
    """Whether it can only be stored once every part of its kind is there."""

    judges = False
    """Whether `problems` may find any."""

    def columns(self) -> tuple[str, ...]:
        """The columns that hold it."""
        return (self.name,)

    def required(self, model: type[Model]) -> bool:
        """Whether a file must have it."""
        return self.default is None and not self.field(model).blank

    def field(self, model: type[Model]) -> Field:
        """The model's field of this name."""
        return model._meta.get_field(self.name)

    def schema(self, model: type[Model]) -> dict:
        """The JSON Schema of the value, with its title and description."""
        field = self.field(model)
        described = {"title": capfirst(str(field.verbose_name)), "description": str(field.help_text)}
        return {**{name: text for name, text in described.items() if text}, **self.shape(model)}

    def shape(self, model: type[Model]) -> dict:
        """The JSON Schema of the value without its description."""
        raise NotImplementedError

    def problems(self, value: Any) -> Iterator[Found]:
        """What a schema cannot say about a value of the right shape."""
        yield from ()

    def tidy(self, value: Any) -> Any:
        """The value as the dump writes it; None where there is nothing to write."""
        return self.default if value is None else value

    def fetch(self, columns: tuple, names: Names) -> Any:
        """The value as the dump writes it, from its columns."""
        return self.tidy(columns[0])

    def store(self, value: Any, names: Names) -> dict[str, Any]:
        """Columns and values for a tidy value, or for None."""
        return {self.name: value}

    def same(self, one: Any, other: Any) -> bool:
        """Whether two tidy values mean the same."""
        return one == other


@dataclass(frozen=True)
class Text(Key):
    """A text. Where `number_too`, a bare whole number is taken as the text that it is written as."""

    judges = True

    number_too: bool = False

    def shape(self, model):
        found = {"type": ["string", "integer"] if self.number_too else "string", "pattern": r"\S"}
        longest = self.field(model).max_length
        return {**found, "maxLength": longest} if longest else found

    def problems(self, value):
        for line, message in control_characters(str(value)):
            yield Found((), message, line)

    def tidy(self, value):
        return tidied(str(value)) or None if value is not None else None

    def store(self, value, names):
        return {self.name: value or ""}


class Markdown(Text):
    """A narrative: Markdown without HTML."""

    def shape(self, model):
        return {**super().shape(model), "contentMediaType": "text/markdown"}

    def problems(self, value):
        for line, message in markdown_problems(value):
            yield Found((), message, line)

    def tidy(self, value):
        text = super().tidy(value)
        return Narrative(text) if text else None

    def store(self, value, names):
        return {self.name: str(value or "")}


class Address(Text):
    """A web address."""

    def shape(self, model):
        return {**super().shape(model), "format": "uri", "pattern": r"^https?://[^\s<>]+\s*$"}


class Slug(Text):
    """The name of a record in addresses and files."""

    def shape(self, model):
        return {**super().shape(model), "pattern": SLUG}


class Choice(Key):
    """One word of a closed list."""

    def shape(self, model):
        return {"enum": [value for value, _label in self.field(model).choices if value]}

    def tidy(self, value):
        return value or None

    def store(self, value, names):
        return {self.name: value or ""}


class Country(Choice):
    """A country by its ISO code."""

    @cached_property
    def codes(self) -> list[str]:
        """Every code, in order."""
        return sorted(code for code, _name in countries)

    def shape(self, model):
        return {"enum": self.codes, "description": "The country's ISO 3166 code of two letters."}

    def tidy(self, value):
        return str(getattr(value, "code", value) or "") or None


@dataclass(frozen=True)
class Whole(Key):
    """A whole number from `least` to `most`."""

    least: int = 1
    most: int = 9999

    def shape(self, model):
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Flag(Key):
    """True or false."""

    default: bool = False

    def shape(self, model):
        return {"type": "boolean"}


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
            yield Found(
                (), f"The span “{value}” runs backwards or stands still. Write the earlier year first."
            )

    def tidy(self, value):
        return int(value) if PLAIN_NUMBER.fullmatch(str(value)) else value

    def fetch(self, columns, names):
        year, month, until = columns
        return self.tidy(Milestone(year=year, month=month, until_year=until).date)

    def store(self, value, names):
        return Milestone.parse_date(value)


@dataclass(frozen=True)
class Day(Key):
    """The day of a moment, such as the day on which a record was first published."""

    judges = True

    column: str = ""
    description: str = ""
    first: bool = False
    """Whether it is the first such day, which later changes do not move."""

    def columns(self):
        return (self.column,)

    def required(self, model):
        return False

    def schema(self, model):
        return {
            "title": capfirst(self.name),
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

    def fetch(self, columns, names):
        return timezone.localdate(columns[0]) if columns[0] else None

    def store(self, value, names):
        """Noon of the day, which stays that day in the neighbouring time zones."""
        return {self.column: timezone.make_aware(datetime.combine(value, time(12))) if value else None}


@dataclass(frozen=True)
class Ref(Key):
    """Another record, by its slug."""

    to: type[Model] | None = None
    late: bool = False

    def columns(self):
        return (f"{self.name}_id",)

    def shape(self, model):
        noun = self.to._meta.verbose_name
        return {
            "type": "string",
            "pattern": SLUG,
            "description": f"The slug of {'an' if noun[0] in 'aeo' else 'a'} {noun}.",
        }

    def tidy(self, value):
        return str(value).strip() if value else None

    def fetch(self, columns, names):
        return names.slug(self.to, columns[0])

    def store(self, value, names):
        return {f"{self.name}_id": names.key(self.to, value)}
