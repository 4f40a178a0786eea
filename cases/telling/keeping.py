"""For how long stories that nobody sends are kept: a reminder after two weeks, a warning a month before, and then they are gone."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from cases.chores import Chore
from cases.models import Contribution
from cases.telling import mails
from cases.telling.actions import delete
from cases.telling.choices import State
from cases.telling.standing import KEPT, KEPT_WITHDRAWN

REMINDED_AFTER = timedelta(days=14)
WARNED_BEFORE = timedelta(days=30)
"""Nothing is deleted sooner than this after the warning, however long nobody kept house."""

NETWORK_KEPT = timedelta(days=30)


def keep_contributions() -> str:
    """Remind, warn and delete what is due; say how many."""
    now = timezone.now()
    Contribution.objects.exclude(network="").filter(begun_at__lt=now - NETWORK_KEPT).update(network="")
    counts = {"reminded of": _remind(now), "warned of": _warn(now), "deleted": _delete(now)}
    return ", ".join(f"{did} {count}" for did, count in counts.items() if count)


def _remind(now):
    waiting = Contribution.objects.left_since(now - REMINDED_AFTER).filter(reminded_at=None, warned_at=None)
    return _write_to_each(waiting, "tell_reminder", "reminded_at", now)


def _warn(now):
    waiting = Contribution.objects.left_since(now - KEPT + WARNED_BEFORE).filter(warned_at=None)
    return _write_to_each(waiting, "tell_warning", "warned_at", now)


def _write_to_each(waiting, template, field, now):
    found = list(waiting)
    for contribution in found:
        with transaction.atomic():
            setattr(contribution, field, now)
            contribution.save(update_fields=[field])
            day = max(contribution.changed_at + KEPT, now + WARNED_BEFORE)
            mails.to_authors(contribution, template, day=date_format(day, "j F Y"))
    return len(found)


def _delete(now):
    left = Contribution.objects.left_since(now - KEPT).filter(warned_at__lt=now - WARNED_BEFORE)
    declined = Contribution.objects.filter(state=State.DECLINED, changed_at__lt=now - KEPT)
    withdrawn = Contribution.objects.filter(state=State.WITHDRAWN, changed_at__lt=now - KEPT_WITHDRAWN)
    found = [*left, *declined, *withdrawn]
    for contribution in found:
        delete(contribution=contribution)
    return len(found)


CHORE = Chore("keep stories that are being told", keep_contributions)
