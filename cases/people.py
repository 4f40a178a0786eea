"""The people who work on the library, by group. What each group may do stands in civic/rights.py."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext_lazy as _


class Group(models.TextChoices):
    """The groups; a value is the name that the group has in the database."""

    CONTRIBUTOR = "Contributor", _("Contributor")
    REVIEWER = "Reviewer", _("Reviewer")
    EDITOR = "Editor", _("Editor")
    TRAINER = "Trainer", _("Trainer")
    ADMINISTRATOR = "Administrator", _("Administrator")


EDITORS = (Group.EDITOR, Group.ADMINISTRATOR)
"""Who edits. A step of a review that is an editor's names both: an Administrator may do all that an Editor may."""


def name_of(user) -> str:
    """What a person is called."""
    return user.get_full_name() or user.get_username()


def members(*groups: Group) -> models.QuerySet:
    """The active users in any of the groups."""
    return get_user_model().objects.filter(is_active=True, groups__name__in=groups).distinct()


def keepers() -> models.QuerySet:
    """The active users who can look after a story: editors, administrators, and whoever has every right."""
    chosen = models.Q(is_superuser=True) | models.Q(groups__name__in=[Group.EDITOR, Group.ADMINISTRATOR])
    users = get_user_model().objects
    return users.filter(chosen, is_active=True).distinct().order_by(get_user_model().USERNAME_FIELD)


def addresses_of(users: Iterable) -> list[str]:
    """Their e-mail addresses, as far as they have any."""
    return [user.email for user in users if user.email]
