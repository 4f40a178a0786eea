"""The columns of a sheet: how a key of the library is headed, explained, read from a cell and written into one."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import StringIO
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_countries import countries

from cases.library.amounts import DATE_EXAMPLES, FIGURE_EXAMPLES, Date, Degrees, Figure, MilestoneDate
from cases.library.keys import Choice, Country, Flag, Key, Markdown, Ref, Text, Whole
from cases.library.many import Refs, Tags
from cases.sheets import cells

OWNER, REMOVE, STATUS = "#owner", "#remove", "#status"
"""Names of columns that no key has: whose row it is, whether it goes away, and whether readers see the record."""

REMARK = "#"
"""A row whose first column begins with it is a remark."""

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""

LEFT_ALONE = "# Longer than a cell can hold; it is left as it is."
"""Stands in a cell for a text that is too long for one, and is read as such."""

PARTED_BY = "; "

DAY_EXAMPLE = "2026-11-22"


@dataclass(frozen=True, eq=False)
class Column:
    """
    A column: of a key, or (`name` begins with #) of what is no key. A column with a `fact` is only written.

    Where `known`, a part is known again by it.
    """

    name: str
    heading: str
    description: str | Promise = ""
    key: Key | None = None
    model: type[Model] | None = None
    known: bool = False
    required: bool = False
    fact: Callable[[dict], str] | None = None

    @classmethod
    def of(cls, key: Key, model: type[Model], known: bool = False) -> "Column":
        """The column of a key of the model."""
        with override(settings.LANGUAGE_CODE):
            schema = key.schema(model)
            heading = schema.get("title") or capfirst(str(key.field(model).verbose_name))
            return cls(key.name, heading, _explained(key, schema), key, model, known, key.required(model))

    @property
    def names(self) -> set[str]:
        """What may stand over it: its heading, or the name that files use."""
        return {self.heading.casefold(), self.name.replace("_", " ").casefold()}

    @property
    def words(self) -> list[str]:
        """The words that it takes, where these are a closed list."""
        if isinstance(self.key, Choice):
            return self.key.shape(self.model)["enum"]
        return ["yes", "no"] if isinstance(self.key, Flag) or self.name == REMOVE else []

    @cached_property
    def by_label(self) -> dict[str, str]:
        """The words by themselves and by what readers see, in small letters."""
        choices = [(value, str(label)) for value, label in self.key.field(self.model).choices if value]
        return {label.casefold(): value for value, label in choices} | {
            value.casefold(): value for value, _label in choices
        }

    def read(self, value: cells.Value) -> Any:
        """The value as a file would hold it, or None for an empty cell; ValueError says what would be right."""
        if cells.is_empty(value):
            return None
        if self.key is None:
            return cells.flag(value) if self.words else cells.text(value).strip()
        return next(reader for kind, reader in READERS if isinstance(self.key, kind))(self, value)

    def write(self, value: Any) -> str | int | Decimal:
        """The value as it stands in a cell."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list):
            return _joined(value)
        if isinstance(value, int | Decimal):
            return value if abs(value) < cells.EXACT else str(value)
        return str(value)


def _explained(key: Key, schema: dict) -> str:
    """What to write into the column, in a sentence or two."""
    found = [schema.get("description", "")]
    if isinstance(key, Refs | Tags):
        found = [found[0].rstrip(".").replace(", in any order", "") + _(", parted by “;”.")]
    elif isinstance(key, Figure):
        found.append(_("Such as: %s.") % ", ".join(map(str, FIGURE_EXAMPLES)))
    elif isinstance(key, MilestoneDate):
        found.append(_("Such as: %s.") % ", ".join(map(str, DATE_EXAMPLES)))
    elif isinstance(key, Date):
        found.append(_("Such as: %s.") % DAY_EXAMPLE)
    elif isinstance(key, Flag):
        found.append(_("yes or no."))
    elif isinstance(key, Choice) and len(schema["enum"]) <= 30:
        found.append(_("One of: %s.") % ", ".join(schema["enum"]))
    elif isinstance(key, Markdown):
        found.append(_("Markdown: paragraphs, lists, emphasis, links."))
    elif isinstance(key, Text) and "maxLength" in schema:
        found.append(_("At most %d characters.") % schema["maxLength"])
    return " ".join(part for part in found if part)


def _joined(words: Iterable[str]) -> str:
    """Several words in one cell; a word that holds the sign that parts them stands in quotes."""
    line = StringIO()
    csv.writer(line, delimiter=PARTED_BY[0], lineterminator="").writerow(words)
    text = line.getvalue()
    return text.replace(PARTED_BY[0], PARTED_BY) if '"' not in text else text


def _parted(column: Column, value: cells.Value) -> list[str]:
    """The words of a cell that holds several."""
    rows = csv.reader(cells.text(value).splitlines(), delimiter=PARTED_BY[0], skipinitialspace=True)
    return [word.strip() for row in rows for word in row if word.strip()]


def _word(column: Column, value: cells.Value) -> str:
    """A word of a closed list, by itself or by its label."""
    word = cells.text(value).strip()
    return column.by_label.get(word.casefold(), word)


def _country(column: Column, value: cells.Value) -> str:
    """A country by its code or its name."""
    word = cells.text(value).strip()
    return word.upper() if word.upper() in countries else countries.by_name(word) or word


def _text(column: Column, value: cells.Value) -> str | None:
    found = cells.text(value)
    return found if found.strip() else None


READERS: tuple[tuple[type, Callable[[Column, cells.Value], Any]], ...] = (
    (MilestoneDate, lambda column, value: cells.month_or_years(value)),
    (Date, lambda column, value: cells.day(value)),
    (Figure, lambda column, value: cells.figure(value)),
    (Degrees, lambda column, value: cells.figure(value)),
    (Whole, lambda column, value: cells.whole(value)),
    (Flag, lambda column, value: cells.flag(value)),
    (Country, _country),
    (Choice, _word),
    (Refs, _parted),
    (Tags, _parted),
    (Ref, lambda column, value: cells.text(value).strip()),
    (Key, _text),
)
"""How the cells of each kind of key are read; the first that fits."""
