"""Taking a record back from readers with a reason, and bringing it back. Its address goes on to say why, and what still names it."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin

from cases.desk.dependents import what_names
from cases.extensions import extensions
from cases.models import Story
from cases.models.record import Record
from cases.record import versions

SHOWN = 20
"""Records that the page of a retired one leads on to."""


@transaction.atomic
def retire(*, record: Record, reason: str, see_instead: Record | None = None, by=None, on: date | None = None) -> None:
    """Hide the record from readers and tell them why; drafts, history and everything that names it stay."""
    record = type(record).objects.select_for_update(of=("self",)).get(pk=record.pk)
    if isinstance(record, Story) and record.live:
        versions.hold([record.pk])
    record.live, record.live_revision, record.go_live_at, record.expire_at = False, None, None, None
    record.retired_on, record.retired_because = on or timezone.localdate(), reason.strip()
    record.see_instead = see_instead
    record.save()
    record.revisions.update(approved_go_live_at=None)
    log(instance=record, action="cases.retire", user=by, data={"reason": record.retired_because})


@transaction.atomic
def bring_back(*, record: Record, by=None) -> None:
    """Show the record to readers again, as it was; a draft beside it stays a draft."""
    record = type(record).objects.select_for_update(of=("self",)).get(pk=record.pk)
    record.live, record.expired = True, False
    record.retired_on, record.retired_because, record.see_instead = None, "", None
    record.save()
    if isinstance(record, Story):
        versions.advance([record.pk])
    log(instance=record, action="cases.bring_back", user=by)


def gone_context(record: DraftStateMixin | None) -> dict:
    """What the page of a record that was taken back says: why and when, what to see instead, and what still names it."""
    reason = getattr(record, "retired_because", "")
    instead = record.see_instead if reason and record.see_instead and record.see_instead.on_record else None
    return {
        "title": gettext("This page has been retired") if reason else gettext("This page has been taken back"),
        "record": record,
        "reason": reason,
        "instead": instead,
        "still": still_named(record) if reason else [],
    }


def still_named(record: Record) -> list[Record]:
    """Published records that name the retired one, and those that an upper floor adds."""
    more = [other for still in extensions.still for other in still(record)]
    return list(dict.fromkeys([*more, *what_names(record, SHOWN)]))[:SHOWN]
