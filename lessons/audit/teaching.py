"""The audit as a part of a course: what it is called, how long it takes, and where it is."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lessons.audit.questionnaire import Questionnaire


@dataclass(frozen=True)
class Exercise:
    """Something to do in a session."""

    title: str
    minutes: int
    url: str


def as_exercise() -> Exercise:
    """The audit, answered alone and talked over. Its address never changes."""
    asked = Questionnaire.of_library()
    return Exercise(_("The learning audit: how do you stand on the nine?"), asked.minutes + TALK, reverse("audit"))


TALK = 20
"""Minutes to talk over what was found."""
