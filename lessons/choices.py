"""The closed lists of words of the upper floor."""

from django.conf import global_settings
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


class Visibility(models.TextChoices):
    """Who can see a course beside its trainers."""

    PRIVATE = "private", _("Private")
    LINK = "link", _("By link")
    PUBLIC = "public", _("Public")


class Audience(models.TextChoices):
    """Whom a course is for."""

    FRONT_LINE = "front-line", _("People at the front line")
    MANAGERS = "managers", _("Managers")
    POLITICIANS = "politicians", _("Elected politicians")
    POLICY = "policy", _("Policy makers")
    COMMUNITY = "community", _("Community groups and social enterprises")
    STUDENTS = "students", _("Students")
    MIXED = "mixed", _("A mixed group")


class Experience(models.TextChoices):
    """What the audience brings along."""

    NEW = "new", _("New to the subject")
    SOME = "some", _("With some experience")
    MUCH = "much", _("With much experience")


class Length(models.TextChoices):
    """How long a course is, in bands."""

    SHORT = "short", _("Up to an hour and a half")
    HALF_DAY = "half-day", _("Up to half a day")
    DAY = "day", _("Up to a day")
    LONGER = "longer", _("Longer than a day")


# The minutes of each band.
MINUTES = {Length.SHORT: (0, 90), Length.HALF_DAY: (91, 240), Length.DAY: (241, 480), Length.LONGER: (481, 1_000_000)}


LANGUAGES = [(code, name) for code, name in global_settings.LANGUAGES if len(code) == 2]
"""What a course may be held in."""


def minutes_between(model: str, least: int, most: int) -> models.CheckConstraint:
    """A constraint on how long something is meant to take, where somebody has said so."""
    return models.CheckConstraint(
        name=f"{model}_minutes_in_range",
        condition=models.Q(minutes__isnull=True) | models.Q(minutes__range=(least, most)),
        violation_error_message=f"minutes must be from {least} to {most}, or left open.",
    )


class Licence(models.TextChoices):
    """What others may do with a course."""

    BY = "cc-by-4.0", "CC BY 4.0"
    BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    BY_NC = "cc-by-nc-4.0", "CC BY-NC 4.0"
    ZERO = "cc0-1.0", "CC0 1.0"


class Right(models.TextChoices):
    """What somebody may do with a course that is not public."""

    OWNER = "owner", _("owns it")
    EDIT = "edit", _("may change it")
    SEE = "see", _("may see and teach it")


class ItemKind(models.TextChoices):
    """What stands in a session: something of the library, or something of the trainer's."""

    STORY = "story", _("Story")
    LESSON = "lesson", _("Lesson")
    EVIDENCE = "evidence", _("Evidence")
    ELEMENT = "element", _("Element")
    QUESTION = "question", _("Question")
    ACTIVITY = "activity", _("Activity")
    READING = "reading", _("Reading")
    CHOICE = "choice", _("Multiple choice")
    OPEN = "open", _("Open question")


# What points at a record of the library, and so is pinned.
RECORD_KINDS = (ItemKind.STORY, ItemKind.LESSON, ItemKind.EVIDENCE, ItemKind.ELEMENT)

# What has an answer that can be checked, or set beside a model.
TEST_KINDS = (ItemKind.CHOICE, ItemKind.OPEN)

# What people are asked, and so can answer in a group.
ASKED_KINDS = (ItemKind.QUESTION, *TEST_KINDS)


class Reached(models.TextChoices):
    """How far a participant has come with what a learning platform opened; the values are those of the platform's grades service."""

    STARTED = "Started", _("Started")
    COMPLETED = "Completed", _("Completed")
