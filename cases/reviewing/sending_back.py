"""What happens when a story is sent back: whoever asked is told, and whoever registered here."""

from collections.abc import Callable

from cases.models import Remark, Review, Story
from cases.reviewing.asking import tell_editors, waiting_for

SENT_BACK: list[Callable[[Story, str, list[Remark]], None]] = []
"""Functions that are called with the story, the reason and the remarks, so that they reach the people who told the story."""


def sent_back(*, review: Review, reason: str, remarks: list[Remark], who: str, by=None) -> None:
    """Tell those who wait, other than who sent it back, and everybody who registered."""
    to = [person for person in waiting_for(review) if person != by]
    tell_editors(review, "story_sent_back", to=to, reason=reason, remarks=remarks, who=who)
    for register in SENT_BACK:
        register(review.story, reason, remarks)
