"""What changes subscriptions: each in one transaction, together with the mail that goes with it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cases.choices import Pace
from cases.following.kinds import KINDS
from cases.following.links import confirm_link, page_link
from cases.mail import queue
from cases.models import Follower, News, Subscription

MAILS_A_DAY = 5
"""Mails that ask one address for a confirmation, or tell it that it follows already, on one day."""


@transaction.atomic
def ask(*, email: str, kind: str, key: str, pace: Pace, user=None) -> None:
    """
    Ask the owner of the address whether they want to follow the matter.

    Whoever typed the address learns nothing of it: who follows already is told so by mail, and after a few mails a day nothing is sent.
    """
    follower = Follower.objects.of_email(email).first() or Follower.objects.create(email=email)
    yesterday = timezone.now() - timedelta(days=1)
    is_patient = follower.subscriptions.asked_since(yesterday).count() < MAILS_A_DAY
    found = follower.subscriptions.filter(kind=kind, key=key).first()
    if found and (not is_patient or found.asked_at > timezone.now() - timedelta(minutes=10)):
        return
    if found is None:
        if not is_patient:
            return
        found = Subscription(follower=follower, kind=kind, key=key)
    if not found.confirmed_at:
        found.pace, found.user, found.mark = pace, user, News.objects.newest()
    found.asked_at = timezone.now()
    found.save()
    queue("follow_already" if found.confirmed_at else "follow_confirm", follower.email, about(subscription=found))


def about(*, subscription: Subscription) -> dict:
    """What a mail says of a subscription."""
    found = KINDS[subscription.kind].matter(subscription.key)
    return {
        "subscription": subscription,
        "label": found.label,
        "matter": found.url,
        "confirm": confirm_link(subscription),
        "page": page_link(subscription.follower),
    }


@transaction.atomic
def confirm(*, subscription: Subscription) -> None:
    """The owner of the address wants it; from here on they are told what is new."""
    Subscription.objects.filter(pk=subscription.pk, confirmed_at__isnull=True).update(confirmed_at=timezone.now())


@transaction.atomic
def change(*, follower: Follower, subscription: Subscription, pace: str, stop: bool) -> bool:
    """What a follower wants to become of one subscription; answers whether they still follow anything."""
    if stop:
        end(subscriptions=Subscription.objects.only_this(subscription))
    elif pace:
        Subscription.objects.filter(pk=subscription.pk).update(pace=pace)
    return Follower.objects.filter(pk=follower.pk).exists()


@transaction.atomic
def end(*, subscriptions) -> None:
    """End these subscriptions, and forget addresses that follow nothing more."""
    subscriptions.delete()
    Follower.objects.without_subscriptions().delete()
