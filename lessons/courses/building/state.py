"""The rows of a course as plain values, and in what two states of it differ."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import DateTimeField, Model
from django.utils.dateparse import parse_datetime

from lessons.models import Course, Item, Session

COLUMNS = {
    Course: ("title", "summary", "by", "audience", "experience", "minutes", "language", "licence", "aims"),
    Session: ("title", "aim", "minutes", "for_facilitator"),
    Item: (
        *("session_id", "kind", "story_id", "lesson_id", "element_id", "stance"),
        *(
            "title",
            "text",
            "options",
            "answer",
            "address",
            "material",
            "minutes",
            "for_participants",
            "for_facilitator",
        ),
        *("pinned", "pinned_at", "declined"),
    ),
}
"""What a step keeps of each row."""

MODELS = {model._meta.model_name: model for model in COLUMNS}

Order = dict[str, list[int]]
"""The keys of the sessions in the course (under 'course') and of the items in each session (under its name)."""


@dataclass(frozen=True)
class State:
    """A course at one moment: its rows by name (such as item-12), and their order."""

    rows: dict[str, dict]
    order: Order


def name_of(row: Model) -> str:
    """The name of a row: item-12."""
    return f"{row._meta.model_name}-{row.pk}"


def row_named(name: str) -> tuple[type[Model], int]:
    """The model and the key of a row."""
    model, _dash, key = name.partition("-")
    return MODELS[model], int(key)


def values_of(row: Model) -> dict:
    """The columns of a row as JSON holds them."""
    found = {column: getattr(row, column) for column in COLUMNS[type(row)]}
    return {column: value.isoformat() if hasattr(value, "isoformat") else value for column, value in found.items()}


def columns_of(model: type[Model], values: dict) -> dict:
    """The values as the database takes them."""
    moments = {field.name for field in model._meta.fields if isinstance(field, DateTimeField)}
    return {name: parse_datetime(value) if name in moments and value else value for name, value in values.items()}


def state_of(course: Course) -> State:
    """The course as the database has it now."""
    sessions = list(Session.objects.filter(course=course).order_by("sort_order", "pk"))
    items = list(Item.objects.filter(session__course=course).order_by("sort_order", "pk"))
    order = {"course": [session.pk for session in sessions]}
    for session in sessions:
        order[name_of(session)] = [item.pk for item in items if item.session_id == session.pk]
    return State({name_of(row): values_of(row) for row in (course, *sessions, *items)}, order)


def difference(before: State, after: State) -> list[dict]:
    """The rows that differ: of a new or a lost one every column, of a changed one those that changed."""
    found = []
    for name in dict.fromkeys((*before.rows, *after.rows)):
        old, new = before.rows.get(name), after.rows.get(name)
        if old is None or new is None:
            found.append({"row": name, "before": old, "after": new})
        elif changed := [column for column in old if old[column] != new[column]]:
            sides = {"before": {column: old[column] for column in changed}}
            found.append({"row": name, **sides, "after": {column: new[column] for column in changed}})
    return found


def reordered(before: State, after: State) -> dict[str, dict]:
    """The lists whose order differs, before and after; one that is not there is empty."""
    return {
        name: {"before": before.order.get(name, []), "after": after.order.get(name, [])}
        for name in dict.fromkeys((*before.order, *after.order))
        if before.order.get(name, []) != after.order.get(name, [])
    }


def moved(now: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """The keys to put elsewhere, as few as can be, so that those of `now` stand as in `wanted`."""
    places = {key: place for place, key in enumerate(wanted)}
    shared = [key for key in now if key in places]
    tails, ends, back = [], [], {}
    for key in shared:
        at = bisect_left(tails, places[key])
        back[key] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [places[key]], [key]
    still, key = set(), ends[-1] if ends else None
    while key is not None:
        still.add(key)
        key = back[key]
    return [key for key in wanted if key not in still]


def placed(now: Sequence[int], wanted: Sequence[int], which: Sequence[int]) -> list[int]:
    """The list with the keys `which` each behind the nearest key that stands before it in `wanted` and is there."""
    found = [key for key in now if key not in which]
    for key in (key for key in wanted if key in which):
        before = [other for other in wanted[: wanted.index(key)] if other in found]
        found.insert(found.index(before[-1]) + 1 if before else 0, key)
    return found


def renumber(model: type[Model], keys: Sequence[int]) -> None:
    """Give the rows their places in this order."""
    rows = {row.pk: row for row in model.objects.filter(pk__in=keys).only("pk", "sort_order")}
    for place, key in enumerate(keys):
        rows[key].sort_order = place
    model.objects.bulk_update(rows.values(), ["sort_order"])
