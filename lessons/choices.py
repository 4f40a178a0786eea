"""The closed lists of words of the upper floor."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stance(models.TextChoices):
    """Which way a piece of evidence points."""

    SUPPORTS = "supports", _("Supports")
    QUALIFIES = "qualifies", _("Qualifies")
    CONTRADICTS = "contradicts", _("Contradicts")


# Evidence that a reader of the lesson must weigh against it.
CONTRARY = (Stance.QUALIFIES, Stance.CONTRADICTS)


class Strength(models.TextChoices):
    """How the evidence is told: with a figure, as an event, or as somebody's word."""

    MEASURED = "measured", _("Measured")
    OBSERVED = "observed", _("Observed")
    CLAIMED = "claimed", _("Claimed")
