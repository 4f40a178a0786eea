"""
Stories as the record keeps them: what the library's files say of a story, and the names of whatever it names.

So a version can be read without the software that wrote it, and shown when what it names is gone.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Field, ForeignKey, Model

from cases.extensions import extensions
from cases.library.names import FewNames
from cases.library.nouns import Noun, noun
from cases.library.records import stored_records
from cases.library.walking import references
from cases.models import Leader, Organisation, Place, PolicyArea, Source, Story

SHOWN: dict[type[Model], tuple[str, ...]] = {
    Leader: ("name",),
    Organisation: ("name", "kind"),
    Place: ("name", "country", "kind", "within"),
    PolicyArea: ("name",),
    Source: ("title", "authors", "publisher", "year", "isbn"),
    Story: ("title",),
}
"""What a story's page shows of the records that it names."""


def shown_of(model: type[Model]) -> tuple[str, ...]:
    """The fields of a record that a story's page shows."""
    return SHOWN.get(model) or extensions.shown[model]


def stories_told(slugs: Iterable[str]) -> dict[int, dict]:
    """By key, what is told of the stories of these slugs as the database has them: `story` and `names`."""
    stories = noun("stories")
    found = {stored.pk: plainly(stories, stored.data) for stored in stored_records(stories, FewNames(), slugs)}
    named = Named(stories, found.values())
    return {pk: {"story": data, "names": named.by(data)} for pk, data in found.items()}


def plainly(stories: Noun, data: dict) -> dict:
    """What the story tells, without what is only about it, in values that JSON has."""
    told = {key.name: data[key.name] for key in stories.keys if key.name in data and not key.aside}
    return json.loads(json.dumps(told, ensure_ascii=False, default=_as_json))


def _as_json(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"A story holds {value!r}, which no file has.")


class Named:
    """What stories name, read once for all of them."""

    def __init__(self, stories: Noun, told: Iterable[dict]):
        self.stories = stories
        self.fields: dict[type[Model], dict[str, dict]] = defaultdict(dict)
        wanted = defaultdict(set)
        for data in told:
            for _path, model, slug in references(stories.keys, data):
                wanted[model].add(slug)
        while wanted:
            wanted = self._read(wanted)

    def _read(self, wanted: dict[type[Model], set[str]]) -> dict[type[Model], set[str]]:
        """Read these records; answers those that they name in turn and that are not known yet."""
        further = defaultdict(set)
        for model, slugs in wanted.items():
            ways = pointing(model)
            records = model._base_manager.filter(slug__in=slugs)
            for record in records.select_related(*ways) if ways else records:
                self.fields[model][record.slug] = {name: _shown(record, name) for name in shown_of(model)}
                for name in ways:
                    if other := getattr(record, name):
                        further[type(other)].add(other.slug)
        return {model: left for model, slugs in further.items() if (left := slugs - self.fields[model].keys())}

    def by(self, data: dict) -> dict[str, dict[str, dict]]:
        """What one of the stories names, by noun and slug."""
        found = defaultdict(dict)
        waiting = [(model, slug) for _path, model, slug in references(self.stories.keys, data)]
        while waiting:
            model, slug = waiting.pop()
            if slug in found[model._meta.model_name] or slug not in self.fields[model]:
                continue
            found[model._meta.model_name][slug] = fields = self.fields[model][slug]
            waiting += [(model._meta.get_field(name).related_model, fields[name]) for name in pointing(model)]
        return {name: records for name, records in found.items() if records}


def pointing(model: type[Model]) -> list[str]:
    """Those of the shown fields that name another record."""
    return [name for name in shown_of(model) if isinstance(_field(model, name), ForeignKey)]


def _field(model: type[Model], name: str) -> Field:
    return model._meta.get_field(name)


def _shown(record: Model, name: str):
    """The field's value, or the slug of the record that it names."""
    value = getattr(record, name)
    if isinstance(value, Model):
        return value.slug
    return str(getattr(value, "code", value)) if value is not None and not isinstance(value, int) else value
