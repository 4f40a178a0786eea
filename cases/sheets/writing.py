"""Writes what a preview has shown: all of it, or nothing, as drafts or published, with its history."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from modelcluster.models import get_serializable_data_for_fields

from cases.library.keeping import paired
from cases.library.many import Parts, Refs, Tags
from cases.library.names import Names
from cases.library.nouns import Noun, nouns
from cases.library.planning import Changed, Plan
from cases.library.progress import silent
from cases.library.records import in_batches
from cases.library.storing import add_tags, store
from cases.models import Story
from cases.search import changes
from cases.sheets.apart import kept, left_alone, without_kept
from cases.sheets.composing import Composed
from cases.sheets.contents import contents
from cases.sheets.history import BATCH, History, Kept, as_they_are
from cases.sheets.previewing import Telling, concerned, untold
from cases.sheets.recording import on_record
from cases.sheets.versions import draft_parts, related

MOST_ASKED_ABOUT = 500
"""Where more records than these have changed, every story counts as changed: asking which show them would take longer."""


@dataclass
class Written:
    """The records that were written, by model: their keys."""

    touched: dict[type[Model], list[int]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many."""
        return sum(map(len, self.touched.values()))


@transaction.atomic
def write(
    *,
    records: list[Composed],
    names: Names,
    user: AbstractBaseUser | None,
    publishes: bool,
    label: dict,
    tell: Telling = untold,
) -> Written:
    """Write the records; `label` is what their history says beside the user. The caller holds the lock of loads."""
    found = concerned(records, publishes)
    written, now = Written(), timezone.now()
    done = 0

    def heard(more: int) -> None:
        nonlocal done
        done += more
        tell("writing", done, len(found))

    with changes.gathered():
        tell("writing", 0, len(found))
        before = _showing(found) if publishes else set()
        with on_record(found if publishes else []):
            for noun in nouns():
                group = [composed for composed in found if composed.noun is noun]
                if group:
                    history = History(noun.model, user, now, label)
                    writer = _publish if publishes else _draft
                    written.touched[noun.model] = writer(noun, group, names, history, heard)
        if publishes:
            _mark(written, found, before)
    return written


def _publish(noun: Noun, group: list[Composed], names: Names, history: History, heard) -> list[int]:
    """Write what readers see."""
    plan = Plan(noun)
    for composed in group:
        wanted = _wanted(composed)
        if composed.version is None:
            plan.added[composed.slug] = wanted
        else:
            plan.changed.append(Changed(composed.version.stored, wanted, _differing(composed, wanted)))
    history.keep_before(changed.stored.pk for changed in plan.changed if not changed.stored.has_history)
    added = store(plan, names, silent)
    pks = [*added, *(changed.stored.pk for changed in plan.changed)]
    history.keep_published(pks, heard)
    return pks


def _wanted(composed: Composed) -> dict:
    """The tidy mapping, with what the record has that no import changes."""
    stored = composed.version.stored.data if composed.version else {}
    return composed.noun.tidy(without_kept(composed.noun, composed.data) | kept(composed.noun, stored))


def _differing(composed: Composed, wanted: dict) -> frozenset[str]:
    """The names of the keys in which what readers see differs."""
    live = composed.version.stored.data
    keys = {key.name for key in composed.noun.keys if not key.same(live.get(key.name), wanted.get(key.name))}
    return frozenset(keys if composed.version.stored.live else {*keys, "live"})


def _draft(noun: Noun, group: list[Composed], names: Names, history: History, heard) -> list[int]:
    """Write drafts: of new records, which readers do not see yet, and beside the versions that they see."""
    add_tags(noun, [composed.data for composed in group], names)
    new = {composed.slug: _wanted(composed) for composed in group if composed.version is None}
    added = store(Plan(noun, new, live=False), names, silent)
    for batch in in_batches(added, BATCH):
        history.keep_drafts(as_they_are(noun.model, batch))
        heard(len(batch))
    there = {composed.version.stored.pk: composed for composed in group if composed.version}
    history.keep_before(pk for pk, composed in there.items() if not composed.version.stored.has_history)
    for batch in in_batches(there, BATCH):
        newest = _newest_contents(noun.model, batch, there)
        history.keep_drafts([_draft_of(there[pk], pk, newest[pk], names) for pk in batch])
        heard(len(batch))
    return [*added, *there]


def _newest_contents(model: type[Model], pks: list[int], there: dict[int, Composed]) -> dict[int, dict]:
    """What Wagtail keeps, or would keep, of the newest version of each record."""
    drafts = [pk for pk in pks if there[pk].version.stored.has_draft]
    rows = model.objects.filter(pk__in=drafts).exclude(latest_revision=None)
    found = dict(rows.values_list("pk", "latest_revision__content"))
    return found | contents(model, [pk for pk in pks if pk not in found])


def _draft_of(composed: Composed, pk: int, content: dict, names: Names) -> Kept:
    """The version with what the mapping says; parts that are known again keep the keys of their rows."""
    noun, model, wanted = composed.noun, composed.noun.model, _wanted(composed)
    record = model(**noun.store(wanted, names))
    fields = get_serializable_data_for_fields(record)
    for key in noun.keys:
        if key.name in left_alone(noun) or key.same(composed.version.data.get(key.name), wanted.get(key.name)):
            continue
        value = wanted.get(key.name)
        if isinstance(key, Refs):
            content[key.name] = [names.key(key.to, slug) for slug in value or ()]
        elif isinstance(key, Parts | Tags):
            content[related(model, key)] = _rows(key, pk, content, value or [], model, names)
        else:
            changed = {field.name for field in model._meta.concrete_fields if field.attname in key.columns()}
            content |= {name: fields[name] for name in changed}
    return Kept(pk, content, str(record))


def _rows(key: Parts | Tags, pk: int, content: dict, value: list, model: type[Model], names: Names) -> list[dict]:
    """The rows of a key as a version has them."""
    of, owner, rows = key.rows(model), key.owner(model), key.spread(value, names)
    before = draft_parts(model, key, content, names) if isinstance(key, Parts) else []
    places = paired(key.known, [part for _pk, part in before], value) if before else [None] * len(rows)
    parts = [
        of(pk=None if place is None else before[place][0], **{owner: pk}, **row)
        for row, place in zip(rows, places, strict=True)
    ]
    return [get_serializable_data_for_fields(part) for part in parts]


def _showing(found: list[Composed]) -> set[int] | None:
    """The stories that show something of the records that change, or None for every story."""
    changed = [composed for composed in found if composed.version]
    if len([composed for composed in changed if composed.noun.model is not Story]) > MOST_ASKED_ABOUT:
        return None
    pks: dict[type[Model], list[int]] = {}
    for composed in changed:
        pks.setdefault(composed.noun.model, []).append(composed.version.stored.pk)
    return changes.showing(pks)


def _mark(written: Written, found: list[Composed], before: set[int] | None) -> None:
    """Let the index know which stories have changed."""
    stories = set(written.touched.get(Story, ()))
    after = None if before is None else _showing(found)
    if before is None or after is None or len(stories) * 2 > Story.objects.count():
        changes.mark(None)
    else:
        changes.mark(stories | before | after)
