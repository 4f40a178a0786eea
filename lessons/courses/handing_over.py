"""What becomes of somebody's courses when their account is deleted."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.signals import pre_delete

from lessons.choices import Right
from lessons.models import Course


@transaction.atomic
def hand_over(*, user) -> None:
    """
    Give each course of the user to a co-trainer who may change it. Without one a public course stays, owned by nobody; any other is
    deleted with the account.
    """
    for course in Course.objects.filter(trainers__user=user, trainers__right=Right.OWNER):
        heir = course.trainers.arrived().filter(right=Right.EDIT).order_by("invited_at", "pk").first()
        course.trainers.filter(user=user).delete()
        if heir:
            heir.right = Right.OWNER
            heir.save(update_fields=["right"])
        elif not course.live:
            course.delete()


def _deleting(sender, instance, **kwargs):
    hand_over(user=instance)


def listen() -> None:
    """Hand over before an account is deleted."""
    pre_delete.connect(_deleting, sender=get_user_model(), dispatch_uid="courses-hand-over")
