"""Writes a plan to the database, many rows at a time; the caller opens the transaction."""

from collections.abc import Iterable, Iterator

from django.utils import timezone
from taggit.models import Tag

from cases.library.keeping import keep_rows
from cases.library.many import Many, Parts, Tags, store_mapping
from cases.library.names import Names
from cases.library.nouns import Noun
from cases.library.planning import Plan, is_shown
from cases.library.progress import Progress
from cases.library.records import in_batches
from cases.library.rows import insert


def store(plan: Plan, names: Names, progress: Progress) -> list[int]:
    """Write what the plan says; answers the primary keys of the records that were added."""
    add_tags(plan.noun, [*plan.added.values(), *(changed.data for changed in plan.changed)], names)
    for level in levels(plan.added, plan.noun.upward):
        for batch in in_batches(level):
            _add(plan, batch, names)
    added = [(names.key(plan.noun.model, slug), data) for slug, data in plan.added.items()]
    for batch in in_batches(progress(added, plan.noun.name)):
        for key in plan.noun.many:
            if not _by_slug(key):
                _add_rows(plan.noun, key, batch, names)
    _change(plan, names)
    _point(plan, names)
    for key in plan.noun.by_slug:
        _store_parts(plan, key, names)
    return [pk for pk, _data in added]


def levels(added: dict[str, dict], upward: str) -> list[list[tuple[str, dict]]]:
    """
    The new records so that each comes in a later list than the one that it lies within; there are no
    circles.
    """
    depths: dict[str, int] = {}
    for slug in added:
        way = []
        while slug in added and slug not in depths:
            way.append(slug)
            slug = added[slug].get(upward)
        for step in reversed(way):
            depths[step] = depths.get(added[step].get(upward), -1) + 1
    found = [[] for _ in range(max(depths.values(), default=-1) + 1)]
    for slug, data in added.items():
        found[depths[slug]].append((slug, data))
    return found


def _by_slug(key: Many) -> bool:
    return isinstance(key, Parts) and key.by_slug


def add_tags(noun: Noun, mappings: Iterable[dict], names: Names) -> None:
    """Create the tags that nothing has had yet."""
    key = next((key for key in noun.many if isinstance(key, Tags)), None)
    if not key:
        return
    known = names.keys(Tag)
    for data in mappings:
        for word in data.get(key.name, ()):
            if word.casefold() not in known:
                names.add(Tag, word.casefold(), Tag.objects.create(name=word).pk)


def _add(plan: Plan, batch: list[tuple[str, dict]], names: Names) -> None:
    now, model = timezone.now(), plan.noun.model
    state = {"first_published_at": now, "last_published_at": now} if plan.live else {}
    new = [
        model(slug=slug, live=plan.live and is_shown(data), **(state | plan.noun.store(data, names)))
        for slug, data in batch
    ]
    for record in model.objects.bulk_create(new):
        names.add(model, record.slug, record.pk)


def _add_rows(noun: Noun, key: Many, owned: Iterable[tuple[int, dict]], names: Names) -> None:
    if isinstance(key, Parts) and key.nested:
        _add_rows_with_rows(noun, key, owned, names)
        return
    owner = key.owner(noun.model)
    rows = ({owner: pk, **row} for pk, data in owned for row in key.spread(data.get(key.name), names))
    insert(key.rows(noun.model), rows)


def _change(plan: Plan, names: Names) -> None:
    """Write the columns and the rows of the keys that differ."""
    for changed in plan.changed:
        state = {"live": is_shown(changed.data), "expired": False, "last_published_at": timezone.now()}
        keys = [key for key in plan.noun.single if key.aside or key.name in changed.keys]
        columns = state | store_mapping(keys, changed.data, names)
        plan.noun.model.objects.filter(pk=changed.stored.pk).update(**columns)
    for key in plan.noun.many:
        if _by_slug(key):
            continue
        owned = [(changed.stored.pk, changed.data) for changed in plan.changed if key.name in changed.keys]
        for batch in in_batches(owned):
            if isinstance(key, Parts) and not key.nested and not key.aside:
                keep_rows(plan.noun.model, key, batch, names)
            else:
                _delete_rows(plan.noun, key, [pk for pk, _data in batch])
                _add_rows(plan.noun, key, batch, names)


def _point(plan: Plan, names: Names) -> None:
    """Let the records point at others of their noun, now that every one is there."""
    records = [(names.key(plan.noun.model, slug), data) for slug, data in plan.added.items()]
    records += [(changed.stored.pk, changed.data) for changed in plan.changed]
    for key in plan.noun.single:
        for pk, data in records if key.late else ():
            if key.name in data:
                plan.noun.model.objects.filter(pk=pk).update(**key.store(data[key.name], names))


def _add_rows_with_rows(noun: Noun, key: Parts, owned: Iterable[tuple[int, dict]], names: Names) -> None:
    """Add parts that have rows of their own, one object each, so that their keys are known."""
    owner = key.owner(noun.model)
    owned = [(pk, data.get(key.name) or ()) for pk, data in owned]
    rows = [{owner: pk, **row} for pk, parts in owned for row in key.spread(parts, names)]
    stored = key.of.objects.bulk_create(key.of(**row) for row in rows)
    parts = [part for _pk, parts in owned for part in parts]
    _add_nested(key, [(row.pk, part) for row, part in zip(stored, parts, strict=True)], names)


def _add_nested(key: Parts, owned: list[tuple[int, dict]], names: Names) -> None:
    """Replace the rows of the parts, given with their primary keys."""
    for below in key.nested:
        owner = below.owner(key.of)
        for batch in in_batches(owned):
            below.all_rows(key.of).filter(**{f"{owner}__in": [pk for pk, _part in batch]}).delete()
            rows = ({owner: pk, **row} for pk, part in batch for row in below.spread(part.get(below.name), names))
            insert(below.rows(key.of), rows)


def _delete_rows(noun: Noun, key: Many, owners: list[int]) -> None:
    key.all_rows(noun.model).filter(**{f"{key.owner(noun.model)}__in": owners}).delete()


def _wanted(plan: Plan, name: str, names: Names) -> Iterator[tuple[int, dict]]:
    """The records that are new, or that differ in this key, each with its primary key."""
    for slug, data in plan.added.items():
        if name in data:
            yield names.key(plan.noun.model, slug), data
    for changed in plan.changed:
        if name in changed.keys:
            yield changed.stored.pk, changed.data


def _store_parts(plan: Plan, key: Parts, names: Names) -> None:
    """Update, move, create and delete parts by their slugs, so that what refers to them goes on doing so."""
    owner = key.owner(plan.noun.model)
    wanted = {
        row["slug"]: {owner: pk, **row}
        for pk, data in _wanted(plan, key.name, names)
        for row in key.spread(data.get(key.name), names)
    }
    touched = [changed.stored.pk for changed in plan.changed if key.name in changed.keys]
    there = dict(key.of.objects.filter(slug__in=wanted).values_list("slug", "pk"))
    for slug, pk in there.items():
        key.of.objects.filter(pk=pk).update(**wanted[slug])
    key.of.objects.bulk_create(key.of(**row) for slug, row in wanted.items() if slug not in there)
    key.of.objects.filter(**{f"{owner}__in": touched}).exclude(slug__in=wanted).delete()
    names.forget(key.of)
    _point_parts(plan, key, names)
    parts = [part for _pk, data in _wanted(plan, key.name, names) for part in data.get(key.name, ())]
    _add_nested(key, [(names.key(key.of, part["slug"]), part) for part in parts], names)


def _point_parts(plan: Plan, key: Parts, names: Names) -> None:
    rows = [
        key.of(pk=names.key(key.of, part["slug"]), **inner.store(part.get(inner.name), names))
        for _pk, data in _wanted(plan, key.name, names)
        for part in data.get(key.name, ())
        for inner in key.keys
        if inner.late
    ]
    late = [inner.name for inner in key.keys if inner.late]
    if late:
        key.of.objects.bulk_update(rows, late, batch_size=200)
