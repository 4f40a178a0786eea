"""The audit as a part of a course: what it is called, how long it takes, and where it is."""

from django.urls import reverse
from django.utils.translation import gettext as _

from lessons.audit.questionnaire import Questionnaire
from lessons.courses.building.extras import Extra

TALK = 20
"""Minutes to talk over what was found."""


def as_extra() -> Extra:
    """The audit, answered alone or set up for the group, and talked over. Its address never changes."""
    minutes = Questionnaire.of_library().minutes + TALK
    told = _(
        "Answer it alone, or let whoever leads the session set up an audit for the group. Then talk over where you differ."
    )
    return Extra("audit", _("The learning audit: how do you stand on the nine?"), minutes, reverse("audit"), told)
