"""
Private links of followers: made from the library's secret and a follower's nonce, so that every mail can hold them and none is stored.

The purpose is a part of what is signed: a link that stops one subscription opens nothing else.
"""

from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from cases.addresses import absolute
from cases.models import Follower, Subscription
from cases.private import NoSuchLink

LETTERS = 32
"""Hexadecimal digits of a signature: 128 bits."""


def confirm_link(subscription: Subscription) -> str:
    """Where the owner of the address says that they want it."""
    return _link("follow-confirm", subscription, subscription.follower)


def stop_link(subscription: Subscription) -> str:
    """Where one subscription ends."""
    return _link("follow-stop", subscription, subscription.follower)


def page_link(follower: Follower) -> str:
    """The page with everything that the address follows."""
    return _link("following", follower, follower)


def key_of(name: str, record, follower: Follower) -> str:
    """The key in the link of that URL name."""
    signed = salted_hmac(f"cases.following.{name}", f"{record.pk} {follower.nonce}", algorithm="sha256")
    return f"{record.pk}-{signed.hexdigest()[:LETTERS]}"


def subscription_behind(name: str, key: str) -> Subscription:
    """The subscription that the link of that URL name is about, or NoSuchLink."""
    found = Subscription.objects.filter(pk=_number(key)).select_related("follower").first()
    if found is None or not constant_time_compare(key, key_of(name, found, found.follower)):
        raise NoSuchLink
    return found


def follower_behind(key: str) -> Follower:
    """The follower whose page it is, or NoSuchLink."""
    found = Follower.objects.filter(pk=_number(key)).first()
    if found is None or not constant_time_compare(key, key_of("following", found, found)):
        raise NoSuchLink
    return found


def _link(name: str, record, follower: Follower) -> str:
    return absolute(reverse(name, args=[key_of(name, record, follower)]))


def _number(key: str) -> int:
    number = key.partition("-")[0]
    return int(number) if number.isdecimal() and len(number) < 18 else 0
