"""The closed lists of words of stories that are being told."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a contribution stands."""

    WRITING = "writing", _("Being written")
    UNCONFIRMED = "unconfirmed", _("Waiting for an e-mail address to be confirmed")
    HELD = "held", _("Held for a first look")
    AT_DESK = "at-desk", _("At the desk")
    SENT_BACK = "sent-back", _("Sent back with remarks")
    SIGNING = "signing", _("With the signatories")
    PUBLISHED = "published", _("Published")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


WITH_AUTHORS = (State.WRITING, State.UNCONFIRMED, State.SENT_BACK)
"""The authors have it and may change it."""

WITH_EDITORS = (State.AT_DESK, State.SIGNING)
"""Editors work on it as a draft, or those who sign it off do."""

TAKEN_UP = (State.AT_DESK, State.SIGNING, State.PUBLISHED)
"""Editors have taken it up: it is a story, as a draft or published."""

MAY_COME_BACK = (State.HELD, State.DECLINED, State.WITHDRAWN)
"""The authors may take it back into their own hands and write on."""

MAY_BE_WITHDRAWN = (State.UNCONFIRMED, State.HELD, State.AT_DESK, State.SENT_BACK, State.SIGNING)
"""The library has had it, and readers have not."""


class Writer(models.TextChoices):
    """From where somebody writes about a story."""

    PRACTITIONER = "practitioner", _("Practitioner")
    SCHOLAR = "scholar", _("Scholar")
