"""
The keys of a record that hold many values, each in a row of another table: references, tags, and the parts
of a record.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.text import capfirst
from taggit.models import Tag

from cases.library.keys import SLUG, Key
from cases.library.names import HIDDEN, Names
from cases.library.problems import Found, field_name, shown
from cases.library.texts import control_characters
from cases.models import StoryTag

Rule = Callable[[dict], Iterable[tuple[str, str]]]
"""
What a schema cannot say about a mapping as a whole: yields a key (or '') and what is wrong and would be
right.
"""


@dataclass(frozen=True)
class Many(Key):
    """A key whose values stand in rows that point at the record."""

    many = True

    def columns(self):
        return ()

    def rows(self, model: type[Model]) -> type[Model]:
        """The model of the rows."""
        raise NotImplementedError

    def all_rows(self, model: type[Model]) -> QuerySet:
        """The rows of every record of the noun."""
        return self.rows(model).objects.all()

    def owner(self, model: type[Model]) -> str:
        """The column of a row that points at the record."""
        raise NotImplementedError

    def row_columns(self, model: type[Model]) -> tuple[str, ...]:
        """The columns of a row that hold the value."""
        raise NotImplementedError

    def order(self) -> tuple[str, ...]:
        """How rows are ordered for `gather`."""
        return ("pk",)

    def gather(self, rows: list[tuple], names: Names) -> Any:
        """The tidy value from its rows, or None."""
        raise NotImplementedError

    def spread(self, value: Any, names: Names) -> list[dict[str, Any]]:
        """The rows of a tidy value, without the column of the owner."""
        raise NotImplementedError


@dataclass(frozen=True)
class Refs(Many):
    """Other records, by their slugs, sorted."""

    to: type[Model] | None = None

    def shape(self, model):
        described = f"The slugs of {self.to._meta.verbose_name_plural}, in any order."
        return {
            "type": "array",
            "items": {"type": "string", "pattern": SLUG},
            "uniqueItems": True,
            "description": described,
        }

    def tidy(self, value):
        return sorted({slug.strip() for slug in value}) if value else None

    def rows(self, model):
        return self.field(model).remote_field.through

    def owner(self, model):
        return self._column(model, self.field(model).m2m_field_name())

    def row_columns(self, model):
        return (self._column(model, self.field(model).m2m_reverse_field_name()),)

    def _column(self, model, name):
        return self.rows(model)._meta.get_field(name).attname

    def gather(self, rows, names):
        return sorted(slug for (pk,) in rows if (slug := names.slug(self.to, pk)) is not HIDDEN) or None

    def spread(self, value, names):
        column = f"{self.to._meta.model_name}_id"
        return [{column: names.key(self.to, slug)} for slug in value or ()]


@dataclass(frozen=True)
class Tags(Many):
    """Tags, sorted; small and capital letters are the same."""

    judges = True

    name: str = "tags"

    def required(self, model):
        return False

    def schema(self, model):
        word = {"type": "string", "pattern": r"\S", "maxLength": Tag._meta.get_field("name").max_length}
        return {
            "title": "Tags",
            "description": "Words of your own, in any order.",
            "type": "array",
            "items": word,
            "uniqueItems": True,
        }

    def problems(self, value):
        seen = {}
        for position, word in enumerate(value):
            folded = word.strip().casefold()
            if folded in seen:
                yield Found((position,), f"The tag “{shown(word)}” stands here already. Delete one.")
            seen[folded] = position
            for _line, message in control_characters(word):
                yield Found((position,), message)

    def tidy(self, value):
        return sorted(word.strip() for word in value) if value else None

    def same(self, one, other):
        return sorted(word.casefold() for word in one or ()) == sorted(word.casefold() for word in other or ())

    def rows(self, model):
        return StoryTag

    def owner(self, model):
        return "content_object_id"

    def row_columns(self, model):
        return ("tag_id",)

    def gather(self, rows, names):
        return sorted(names.slug(Tag, pk) for (pk,) in rows) or None

    def spread(self, value, names):
        return [{"tag_id": names.key(Tag, word.casefold())} for word in value or ()]


@dataclass(frozen=True)
class Parts(Many):
    """
    The parts of a record, each a mapping: a story's roles, say.

    `once` names keys that no two parts may share; `known_by` those by which a part is known again when its
    other keys have changed, where these are others. Where `by_slug`, a part has a slug of its own by which
    others refer to it, so it keeps its primary key when the record changes. `sort` puts tidy parts into an
    order of their own; otherwise they keep theirs.
    """

    judges = True

    of: type[Model] | None = None
    keys: tuple[Key, ...] = ()
    rules: tuple[Rule, ...] = ()
    once: tuple[tuple[str, ...], ...] = ()
    known_by: tuple[str, ...] = ()
    description: str = ""
    related: str = ""
    by_slug: bool = False
    sort: Callable[[dict], Any] | None = None

    def required(self, model):
        return False

    def schema(self, model):
        return {
            "title": capfirst(self.name.replace("_", " ")),
            "description": self.description,
            "type": "array",
            "items": self.item(),
        }

    def item(self) -> dict:
        """The JSON Schema of one part."""
        return mapping_schema(self.of, self.keys)

    def rows(self, model):
        return self.of

    def owner(self, model):
        return model._meta.get_field(self.related or self.name).field.attname

    @property
    def nested(self) -> tuple[Many, ...]:
        """The keys of a part whose values stand in rows that point at the part."""
        return tuple(key for key in self.keys if key.many)

    @property
    def known(self) -> tuple[str, ...]:
        """The names of the keys by which a part is known again."""
        return self.known_by or self.once[0]

    def row_columns(self, model):
        return tuple(column for key in self.keys for column in key.columns())

    def order(self):
        return ("sort_order", "pk")

    def tidy(self, value):
        found = [tidy_mapping(self.keys, part) for part in value or ()]
        return (sorted(found, key=self.sort) if self.sort else found) or None

    def gather(self, rows, names):
        parts = (self.fetch(row, names) for row in rows)
        found = [part for part in parts if HIDDEN not in part.values()]
        return (sorted(found, key=self.sort) if self.sort else found) or None

    def fetch(self, row: tuple, names: Names) -> dict:
        """One tidy part from its columns, and, last in `row`, the rows of each nested key."""
        if not self.nested:
            return fetch_mapping(self.keys, row, names)
        own = len(row) - len(self.nested)
        found = fetch_mapping([key for key in self.keys if not key.many], row[:own], names)
        for key, rows in zip(self.nested, row[own:], strict=True):
            if (value := key.gather(rows, names)) is not None:
                found[key.name] = value
        return {key.name: found[key.name] for key in self.keys if key.name in found}

    def spread(self, value, names):
        return [
            {"sort_order": place, **store_mapping(self.keys, part, names)} for place, part in enumerate(value or ())
        ]

    def repeated(self, value: list) -> Iterator[Found]:
        """Parts that stand twice."""
        for names in self.once:
            seen = {}
            for position, part in enumerate(value):
                if not isinstance(part, dict):
                    continue
                same = tuple(str(part.get(name, "")).strip() for name in names)
                if same in seen:
                    words = " and ".join(
                        f"{name} “{shown(text)}”" for name, text in zip(names, same, strict=True) if text
                    )
                    first = field_name((self.name, seen[same]))
                    yield Found((position,), f"{words} stands here already, in {first}. Join the two, or delete one.")
                seen.setdefault(same, position)


def mapping_schema(model: type[Model], keys: Iterable[Key]) -> dict:
    """The JSON Schema of a mapping with these keys."""
    keys = tuple(keys)
    return {
        "type": "object",
        "properties": {key.name: key.schema(model) for key in keys},
        "required": [key.name for key in keys if key.required(model)],
        "additionalProperties": False,
    }


def tidy_mapping(keys: Iterable[Key], mapping: dict) -> dict:
    """The mapping as the dump writes it: keys in order, empty ones left out, defaults filled in."""
    found = ((key.name, key.tidy(mapping.get(key.name))) for key in keys)
    return {name: value for name, value in found if value is not None}


def fetch_mapping(keys: Iterable[Key], row: tuple, names: Names) -> dict:
    """The mapping as the dump writes it, from the columns of its keys in one row."""
    found, start = {}, 0
    for key in keys:
        stop = start + len(key.columns())
        value = key.fetch(row[start:stop], names)
        if value is not None:
            found[key.name] = value
        start = stop
    return found


def store_mapping(keys: Iterable[Key], mapping: dict, names: Names) -> dict[str, Any]:
    """Columns and values of a tidy mapping, without nested rows; what must wait until every record is there is left empty."""
    found = {}
    for key in keys:
        if key.many:
            continue
        found.update(key.store(None if key.late else mapping.get(key.name), names))
    return found
