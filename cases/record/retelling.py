"""A version as a story again: from what is kept of it, with the names as they were and links to what is there today."""

from collections.abc import Iterable, Iterator
from itertools import count

from django.db.models import Model
from modelcluster.fields import ParentalKey
from taggit.models import Tag

from cases.extensions import extensions
from cases.library.keys import Key, Ref
from cases.library.many import Parts, Refs, Tags
from cases.library.nouns import noun
from cases.library.picture_keys import RIGHTS, FileName, Pictures
from cases.models import FormerSlug, Picture, Story, StoryPicture, StoryTag, Version
from cases.record.telling import SHOWN, pointing


class Then:
    """The records that a version names, as it has them. Stands in for `Names` where keys are stored."""

    def __init__(self, names: dict[str, dict[str, dict]]):
        self.names = names
        self.models = {model._meta.model_name: model for model in (*SHOWN, *extensions.shown)}
        self.today = {model: self._today(model, names.get(name, {})) for name, model in self.models.items()}
        self.records: dict[tuple[type[Model], str], Model] = {}
        self.unborn = count(-1, -1)

    def key(self, model: type[Model], slug: str | None) -> int | None:
        """The record's key today; one that nothing has where it is gone."""
        return self.record(model, slug).pk if slug else None

    def record(self, model: type[Model], slug: str) -> Model:
        """The record as it was named; readers may open it if they may open what it is today."""
        if (model, slug) not in self.records:
            fields = self.names.get(model._meta.model_name, {}).get(slug, {})
            pk, new_slug, live = self.today[model].get(slug, (next(self.unborn), slug, False))
            found = model(pk=pk, slug=new_slug, **self._filled(model, fields))
            if isinstance(getattr(model, "live", None), property):
                _parent(found).live = live
            else:
                found.live = live
            self.records[model, slug] = found
        return self.records[model, slug]

    def _filled(self, model: type[Model], fields: dict) -> dict:
        ways = pointing(model)
        return {
            name: self.record(model._meta.get_field(name).related_model, value) if name in ways and value else value
            for name, value in fields.items()
            if value is not None or name not in ways
        }

    def _today(self, model: type[Model], slugs: Iterable[str]) -> dict[str, tuple[int, str, bool]]:
        """By the slug that they had then: key, slug, and whether readers may see them."""
        slugs = set(slugs)
        if not slugs:
            return {}
        found = {record.slug: record for record in _with_standing(model).filter(slug__in=slugs)}
        moved = dict(
            FormerSlug.objects.of(model).filter(slug__in=slugs - found.keys()).values_list("slug", "record_id")
        )
        there = _with_standing(model).in_bulk(moved.values()) if moved else {}
        found |= {slug: there[pk] for slug, pk in moved.items() if pk in there}
        return {slug: (record.pk, record.slug, record.live) for slug, record in found.items()}


def _with_standing(model: type[Model]):
    """The records with what tells whether they are live."""
    own = model._base_manager.all()
    ways = [] if not isinstance(getattr(model, "live", None), property) else pointing(model)
    return own.select_related(*ways) if ways else own


def _parent(record: Model) -> Model:
    """The record that this one is published with."""
    name = next(name for name in pointing(type(record)))
    return getattr(record, name)


def retold(version: Version) -> Story | None:
    """The story as it was, or None where this copy of the library does not hold that version."""
    if not (told := version.told):
        return None
    stories, then = noun("stories"), Then(told["names"])
    data = stories.tidy(told["story"])
    story = Story(slug=version.story.slug, live=True, **stories.store(data, then))
    story.last_published_at, story.version = version.published_at, version.number
    _point(story, stories.single, data, then)
    for key in stories.many:
        _fill(story, key, data.get(key.name), then)
    return story


def _point(row: Model, keys: Iterable[Key], data: dict, then: Then) -> None:
    """Let the row's references lead to the records themselves."""
    for key in keys:
        if isinstance(key, Ref) and data.get(key.name):
            setattr(row, key.name, then.record(key.to, data[key.name]))


def _fill(story: Story, key: Key, value: list | None, then: Then) -> None:
    """Give the story its rows of one kind, in memory alone."""
    if isinstance(key, Pictures):
        _hold(story, key.name, list(_pictured(value or ())))
    elif isinstance(key, Parts) and not key.aside:
        rows = [key.of(pk=place, **columns) for place, columns in enumerate(key.spread(value, then), 1)]
        for row, part in zip(rows, value or (), strict=True):
            _point(row, key.keys, part, then)
        _hold(story, key.related or key.name, rows)
    elif isinstance(key, Refs):
        setattr(story, key.name, [then.record(key.to, slug) for slug in value or ()])
    elif isinstance(key, Tags):
        story.tagged_items = [StoryTag(tag=Tag(name=word, slug=word)) for word in value or ()]


def _pictured(parts: list[dict]) -> Iterator[StoryPicture]:
    """The pictures, with what stood with each of them then; one that nobody keeps any more cannot be shown."""
    kept = Picture.objects.in_bulk([FileName(part["file"]).slug for part in parts], field_name="slug")
    for place, part in enumerate(parts, 1):
        if picture := kept.get(FileName(part["file"]).slug):
            for right in RIGHTS:
                setattr(picture, right.column or right.name, part.get(right.name, ""))
            yield StoryPicture(pk=place, picture=picture, caption=part.get("caption", ""), section=part["section"])


def _hold(story: Story, relation: str, rows: list[Model]) -> None:
    """Let the story have these rows; those that no form edits stand beside it, as `then_…`."""
    if isinstance(getattr(Story, relation).rel.field, ParentalKey):
        setattr(story, relation, rows)
    else:
        setattr(story, f"then_{relation}", rows)
