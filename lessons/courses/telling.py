"""Telling trainers by e-mail that records which their courses use have changed: one mail a person, at most once a day."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from cases.mail import queue
from lessons.models import Item, Trainer

REST = timedelta(hours=20)
"""Between two mails to the same person."""


def tell_trainers() -> str:
    """Send everybody who teaches a course what has changed in it since they were told last."""
    lately = timezone.now() - REST
    rested = Trainer.objects.filter(told_at__gt=lately, user__isnull=False).values("user")
    users = (
        Trainer.objects.arrived().filter(_untold()).exclude(user__in=rested).order_by().values_list("user", flat=True)
    )
    told = sum(_tell(pk) for pk in users.distinct())
    return f"told {told} trainers" if told else ""


def _untold() -> Q:
    """Trainers of courses in which something has changed that they have not been told."""
    changed = Q(course__sessions__items__changed_at__isnull=False)
    newer = Q(told_at__isnull=True) | Q(course__sessions__items__changed_at__gt=F("told_at"))
    return changed & newer


@transaction.atomic
def _tell(user_pk: int) -> bool:
    """Queue the mail, and remember it in the same transaction."""
    user = get_user_model().objects.select_for_update().get(pk=user_pk)
    rows = list(Trainer.objects.filter(user=user).filter(_untold()).select_related("course").distinct().order_by("pk"))
    courses = []
    for row in rows:
        items = Item.objects.filter(session__course=row.course).changed()
        new = [item for item in items if not row.told_at or item.changed_at > row.told_at]
        courses.append((row.course, new))
    Trainer.objects.filter(pk__in=[row.pk for row in rows]).update(told_at=timezone.now())
    count = sum(len(items) for _course, items in courses)
    return bool(count) and bool(queue("course_changes", user.email, {"user": user, "courses": courses, "count": count}))
