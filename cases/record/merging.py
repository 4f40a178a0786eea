"""
Making one record of two: everything that names the one names the other afterwards, in drafts and old versions too.

`plan` says beforehand what would move and what collides; `merge` does it, all or nothing. Nobody can undo it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import ManyToOneRel, Model, QuerySet, UniqueConstraint
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from cases.desk.dependents import is_record_or_part, parent_of
from cases.library.desk import MOST_REFERENCES
from cases.models import FormerSlug, Leader, LinkUse, Organisation, Place, ReleaseItem, Source, Story
from cases.models.record import Record
from cases.record import versions
from cases.record.renaming import leave_behind
from cases.record.repointing import repoint_revisions, revisions_naming
from cases.search import changes

MERGED = (Organisation, Leader, Place, Source)
"""The nouns of which two records may turn out to be one."""

EXAMPLES = 5


class CannotMerge(Exception):
    """The two cannot be made one as they are; the message says why."""


@dataclass(frozen=True)
class Move:
    """Rows of one kind that name the record that goes."""

    label: str
    count: int
    examples: list[str]
    joined: int
    """How many of them say what a row of the other says already; the two become one."""


@dataclass(frozen=True)
class Plan:
    """What merging would do."""

    gone: Record
    kept: Record
    moves: list[Move] = field(default_factory=list)
    drafts: int = 0
    """Drafts and old versions that name the record that goes."""
    differing: list[tuple[str, str, str]] = field(default_factory=list)
    """What the two say differently: the field, the words that stay, the words that go."""


def plan(gone: Record, kept: Record) -> Plan:
    """What would move and what collides; CannotMerge says why it cannot be."""
    check(gone, kept)
    return Plan(gone, kept, list(moves(gone, kept)), len(list(revisions_naming(gone))), list(differing(gone, kept)))


def check(gone: Record, kept: Record) -> None:
    """Refuse what could not be undone and would be wrong."""
    names = {"gone": gone, "kept": kept}
    if gone == kept:
        raise CannotMerge(gettext("“%(kept)s” cannot be merged into itself. Choose the other record.") % names)
    if not kept.live:
        raise CannotMerge(
            gettext("Readers cannot see “%(kept)s”. Publish it first, or merge the other way round.") % names
        )
    for record in (gone, kept):
        if record.locked:
            raise CannotMerge(gettext("“%s” is locked. Unlock it first.") % record)
    if isinstance(kept, Place) and gone in kept.larger and kept.within_id != gone.pk:
        raise CannotMerge(
            gettext("“%(kept)s” lies within “%(gone)s”, with another place between. Change that first.") % names
        )
    if isinstance(kept, Source) and gone.quotable and not kept.quotable:
        raise CannotMerge(gettext("“%(gone)s” may be quoted and “%(kept)s” may not. Make the two alike first.") % names)


def naming(gone: Record) -> Iterator[tuple[ManyToOneRel, QuerySet]]:
    """Every relation by which rows name the record, with those rows."""
    for relation in gone._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            yield relation, relation.related_model._base_manager.filter(**{relation.field.name: gone})


def moves(gone: Record, kept: Record) -> Iterator[Move]:
    """What names the record that goes, by kind."""
    for relation, rows in naming(gone):
        if count := rows.count():
            meta = relation.related_model._meta
            label = gettext("Stories, by place") if meta.auto_created else capfirst(str(meta.verbose_name_plural))
            examples = list(dict.fromkeys(str(_owner(row)) for row in rows[:EXAMPLES]))
            yield Move(label, count, examples, len(twins(relation, gone, kept)))


def _owner(row: Model) -> Model:
    """The record that a row belongs to."""
    if row._meta.auto_created:
        return getattr(row, row._meta.model_name.partition("_")[0])
    parent = parent_of(type(row))
    return getattr(row, parent) if parent else row


def differing(gone: Record, kept: Record) -> Iterator[tuple[str, str, str]]:
    """What the two say differently in their own fields, where the one that goes says anything."""
    for name in [part.name for part in gone._meta.fields if part.editable and part.name not in BOOKKEEPING]:
        ours, theirs = (_said(record, name) for record in (kept, gone))
        if theirs and ours != theirs:
            yield capfirst(str(gone._meta.get_field(name).verbose_name)), ours, theirs


BOOKKEEPING = {"id", "slug", "first_published_at", "go_live_at", "expire_at", "locked", "locked_at", "locked_by"}


def _said(record: Record, name: str) -> str:
    shown = getattr(record, f"get_{name}_display", None)
    value = shown() if shown else getattr(record, name)
    return "" if value is None or value is False else str(value)


def twins(relation: ManyToOneRel, gone: Record, kept: Record) -> list[int]:
    """The rows (keys) of the one that a row of the other equals in everything that must be unique."""
    model, name = relation.related_model, relation.field.name
    for fields in unique_together(model, name):
        others = [other for other in fields if other != name]
        taken = set(model._base_manager.filter(**{name: kept}).values_list(*others))
        rows = model._base_manager.filter(**{name: gone}).values_list("pk", *others)
        return [pk for pk, *values in rows if tuple(values) in taken]
    return []


def unique_together(model: type[Model], name: str) -> Iterator[tuple[str, ...]]:
    """The sets of fields, that one among them, which no two rows may share."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and name in constraint.fields:
            yield constraint.fields
    yield from (fields for fields in model._meta.unique_together if name in fields)


@transaction.atomic
def merge(*, gone: Record, kept: Record, by=None) -> None:
    """Make one record of two; CannotMerge says why it cannot be."""
    model = type(kept)
    # Whoever publishes locks the edition first and then what the story names: in another order the two would wait for one another.
    changes.renew()
    locked = model.objects.select_for_update(of=("self",)).filter(pk__in=(gone.pk, kept.pk)).order_by("pk")
    found = {record.pk: record for record in locked}
    if {gone.pk, kept.pk} - found.keys():
        raise CannotMerge(gettext("One of the two is not there any more. Somebody may have merged it already."))
    gone, kept = found[gone.pk], found[kept.pk]
    check(gone, kept)
    shown = {*changes.AFFECTS[model](gone), *changes.AFFECTS[model](kept)}
    stories = Story.objects.published().filter(pk__in=changes.AFFECTS[model](gone)).values_list("pk", flat=True)
    told = list(stories)
    versions.hold(told)
    touched = list(move_rows(gone, kept))
    repoint_revisions(gone, kept)
    leave_names(gone, kept)
    lost = gone.serializable_data()
    log(
        instance=kept,
        action="cases.merge",
        user=by,
        data={"gone": str(gone), "slug": gone.slug, "content": plain(lost)},
    )
    gone.delete()
    versions.advance(told)
    changes.mark(shown)
    for record in touched:
        ReferenceIndex.create_or_update_for_object(record)


def move_rows(gone: Record, kept: Record) -> Iterator[Record]:
    """Let every row name the record that stays, and join what says the same; yields the records whose rows these are."""
    if isinstance(kept, Place) and kept.within_id == gone.pk:
        kept.within_id = gone.within_id if gone.within_id != kept.pk else None
        type(kept).objects.filter(pk=kept.pk).update(within=kept.within_id)
    for relation, rows in naming(gone):
        if is_record_or_part(relation.related_model) or relation.related_model._meta.auto_created:
            owners = list(dict.fromkeys(_owner(row) for row in rows[:MOST_REFERENCES]))
            relation.related_model._base_manager.filter(pk__in=twins(relation, gone, kept)).delete()
            rows.update(**{relation.field.name: kept})
            yield from (owner for owner in owners if isinstance(owner, Record) and owner not in (gone, kept))


def leave_names(gone: Record, kept: Record) -> None:
    """Let the addresses of the record that goes lead to the one that stays, and forget its errands."""
    noun = type(gone)._meta.model_name
    FormerSlug.objects.of_record(gone).update(record_id=kept.pk)
    leave_behind(type(gone), [gone.slug] if gone.first_published_at else [], kept.pk)
    ReleaseItem.objects.filter(noun=noun, record_id=gone.pk).delete()
    LinkUse.objects.filter(noun=noun, record_id=gone.pk).delete()


def plain(data: dict) -> dict:
    """What a record told, in values that a log can hold."""
    return {name: value for name, value in data.items() if isinstance(value, str | int | float | bool)}


def choices_for(record: Record) -> Iterable[Record]:
    """The records that the record could be merged into."""
    return type(record).objects.published().exclude(pk=record.pk)
