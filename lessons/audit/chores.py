"""What the house does by itself about audits: it warns organisers, and deletes what nobody kept."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from cases.mail import queue
from lessons.models import Audit
from lessons.models.audit import NOTICE, WARNED_BEFORE


def warn_organisers() -> str:
    """Tell organisers who left an address that their audit is deleted soon; each is told once."""
    today = timezone.localdate()
    warned = [warn(audit=audit) for audit in Audit.objects.running_out(today + WARNED_BEFORE)]
    return ngettext("%d organiser was warned", "%d organisers were warned", len(warned)) % len(warned) if warned else ""


@transaction.atomic
def warn(*, audit: Audit) -> None:
    """Queue the warning, and note that it was given; both or neither."""
    today = timezone.localdate()
    queue(
        "audit_ends",
        audit.email,
        {"audit": audit, "day": max(audit.keep_until, today + NOTICE), "mine": reverse("audit-mine")},
    )
    Audit.objects.filter(pk=audit.pk).update(warned_on=today)


def delete_what_has_run_out() -> str:
    """Delete audits whose time is over, a month after their organiser was warned where that was possible."""
    today = timezone.localdate()
    over = Audit.objects.run_out(today, warned_by=today - NOTICE)
    number = over.count()
    over.delete()
    return ngettext("%d audit was deleted", "%d audits were deleted", number) % number if number else ""
