"""Whom a review asks: given by whoever starts it, or taken from the story's last one where Wagtail's “Restart” starts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from cases.models import Review, Story

ANSWER_DAYS = 14
"""Days that signatories have where nobody says otherwise."""

EDITING_DAYS = 7
"""Days that the editor has after that; and days that somebody has who is asked again."""


@dataclass(frozen=True)
class Invited:
    """Whom to ask: a user of the site, or somebody by name and e-mail; or nobody yet."""

    name: str = ""
    email: str = ""
    user: Any = None

    @classmethod
    def of(cls, sign_off) -> "Invited":
        """Who was asked for that sign-off."""
        return cls(sign_off.name, sign_off.email, sign_off.user)


NOBODY = Invited()


def default_due() -> date:
    """The day by which signatories are asked to answer where nobody names one."""
    return timezone.localdate() + timedelta(days=ANSWER_DAYS)


@dataclass(frozen=True)
class Invitation:
    """What a review begins with."""

    people: dict[str, Invited] = field(default_factory=dict)
    """By kind of signatory."""
    due: date = field(default_factory=default_due)
    note: str = ""
    editor: Any = None

    @property
    def publish_by(self) -> date:
        """When the editor should be done."""
        return self.due + timedelta(days=EDITING_DAYS)


_given: ContextVar[Invitation | None] = ContextVar("invitation", default=None)


@contextmanager
def inviting(invitation: Invitation) -> Iterator[None]:
    """A review that begins within asks these people."""
    token = _given.set(invitation)
    try:
        yield
    finally:
        _given.reset(token)


def invitation_for(story: Story) -> Invitation:
    """What was given, or the same people as last time."""
    if given := _given.get():
        return given
    last = Review.objects.of_story(story).prefetch_related("sign_offs__user").first()
    if last is None:
        return Invitation()
    people = {sign_off.kind: Invited.of(sign_off) for sign_off in last.sign_offs.all()}
    return Invitation(people=people, note=last.note, editor=last.editor)
