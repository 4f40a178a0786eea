"""
The answers that a multiple choice offers: each with its words, whether it is right, and what is said to who chose it.

They lie on the item as plain JSON, since they are written, moved, copied and undone with their question, as one. An option has no number:
it is known by its words, so that a choice that somebody made stays what it was when others are added or moved.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

LEAST, MOST = 2, 8
LONGEST, LONGEST_FEEDBACK = 300, 600
NAMES = ("text", "right", "feedback")


@dataclass(frozen=True)
class Option:
    """An answer to choose."""

    text: str
    right: bool = False
    feedback: str = ""

    @property
    def key(self) -> str:
        """Its name in forms, files and answers."""
        return f"o{hashlib.sha256(self.text.encode()).hexdigest()[:10]}"


def options_of(rows: Iterable[dict]) -> list[Option]:
    """The options that lie on an item."""
    return [Option(row["text"], bool(row.get("right")), row.get("feedback", "")) for row in rows]


def rows_of(options: Iterable[Option]) -> list[dict]:
    """The options as they lie on an item: a key that says nothing is left out."""
    return [
        {"text": option.text, "right": option.right, **({"feedback": option.feedback} if option.feedback else {})}
        for option in options
    ]


def several_right(options: Iterable[Option]) -> bool:
    """Whether more than one is right, so that people may choose several."""
    return sum(option.right for option in options) > 1


def right_keys(options: Iterable[Option]) -> set[str]:
    """The names of those that are right."""
    return {option.key for option in options if option.right}


def problems_of(options: list[Option]) -> Iterator[tuple[int | None, str]]:
    """What keeps the options from being asked: the place of one of them, or None, and a sentence."""
    if not LEAST <= len(options) <= MOST:
        yield (
            None,
            _("Give from %(least)d to %(most)d answers to choose from; there are %(n)d.")
            % {
                "least": LEAST,
                "most": MOST,
                "n": len(options),
            },
        )
    if options and not any(option.right for option in options):
        yield None, _("Mark at least one answer as right.")
    seen = set()
    for place, option in enumerate(options):
        if not option.text:
            yield place, _("Write the answer, or leave its line out.")
        elif option.text in seen:
            yield place, _("“%s” stands there twice. Leave one out.") % option.text[:60]
        for name, longest in (("text", LONGEST), ("feedback", LONGEST_FEEDBACK)):
            if len(getattr(option, name)) > longest:
                yield (
                    place,
                    _("“%(start)s…” has %(n)d characters; %(most)d are the most.")
                    % {
                        "start": getattr(option, name)[:40],
                        "n": len(getattr(option, name)),
                        "most": longest,
                    },
                )
        seen.add(option.text)
