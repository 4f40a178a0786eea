"""The explore views there are, in their order. The upper floor adds its own when it starts."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Room:
    """An explore view as others point to it."""

    name: str
    """Its URL name."""
    title: str | Promise
    line: str | Promise
    """What it shows, in one sentence."""


ROOMS: list[Room] = [
    Room(
        "explore-zones",
        _("Who led together"),
        _("The three realms as overlapping circles, with the stories in each overlap and who acted there."),
    ),
    Room(
        "explore-outcomes",
        _("What was measured"),
        _(
            "Outcomes and outputs by policy area, from baseline to result against target; "
            "and how many stories have no figure at all."
        ),
    ),
    Room(
        "explore-lineage",
        _("What was taken from where"),
        _("Who adapted what from which place and when: what was kept, what was changed, what was dropped."),
    ),
    Room(
        "explore-map",
        _("Where it happened"),
        _("The places of the stories on a map, those that lie close together as one; and every place in a table."),
    ),
    Room(
        "story-compare",
        _("Compare stories"),
        _(
            "Two to four stories side by side: who acted, what they did, what was measured, and where their lessons disagree."
        ),
    ),
    Room(
        "explore-here",
        _("Would it work here?"),
        _(
            "Set your own kind of body, place and mandate: each story says what is alike and what differs. Never a score."
        ),
    ),
]


def register_room(room: Room, *, first: bool = False) -> None:
    """Add a view; a name that is there already is refused."""
    if any(known.name == room.name for known in ROOMS):
        raise ValueError(f"There is a view “{room.name}” already. Choose another name.")
    ROOMS.insert(0 if first else len(ROOMS), room)
