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


class Often(models.TextChoices):
    """How often a statement of the learning audit is true where somebody works or lives."""

    NEVER = "never", _("Never")
    SELDOM = "seldom", _("Seldom")
    SOMETIMES = "sometimes", _("Sometimes")
    OFTEN = "often", _("Often")
    ALWAYS = "always", _("Always")
    CANNOT_SAY = "cannot-say", _("I cannot say")


# The answers that lie on a scale, from the least to the most.
SCALE = tuple(often for often in Often if often is not Often.CANNOT_SAY)


class Voice(models.TextChoices):
    """As whom somebody answers a learning audit."""

    MEMBER = "member", _("An elected member or governor")
    STAFF = "staff", _("Staff")
    PARTNER = "partner", _("A partner from another body")
    USER = "user", _("A user or resident")
