"""
The registry of nouns: what each file of the library holds. Upper floors add nouns, and keys of stories.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model

from cases.library.keys import Key
from cases.library.many import Parts, Rule, fetch_mapping, mapping_schema, store_mapping, tidy_mapping
from cases.library.names import HIDDEN, Names

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, eq=False)
class Noun:
    """
    A noun of the library and its file.

    A noun with a `folder` has one file a record, named by its slug; otherwise one file lists every record,
    each with its `slug`. `upward` names the key that must not run in a circle, `once` a key that no two
    records share. `cross` finds problems that need the whole library.
    """

    name: str
    model: type[Model]
    keys: tuple[Key, ...]
    description: str
    folder: bool = False
    rules: tuple[Rule, ...] = ()
    upward: str = ""
    once: str = ""
    cross: tuple[Callable[[Any], Iterable], ...] = ()

    @property
    def label(self) -> str:
        """The noun for one record, in small letters."""
        return str(self.model._meta.verbose_name)

    @property
    def single(self) -> tuple[Key, ...]:
        """Keys that stand in the record's own row."""
        return tuple(key for key in self.keys if not key.many)

    @property
    def many(self) -> tuple[Key, ...]:
        """Keys that stand in rows of other tables."""
        return tuple(key for key in self.keys if key.many)

    @property
    def by_slug(self) -> tuple[Parts, ...]:
        """Parts that others refer to by their slugs."""
        return tuple(key for key in self.keys if isinstance(key, Parts) and key.by_slug)

    def schema(self) -> dict:
        """The JSON Schema of the noun's file."""
        top = {"$schema": DIALECT, "title": self.name, "description": self.description}
        return (
            {**top, **mapping_schema(self.model, self.keys)}
            if self.folder
            else {**top, "type": "array", "items": self.item()}
        )

    def item(self) -> dict:
        """The JSON Schema of one record of a list, with its slug."""
        schema = mapping_schema(self.model, self.keys)
        longest = self.model._meta.get_field("slug").max_length
        slug = {"title": "Slug", "description": "The record's name in addresses and files.", "type": "string"}
        schema["properties"] = {
            "slug": {**slug, "pattern": "^[-a-zA-Z0-9_]+$", "maxLength": longest},
            **schema["properties"],
        }
        schema["required"] = ["slug", *schema["required"]]
        return schema

    def tidy(self, mapping: dict) -> dict:
        """The record as the dump writes it, without its slug."""
        return tidy_mapping(self.keys, mapping)

    def fetch(self, row: tuple, names: Names) -> dict:
        """
        The single keys of the record as the dump writes them; what refers to hidden records is left out.
        """
        found = fetch_mapping(self.single, row, names)
        hidden = {name for name, value in found.items() if value is HIDDEN}
        if "source" in hidden:
            hidden |= {"section", "page"}
        return {name: value for name, value in found.items() if name not in hidden} if hidden else found

    def store(self, mapping: dict, names: Names) -> dict[str, Any]:
        """The record's own columns and values."""
        return store_mapping(self.single, mapping, names)

    def in_order(self, mapping: dict) -> dict:
        """The mapping with its keys in the order of files."""
        return {key.name: mapping[key.name] for key in self.keys if key.name in mapping}


_nouns: list[Noun] = []


def nouns() -> tuple[Noun, ...]:
    """Every noun, in the order in which they are loaded."""
    return tuple(_nouns)


def noun(name: str) -> Noun:
    """The noun of this name; StopIteration where there is none."""
    return next(found for found in _nouns if found.name == name)


def register_noun(new: Noun, before: str = "") -> None:
    """Add a noun, before the one named or last. Adding it again changes nothing."""
    names = [found.name for found in _nouns]
    if new.name not in names:
        _nouns.insert(names.index(before) if before else len(names), new)


def register_keys(noun_name: str, keys: Iterable[Key], before: str) -> None:
    """Add keys to a noun's files, before the key named. Adding them again changes nothing."""
    found = noun(noun_name)
    names = [key.name for key in found.keys]
    new = tuple(key for key in keys if key.name not in names)
    place = names.index(before)
    _nouns[_nouns.index(found)] = replace(found, keys=(*found.keys[:place], *new, *found.keys[place:]))
