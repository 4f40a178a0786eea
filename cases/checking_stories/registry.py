"""
The checks, and what they find in a story.

A check looks at one thing of a story as a form or a draft has it: its parts may not be in the database yet. It yields a sentence for
each fault, which says what is wrong and what would be right. Those that block keep a story from being published; others warn.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

from cases.models import Story
from cases.story_fields import desk_anchor, field_label

Look = Callable[[Story], Iterable[str | tuple[str, str]]]
"""Yields sentences, or pairs of another field and a sentence."""

Narrow = Callable[[QuerySet], QuerySet]
"""Leaves of a list the stories in which the check finds something, as the database has them."""


@dataclass(frozen=True)
class Check:
    """One thing to look at: its name, the field that it is about, and whether a fault keeps the story from readers."""

    key: str
    label: str | Promise
    field: str
    look: Look
    blocks: bool = False
    mentions: bool = False
    """Whether stories are looked at of which the source says no more than a sentence or two."""
    narrow: Narrow | None = None
    """The same question put to the database, where it can answer it."""
    invitation: str | Promise = ""
    """What the story's page says to readers who may know more."""
    rank: int = 0
    """Checks of a higher rank come later, whoever registers first."""

    def concerns(self, story: Story) -> bool:
        """Whether the story is of the kind that this check looks at."""
        return self.mentions or not story.is_mention


@dataclass(frozen=True)
class Finding:
    """What a check found: the field, and a sentence that says what is wrong and what would be right."""

    check: Check
    field: str
    text: str

    @property
    def label(self) -> str:
        """The field's name."""
        return field_label(self.field)

    @property
    def anchor(self) -> str:
        """Where the field is on the desk's screen."""
        return desk_anchor(self.field)


CHECKS: list[Check] = []


def register_check(check: Check) -> None:
    """Add a check, or replace the one of that key. Those that block come first, then the lower ranks."""
    CHECKS[:] = [known for known in CHECKS if known.key != check.key] + [check]
    CHECKS.sort(key=lambda known: (not known.blocks, known.rank))


def looks_at(key: str, label: str | Promise, field: str, **options) -> Callable[[Look], Look]:
    """Make a check of the function below."""

    def register(look: Look) -> Look:
        register_check(Check(key, label, field, look, **options))
        return look

    return register


def findings(story: Story, checks: Iterable[Check] | None = None) -> Iterator[Finding]:
    """What the checks find in the story; all of them where none are named."""
    for check in CHECKS if checks is None else checks:
        for found in check.look(story) if check.concerns(story) else ():
            field, text = (check.field, found) if isinstance(found, str | Promise) else found
            yield Finding(check, field, str(text))


def blocking(story: Story) -> list[Finding]:
    """What keeps the story from being published."""
    return list(findings(story, [check for check in CHECKS if check.blocks]))


def check_of(key: str) -> Check | None:
    """The check of that key."""
    return next((check for check in CHECKS if check.key == key), None)
