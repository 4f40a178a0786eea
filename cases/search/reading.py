"""
Stories as the index reads them: many at once, in as few queries and objects as there can be.

A story's own rows (roles, evidence) come as plain objects with the columns and the properties of their model. Records that many stories
share (bodies, people, lessons) come as themselves, each read once. Whoever reads a story asks as ever: `story.roles.all()`, `role.leader`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet

from cases.extensions import extensions
from cases.models import (
    Adaptation,
    Citation,
    CollectedStory,
    Collection,
    Leader,
    Measure,
    Organisation,
    Participation,
    Place,
    PolicyArea,
    Role,
    Source,
    Story,
    StoryTag,
)

BATCH = 500
MOST_KEPT = 20_000
"""Shared records of one kind that are kept in memory."""


class Rows(list):
    """A story's rows of one kind."""

    def all(self) -> "Rows":
        """The rows, under the name that a relation has for them."""
        return self


@dataclass(frozen=True)
class Part:
    """Rows that belong to a story: where they are, what they are called, and which records they refer to."""

    name: str
    model: type[Model]
    story: str = "story_id"
    """The column that holds the story."""
    refers: Mapping[str, Callable[[], QuerySet]] = field(default_factory=dict)
    """By field: the records that it refers to."""
    means: str = ""
    """The field whose record stands for the row, where the row itself says nothing."""


PARTS = [
    Part("measures", Measure),
    Part("adaptations", Adaptation, refers={"from_story": Story.objects.all, "from_place": Place.objects.for_labels}),
    Part("roles", Role, refers={"leader": Leader.objects.all, "organisation": Organisation.objects.all}),
    Part("participations", Participation, refers={"organisation": Organisation.objects.all}),
    Part("citations", Citation, refers={"source": Source.objects.all}),
    Part("collected", CollectedStory, refers={"collection": Collection.objects.all}),
    Part("places", Story.places.through, refers={"place": Place.objects.for_labels}, means="place"),
    Part("policy_areas", Story.policy_areas.through, refers={"policyarea": PolicyArea.objects.all}, means="policyarea"),
    Part("tags", StoryTag, "content_object_id", refers={"tag": StoryTag.tag_model().objects.all}, means="tag"),
]


def stories(ids: Iterable[int] | None = None) -> Iterator:
    """The published stories of these ids, or all, each with everything that its document needs."""
    every = ids is None
    wanted = iter(Story.objects.published().order_by("id").values_list("id", flat=True) if every else ids)
    reader = Reader()
    while batch := list(islice(wanted, BATCH)):
        # From one number to another is asked sooner than five hundred numbers.
        yield from reader.read({"gte": batch[0], "lte": batch[-1]} if every else {"in": batch})


class Reader:
    """Reads batches of stories, and every record that they share once."""

    def __init__(self):
        self.records: dict[type[Model], dict[int, Model]] = {}

    def read(self, ids: Mapping[str, Any]) -> Iterable:
        """The published stories whose ids are so (`in` these, from `gte` to `lte`), in the order of their ids."""
        queryset = Story.objects.published().filter(**lookups("id", ids)).order_by("id")
        found = {story.id: story for story in rows_of(Story, queryset)}
        for part in [*PARTS, *extensions.parts]:
            self.attach(part, found, ids)
        return found.values()

    def attach(self, part: Part, found: Mapping, ids: Mapping[str, Any]) -> None:
        """Give each story its rows of the part, in the order of their model."""
        for story in found.values():
            setattr(story, part.name, Rows())
        queryset = part.model.objects.filter(**lookups(part.story, ids))
        if part.means:
            queryset = queryset.order_by(
                *(f"{part.means}__{name}" for name in part.refers[part.means]().model._meta.ordering), "id"
            )
        rows = [row for row in rows_of(part.model, queryset) if getattr(row, part.story) in found]
        for name, records in part.refers.items():
            column = part.model._meta.get_field(name).attname
            shared = self.shared(records, {getattr(row, column) for row in rows} - {None})
            for row in rows:
                setattr(row, name, shared.get(getattr(row, column)))
            # Of what was deleted or merged away since the rows were read, the library's next generation tells.
            rows = [row for row in rows if getattr(row, column) is None or getattr(row, name) is not None]
        for row in rows:
            getattr(found[getattr(row, part.story)], part.name).append(getattr(row, part.means) if part.means else row)

    def shared(self, records: Callable[[], QuerySet], ids: set[int]) -> dict[int, Model]:
        """At least the records of these ids, by id."""
        queryset = records()
        known = self.records.setdefault(queryset.model, {})
        if len(known) > MOST_KEPT:
            known.clear()
        if missing := ids - known.keys():
            known.update((record.pk, record) for record in queryset.filter(pk__in=missing))
        return known


def lookups(column: str, ids: Mapping[str, Any]) -> dict[str, Any]:
    """What the column must be, for `filter`."""
    return {f"{column}__{how}": value for how, value in ids.items()}


@cache
def plain_class(model: type[Model]) -> type:
    """A class with the model's properties and nothing else of it."""
    return type(
        model.__name__,
        (),
        {name: held for name, held in vars(model).items() if isinstance(held, property) and name != "pk"},
    )


def rows_of(model: type[Model], queryset: QuerySet) -> list:
    """The rows of the queryset as plain objects."""
    make = plain_class(model)
    columns = [column.attname for column in model._meta.concrete_fields]
    found = []
    for values in queryset.values_list(*columns):
        row = make()
        row.__dict__.update(zip(columns, values, strict=True))
        row.pk = row.id
        found.append(row)
    return found
