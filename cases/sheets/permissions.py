"""What a user may do with the records of a noun."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.permissions import ModelPermissionPolicy

from cases.library.nouns import Noun


def may(user: AbstractBaseUser, action: str, noun: Noun) -> bool:
    """Whether the user may do that to records of the noun."""
    return ModelPermissionPolicy(noun.model).user_has_permission(user, action)


def may_see(user: AbstractBaseUser, noun: Noun) -> bool:
    """Whether the user sees the noun's records at the desk."""
    return any(may(user, action, noun) for action in ("view", "add", "change", "delete"))
