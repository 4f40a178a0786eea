"""The records of the database as files tell them, read in batches with few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db.models import Model, QuerySet
from taggit.models import Tag

from cases.library.keys import Key, Ref
from cases.library.many import Many, Parts, Refs, Tags
from cases.library.names import Names
from cases.library.nouns import Noun

BATCH = 500


@dataclass(frozen=True)
class Stored:
    """
    A record of the database: `data` as its file tells it, without the slug, and what the desk knows of it.
    """

    pk: int
    slug: str
    live: bool
    has_draft: bool
    has_history: bool
    data: dict


def in_batches(items: Iterable, size: int = BATCH) -> Iterator[list]:
    """The items in lists of `size`."""
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def stored_records(noun: Noun, names: Names, slugs: Iterable[str]) -> Iterator[Stored]:
    """The records of these slugs, as far as there are any."""
    for batch in in_batches(slugs):
        yield from _read(noun, names, noun.model.objects.filter(slug__in=batch))


def published_records(noun: Noun, names: Names) -> Iterator[Stored]:
    """Every record that files hold, by slug: what readers may see, and what was retired with a reason."""
    slugs = sorted(noun.model.objects.on_record().order_by().values_list("slug", flat=True))
    for batch in in_batches(slugs):
        found = _read(noun, names, noun.model.objects.on_record().filter(slug__in=batch))
        yield from sorted(found, key=lambda record: record.slug)


def _read(noun: Noun, names: Names, queryset) -> Iterator[Stored]:
    columns = [column for key in noun.single for column in key.columns()]
    state = ("pk", "slug", "live", "has_unpublished_changes", "latest_revision_id")
    rows = list(queryset.order_by("pk").values_list(*state, *columns))
    many = {key.name: _rows(noun.model, key, [row[0] for row in rows]) for key in noun.many}
    names.expect(_mentioned(noun, [row[len(state) :] for row in rows], many))
    for pk, slug, live, has_draft, revision, *values in rows:
        data = noun.fetch(tuple(values), names)
        for key in noun.many:
            if (found := many[key.name].get(pk)) and (value := key.gather(found, names)) is not None:
                data[key.name] = value
        yield Stored(pk, slug, live, has_draft, revision is not None, noun.in_order(data))


def _mentioned(noun: Noun, own: list[tuple], many: dict[str, dict[int, list[tuple]]]) -> dict[type[Model], set[int]]:
    """The records (keys, by model) that the rows refer to."""
    found = defaultdict(set)
    _collect(noun.single, own, found)
    for key in noun.many:
        _collect_many(key, [row for rows in many[key.name].values() for row in rows], found)
    return found


def _collect_many(key: Many, rows: list[tuple], found: dict[type[Model], set[int]]) -> None:
    """Add what the rows of the key refer to, and the rows of its parts."""
    if isinstance(key, Parts):
        _collect([inner for inner in key.keys if not inner.many], rows, found)
        for place, below in enumerate(reversed(key.nested), 1):
            _collect_many(below, [inner for row in rows for inner in row[-place]], found)
    elif isinstance(key, Refs | Tags):
        found[Tag if isinstance(key, Tags) else key.to].update(pk for (pk,) in rows)


def _collect(keys: Iterable[Key], rows: list[tuple], found: dict[type[Model], set[int]]) -> None:
    """Add what the rows, which begin with the columns of these keys, refer to."""
    place = 0
    for key in keys:
        if isinstance(key, Ref):
            found[key.to].update(row[place] for row in rows if row[place] is not None)
        place += len(key.columns())


def _rows(model: type[Model], key: Many, owners: list[int] | QuerySet) -> dict[int, list[tuple]]:
    """The rows of each owner, in order; where a part has rows of its own, they stand last in its row."""
    owner = key.owner(model)
    rows = key.all_rows(model).filter(**{f"{owner}__in": owners}).order_by(owner, *key.order())
    nested = key.nested if isinstance(key, Parts) else ()
    inner = [_rows(key.of, below, rows.order_by().values("pk")) for below in nested]
    found = defaultdict(list)
    for pk, part, *values in rows.values_list(owner, "pk", *key.row_columns(model)):
        found[pk].append((*values, *(rows_of.get(part, []) for rows_of in inner)))
    return found
