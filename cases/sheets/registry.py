"""The registry of sheets: which rows a workbook may hold, and what their columns are. Upper floors add theirs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cases.library.amounts import Day
from cases.library.many import Parts
from cases.library.nouns import Noun, noun
from cases.sheets.apart import left_alone
from cases.sheets.columns import OWNER, REMOVE, STATUS, Column


@dataclass(frozen=True, eq=False)
class Sheet:
    """
    The sheet of a noun, with a row for each record; or, with `part`, of a noun's parts, with a row for each part.

    `facts` are columns that are exported and not read back: a heading, and a function of the record's mapping. A sheet that is not
    `read` can only be taken out.
    """

    name: str
    title: str | Promise
    noun_name: str
    part: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)
    facts: tuple[tuple[str | Promise, Callable[[dict], str]], ...] = ()
    read: bool = True

    def __str__(self):
        return in_site_language(self.title)

    @property
    def noun(self) -> Noun:
        """The noun of its records, or of the records that its parts belong to."""
        return noun(self.noun_name)

    @cached_property
    def parts(self) -> Parts | None:
        """The key of its parts."""
        return next((key for key in self.noun.keys if self.part and key.name == self.part), None)

    @property
    def model(self) -> type[Model]:
        """What a row of it is."""
        return self.parts.of if self.parts else self.noun.model

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in order: whose row it is, the keys, and what is not read back."""
        return tuple(self._columns())

    def _columns(self) -> Iterator[Column]:
        label = self.noun.label
        yield (
            Column(OWNER, capfirst(label), _("The slug of the %(noun)s.") % {"noun": label}, model=self.noun.model)
            if self.parts
            else Column(OWNER, in_site_language(_("Slug")), _("The record's name in addresses and files."))
        )
        keys = self.parts.keys if self.parts else self.noun.keys
        for key in keys:
            if not isinstance(key, Parts) and (self.parts or key.name not in left_alone(self.noun)):
                yield Column.of(key, self.model, known=bool(self.parts) and key.name in self.parts.known)
        if self.parts and self.read:
            words = _("“yes” takes this %(part)s away.") % {"part": self.model._meta.verbose_name}
            yield Column(REMOVE, in_site_language(_("Remove")), words)
        if not self.parts:
            for heading, fact in self.facts:
                yield Column(f"#{heading}", in_site_language(heading), fact=fact)
            for key in keys:
                if isinstance(key, Day):
                    yield Column(f"#{key.name}", key.schema(self.model)["title"], fact=_day(key.name))
            yield Column(STATUS, in_site_language(_("Status")), fact=lambda data: data[STATUS])

    def column(self, name: str) -> Column | None:
        """The column of this name."""
        return next((column for column in self.columns if column.name == name), None)

    @cached_property
    def known_by(self) -> tuple[str, ...]:
        """The headings of the columns by which a row is known again."""
        return tuple(column.heading for column in self.columns if column.name == OWNER or column.known)


def _day(name: str) -> Callable[[dict], str]:
    return lambda data: data[name].isoformat() if data.get(name) else ""


def in_site_language(text: str | Promise) -> str:
    """The text in the language of the site, whoever asks: a workbook is passed on."""
    with override(settings.LANGUAGE_CODE):
        return str(text)


_sheets: list[Sheet] = []


def sheets() -> tuple[Sheet, ...]:
    """Every sheet, in the order of a workbook."""
    return tuple(_sheets)


def sheet(name: str) -> Sheet | None:
    """The sheet of this name."""
    return next((found for found in _sheets if found.name == name), None)


def sheets_of(noun_name: str) -> tuple[Sheet, ...]:
    """The sheet of a noun's records, then those of their parts."""
    return tuple(
        sorted((found for found in _sheets if found.noun_name == noun_name), key=lambda found: bool(found.part))
    )


def register_sheet(new: Sheet, before: str = "") -> None:
    """Add a sheet, before the one named or last. Adding it again changes nothing."""
    names = [found.name for found in _sheets]
    if new.name not in names:
        _sheets.insert(names.index(before) if before else len(names), new)
