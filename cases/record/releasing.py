"""
Publishing several records at one moment: all of them or none, so that neither readers nor the finder see half.

`conflicts` says beforehand what stands in the way, of every record at once; `release` asks it again in the transaction that publishes.
"""

from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from wagtail.log_actions import LogContext, log

from cases.chores import Chore
from cases.drafts import named
from cases.mail import queue
from cases.models import Release, ReleaseItem
from cases.models.record import Record
from cases.people import addresses_of, keepers

CHECKS: list[Callable[[Record], Iterable[str]]] = []
"""What else may keep a draft from being published, as sentences about the record as the draft has it; other parts add theirs."""


class CannotRelease(Exception):
    """Something stands in the way; `reasons` has all of it."""

    def __init__(self, reasons: Iterable[str]):
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


def nouns() -> dict[str, type[Record]]:
    """The nouns that have drafts, by name."""
    return {model._meta.model_name: model for model in apps.get_models() if issubclass(model, Record)}


def drafts(most: int) -> list[Record]:
    """Records of which something waits to be published, the last changed first."""
    found = []
    for model in nouns().values():
        waiting = model.objects.with_drafts().select_related("latest_revision__user")
        found += waiting.order_by("-latest_revision__created_at", "-pk")[:most]
    return sorted(found, key=lambda record: record.latest_revision.created_at, reverse=True)[:most]


def records_of(release: Release) -> dict[ReleaseItem, Record | None]:
    """The records of the release as they stand; None where one is not there any more."""
    items, known = list(release.items.all()), nouns()
    found = {}
    for noun in {item.noun for item in items} & known.keys():
        keys = [item.record_id for item in items if item.noun == noun]
        found |= {(noun, pk): record for pk, record in known[noun].objects.in_bulk(keys).items()}
    return {item: found.get((item.noun, item.record_id)) for item in items}


def set_records(*, release: Release, records: Iterable[Record]) -> None:
    """Let the release have these records and no others."""
    with transaction.atomic():
        release.items.all().delete()
        rows = [
            ReleaseItem(release=release, noun=r._meta.model_name, record_id=r.pk, title=str(r)[:250]) for r in records
        ]
        ReleaseItem.objects.bulk_create(rows)


def conflicts(release: Release, by=None) -> list[str]:
    """Everything that keeps the release from being published, in sentences."""
    records = records_of(release)
    together = {(type(record), record.pk) for record in records.values() if record}
    if not records:
        return [gettext("There is no record in it. Choose at least one.")]
    return [reason for item, record in records.items() for reason in _in_the_way(release, item, record, together, by)]


def _in_the_way(release: Release, item: ReleaseItem, record: Record | None, together: set, by) -> Iterator[str]:
    if record is None:
        yield gettext("“%s” is not there any more. Take it out.") % item
        return
    names = {"record": record, "noun": record._meta.verbose_name_plural}
    if by and not by.has_perm(f"{record._meta.app_label}.publish_{record._meta.model_name}"):
        yield gettext("You may not publish %(noun)s, such as “%(record)s”.") % names
    if record.retired_on:
        yield gettext("“%(record)s” is retired. Bring it back first, or take it out.") % names
    elif record.live and not record.has_unpublished_changes:
        yield gettext("“%(record)s” has no draft: what there is of it is published. Take it out.") % names
    if record.locked:
        yield gettext("“%(record)s” is locked. Unlock it first.") % names
    if record.scheduled_revision or (record.go_live_at and record.go_live_at > timezone.now()):
        yield gettext("“%(record)s” has a time of its own to be published. Take that away, or take it out.") % names
    for other in Release.objects.waiting().holding(item).exclude(pk=release.pk):
        yield gettext("“%(record)s” is in the release “%(other)s” too. Take it out of one.") % {**names, "other": other}
    yield from _wrong_with(record, together)


def _wrong_with(record: Record, together: set) -> Iterator[str]:
    """What is wrong with the draft itself, and with what it names."""
    draft = record.get_latest_revision_as_object()
    try:
        draft.full_clean()
    except ValidationError as error:
        for message in error.messages:
            yield gettext("“%(record)s”: %(message)s") % {"record": draft, "message": message}
    for check in CHECKS:
        yield from check(draft)
    for other in unpublished_beside(record, together):
        yield gettext("“%(record)s” names “%(other)s”, which readers cannot see. Add that, or publish it first.") % {
            "record": draft,
            "other": other,
        }


def unpublished_beside(record: Record, together: set) -> list[Record]:
    """What the draft names that readers cannot see, and that is not published together with it."""
    content = record.latest_revision.content if record.latest_revision else {}
    wanted = {(field.related_model, pk) for field, pk in named(type(record), content) if pk is not None}
    for field in record._meta.many_to_many:
        wanted |= {(field.related_model, pk) for pk in content.get(field.name) or ()}
    wanted = {(model, pk) for model, pk in wanted if issubclass(model, Record)} - together
    return [
        other
        for model in {model for model, _pk in wanted}
        for other in model.objects.filter(live=False, pk__in=[pk for kind, pk in wanted if kind is model])
    ]


def release(*, release: Release, by=None) -> None:
    """Publish every record of the release at this moment; CannotRelease says what stands in the way, and nothing is published."""
    try:
        with transaction.atomic():
            locked = Release.objects.select_for_update().get(pk=release.pk)
            if locked.released_at:
                raise CannotRelease([gettext("It has been published already.")])
            if reasons := conflicts(locked, by):
                raise CannotRelease(reasons)
            for record in records_of(locked).values():
                # Of what one request did to several records, Wagtail's history shows the last: each is a deed of its own.
                with LogContext(user=by):
                    (record.latest_revision or record.save_revision(user=by)).publish(
                        user=by, skip_permission_checks=True
                    )
                    log(instance=record, action="cases.release", user=by, data={"release": str(locked)})
            locked.released_at, locked.refused = timezone.now(), ""
            locked.save()
    except DatabaseError as error:
        reason = gettext("The database refused the records together: %s") % str(error).partition("\n")[0]
        raise CannotRelease([reason]) from error


def release_due() -> str:
    """Publish the releases whose time has come; where one cannot be, say so once to who made it and to the editors."""
    done, refused = 0, 0
    for waiting in Release.objects.due():
        try:
            release(release=waiting)
            done += 1
        except CannotRelease as error:
            _refuse(waiting, error.reasons)
            refused += 1
    parts = [
        ngettext("%d release published", "%d releases published", done) % done if done else "",
        ngettext("%d release refused", "%d releases refused", refused) % refused if refused else "",
    ]
    return capfirst(", ".join(part for part in parts if part))


@transaction.atomic
def _refuse(waiting: Release, reasons: list[str]) -> None:
    Release.objects.filter(pk=waiting.pk).update(refused="\n".join(reasons))
    told = addresses_of([waiting.made_by] if waiting.made_by else []) + addresses_of(keepers())
    address = reverse("release:edit", args=[waiting.pk])
    queue("release_refused", told, {"release": waiting, "reasons": reasons, "address": address})


RELEASE = Chore("publish releases", release_due)
