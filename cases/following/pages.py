"""What the pages about following show."""

from cases.choices import Pace
from cases.following.kinds import KINDS
from cases.following.links import page_link


def matter(kind: str, key: str) -> dict:
    """What is followed, in words and with its address."""
    known = KINDS[kind]
    return {"kind": kind, "label": known.label(key), "matter": known.url(key)}


def subscription_rows(subscriptions) -> list[dict]:
    """The subscriptions with what each is about, and the way to the page where it can be changed."""
    return [
        {
            "subscription": row,
            "paces": Pace.choices,
            "page": page_link(row.follower),
            **matter(row.kind, row.key),
        }
        for row in subscriptions
        if row.kind in KINDS
    ]
