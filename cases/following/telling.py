"""
Tells followers what is new: what is about one matter is found out once, however many follow it.

A mail is queued in the same transaction in which the subscription's mark is moved, so nobody is told twice, and nothing is lost where the
process is killed.
"""

from functools import lru_cache

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from cases.addresses import absolute
from cases.following.actions import end
from cases.following.kinds import KINDS, Item
from cases.following.links import page_link, stop_link
from cases.mail import queue
from cases.models import News, Subscription

MOST_TOLD = 20
"""Items in a mail; the rest is behind the address of the matter."""

MOST_READ = 5000
"""Pieces of news that are looked at for one mail."""

BATCH = 100


def tell_followers() -> str:
    """Write to everybody who is due."""
    newest, told = News.objects.newest(), 0
    read = lru_cache(maxsize=8)(lambda about, mark: list(_news(about, mark, newest)))
    for name, key, mark in list(Subscription.objects.due(newest).by_matter()):
        kind = KINDS.get(name)
        items = kind.items(key, read(kind.about, mark)) if kind else []
        told += _tell(name, key, mark, newest, items) if items else _pass_over(name, key, mark, newest)
    return ngettext("%d follower was told", "%d followers were told", told) % told if told else ""


def _news(about: str, mark: int, newest: int):
    """News of the kind, the oldest first; of very much the newest part."""
    found = News.objects.between(mark, newest).filter(about=about)
    return reversed(found.order_by("-pk")[:MOST_READ])


def _pass_over(name: str, key: str, mark: int, newest: int) -> int:
    """There is nothing to tell on the matter up to here, whoever follows it."""
    Subscription.objects.confirmed().on(name, key, mark).update(mark=newest)
    return 0


def _tell(name: str, key: str, mark: int, newest: int, items: list[Item]) -> int:
    """Queue a mail to everybody who is due on the matter; answers how many that are."""
    matter = KINDS[name].matter(key)
    context = {
        "label": matter.label,
        "matter": matter.url,
        "items": items[:MOST_TOLD],
        "more": max(len(items) - MOST_TOLD, 0),
        "number": len(items),
        "kind": name,
    }
    due = Subscription.objects.due(newest).on(name, key, mark)
    told = 0
    while batch := _tell_some(due, newest, context):
        told += batch
    return told


@transaction.atomic
def _tell_some(due, newest: int, context: dict) -> int:
    """A batch of them. Another process that tells at the same time waits, and then finds them told."""
    subscriptions = list(due.select_for_update(of=("self",))[:BATCH])
    now = timezone.now()
    for subscription in subscriptions:
        links = {"stop": stop_link(subscription), "page": page_link(subscription.follower)}
        headers = {
            "List-Unsubscribe": f"<{links['stop']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "List-Id": f"<{context['kind']}.{absolute('').partition('//')[2].partition(':')[0]}>",
            "Auto-Submitted": "auto-generated",
        }
        queue("follow_news", subscription.follower.email, {**context, **links, "pace": subscription.pace}, headers)
    Subscription.objects.filter(pk__in=[row.pk for row in subscriptions]).update(mark=newest, told_at=now)
    return len(subscriptions)


def forget_unconfirmed() -> str:
    """Delete subscriptions that nobody confirmed in time, and addresses that follow nothing."""
    number = Subscription.objects.lapsed().count()
    end(subscriptions=Subscription.objects.lapsed())
    said = ngettext("%d unconfirmed subscription was forgotten", "%d unconfirmed subscriptions were forgotten", number)
    return said % number if number else ""
