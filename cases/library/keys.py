"""
The keys of a record that hold one value: how each is described, checked, compared with the database and
stored.

A key reads the rest from the model's field of its name: whether it may be missing, how long it may be,
which words it takes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Field, Model
from django.utils.text import capfirst
from django_countries import countries

from cases.library.names import Names
from cases.library.problems import Found
from cases.library.texts import control_characters, markdown_problems, tidied
from cases.library.writing import Narrative

LONGEST_NARRATIVE = 100_000
"""Characters of a narrative; parsing the Markdown of many more would take very long."""

SLUG = "^[-a-zA-Z0-9_]+$"


@dataclass(frozen=True)
class Key:
    """A key with one value. `default` is what a file that leaves it out means."""

    name: str
    default: Any = None
    aside: bool = False
    """Whether it is about the record and not of what it tells: a change of it alone makes no new version and no new day."""

    many = False
    """Whether the values stand in a table of their own."""

    late = False
    """Whether it can only be stored once every part of its kind is there."""

    judges = False
    """Whether `problems` may find any."""

    demands: ClassVar[tuple[Callable[[dict], Iterable[tuple[str, str]]], ...]] = ()
    """Rules that the key lays on the mapping in which it may stand."""

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

    def settle(self, stored: Any, wanted: Any) -> Any:
        """What a file means that has `wanted` (or nothing) where the database has `stored`."""
        return wanted

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
        return {**super().shape(model), "contentMediaType": "text/markdown", "maxLength": LONGEST_NARRATIVE}

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
