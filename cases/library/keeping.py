"""
Which part of a record is which: a part that is known again keeps its row when the record changes.

So what a change leaves alone is not written, and the desk can compare two versions part by part.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model

from cases.library.many import Parts, fetch_mapping
from cases.library.names import Names
from cases.library.rows import insert


def paired(known: tuple[str, ...], before: list[dict], after: list[dict]) -> list[int | None]:
    """
    For each part of `after` its place in `before`, or None where it is new.

    That is the first part left that says the same, or else the first left that is known by the same keys. All are tidy.
    """
    places: list[int | None] = [None] * len(after)
    free = set(range(len(before)))
    for look in (_all_of, lambda part: known_as(known, part)):
        waiting = defaultdict(list)
        for place in sorted(free, reverse=True):
            waiting[look(before[place])].append(place)
        for position, part in enumerate(after):
            if places[position] is None and (found := waiting[look(part)]):
                places[position] = found.pop()
                free.remove(places[position])
    return places


def _all_of(part: dict) -> str:
    return repr(sorted(part.items()))


def known_as(known: tuple[str, ...], part: dict) -> tuple[str, ...]:
    """What the part is known by."""
    return tuple(str(part.get(name, "")).strip() for name in known)


def keep_rows(model: type[Model], key: Parts, owned: list[tuple[int, dict]], names: Names) -> None:
    """Make the rows of the parts of these records (keys, each with its mapping) say what the mappings say."""
    owner = key.owner(model)
    columns = ("sort_order", *key.row_columns(model))
    rows = key.of.objects.filter(**{f"{owner}__in": [pk for pk, _data in owned]}).order_by(owner, *key.order())
    there = defaultdict(list)
    for pk, record, *values in rows.values_list("pk", owner, *columns):
        there[record].append((pk, values))
    new, gone = [], []
    for record, data in owned:
        parts = data.get(key.name) or []
        before = [fetch_mapping(key.keys, tuple(values[1:]), names) for _pk, values in there[record]]
        places = paired(key.known, before, parts)
        gone += [pk for place, (pk, _values) in enumerate(there[record]) if place not in places]
        for row, place in zip(key.spread(parts, names), places, strict=True):
            if place is None:
                new.append({owner: record, **row})
            else:
                _update(key.of, *there[record][place], columns, row)
    key.of.objects.filter(pk__in=gone).delete()
    insert(key.of, new)


def _update(model: type[Model], pk: int, values: Iterable, columns: tuple[str, ...], row: dict) -> None:
    """Write what differs of the row itself, if anything does: what stands with another record is written there."""
    differing = {
        column: row[column]
        for column, value in zip(columns, values, strict=True)
        if column in row and row[column] != value
    }
    if differing:
        model.objects.filter(pk=pk).update(**differing)
