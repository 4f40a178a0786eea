"""What the pages about following show."""

from cases.choices import Pace
from cases.following.kinds import KINDS, Matter
from cases.following.links import page_link


def matter(kind: str, key: str) -> dict:
    """What is followed, in words and with its address."""
    found = KINDS[kind].matter(key)
    return {"kind": kind, "label": found.label, "matter": found.url}


def subscription_rows(subscriptions) -> list[dict]:
    """The subscriptions with what each is about, and the way to the page where it can be changed."""
    rows = [row for row in subscriptions if row.kind in KINDS]
    keys = {name: {row.key for row in rows if row.kind == name} for name in KINDS}
    found = {name: KINDS[name].matters(mine) for name, mine in keys.items() if mine}
    return [
        {
            "subscription": row,
            "paces": Pace.choices,
            "page": page_link(row.follower),
            "kind": row.kind,
            "label": (mine := found[row.kind].get(row.key, Matter())).label,
            "matter": mine.url,
        }
        for row in rows
    ]
