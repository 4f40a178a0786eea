"""Why something that a learning platform asks for is refused: a sentence for the person, and a line for the log that no page shows."""

import logging
from enum import Enum

from django.utils.translation import gettext_lazy as _

logger = logging.getLogger("lessons.lti")


class Reason(Enum):
    """The reasons: the status of the page, what it says, and what the person can do."""

    INCOMPLETE = (
        400,
        _("The learning platform has sent an incomplete request."),
        _("Open it again from your course. If that does not help, tell those who run the platform."),
    )
    UNKNOWN_PLATFORM = (
        403,
        _("This library does not know the learning platform that sent you, or has not switched it on."),
        _("Tell those who run the platform: an Administrator of the library registers it, or switches it on."),
    )
    UNKNOWN_DEPLOYMENT = (
        403,
        _("The learning platform is known here, but not the part of it that sent you."),
        _("An Administrator of the library switches it on at the desk, under “Platforms”."),
    )
    ELSEWHERE = (
        400,
        _("The learning platform has asked for an address that is not of this library."),
        _("Link to it anew from your course."),
    )
    NO_STATE = (
        400,
        _("This launch was not begun here."),
        _("Open it again from your course."),
    )
    OLD_STATE = (
        400,
        _("This launch has taken too long, or has been used already."),
        _("Open it again from your course: each launch opens once."),
    )
    OTHER_BROWSER = (
        403,
        _(
            "Your browser keeps nothing of ours inside another site’s page, so we cannot tell whether this launch is yours."
        ),
        _("Open it in a window of its own."),
    )
    MALFORMED = (
        400,
        _("The learning platform has sent something that cannot be read."),
        _("Open it again from your course. If that does not help, tell those who run the platform."),
    )
    FORGED = (
        403,
        _("It is not certain that this launch comes from the learning platform."),
        _(
            "Open it again from your course. If that does not help, tell those who run the platform: its signature or its clock is wrong."
        ),
    )
    NO_KEYS = (
        502,
        _("The keys of the learning platform could not be fetched, so its launch could not be checked."),
        _("Try again in some minutes."),
    )
    OTHER_MESSAGE = (
        400,
        _("The learning platform asks for something that this library does not do."),
        _("Courses, sessions, stories and lessons can be linked and opened."),
    )
    NOTHING_CHOSEN = (
        404,
        _("Nothing has been chosen for this link yet."),
        _(
            "Whoever made it chooses a course, a session, a story or a lesson by deep linking, or pastes the address of its page."
        ),
    )
    NOT_THERE = (
        404,
        _("What this link leads to is not in the library, or is no longer shared with your course."),
        _("Tell your trainer, who can link to it anew."),
    )
    ENDED = (
        403,
        _("This page has been open too long, or its platform was switched off."),
        _("Open it again from your course."),
    )
    NO_REGISTRATION = (
        400,
        _("The learning platform could not be registered."),
        _("See that its address is right and that it can be reached from here, and begin again from the platform."),
    )

    def __init__(self, status, said, remedy):
        self.status, self.said, self.remedy = status, said, remedy


class Refusal(Exception):
    """What was asked for is refused. `detail` is for the log alone; `registration` is known where it may be shown in its frame."""

    def __init__(self, reason: Reason, detail: str = "", *, registration=None, login=None):
        super().__init__(reason.name)
        self.reason, self.detail, self.registration, self.login = reason, detail, registration, login

    def log(self) -> None:
        """One line: the reason and the detail, in which no line can be forged."""
        logger.warning("Refused: %s %r", self.reason.name, self.detail[:300])
