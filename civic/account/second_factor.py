"""
The second factor: something that a person has, shown after the password.

Whoever can publish, or decide who can, must show one before any of their rights counts. Until then the library treats them as a
reader: every question for a right is answered with no, the desk leads to a page that explains, and their own account stays open.
"""

from functools import cache

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""An authenticator app, or a passkey. Recovery codes stand in for one of them and are none by themselves."""

WEIGHTY = ("publish_", "change_user")
"""The beginnings of the rights that ask for a second factor."""


def can_publish(user) -> bool:
    """Whether the person may change what readers see, or who may do so."""
    return user.is_superuser or any(right.partition(".")[2].startswith(WEIGHTY) for right in user.get_all_permissions())


def is_set_up(authenticators) -> bool:
    """Whether one of them is a second factor, and not codes alone."""
    return any(authenticator.type in FACTORS for authenticator in authenticators)


def has_one(user) -> bool:
    """Whether the person has set one up."""
    return is_mfa_enabled(user, FACTORS)


def was_shown(request: HttpRequest, user) -> bool:
    """Whether it was shown in this session, and is still the person's."""
    shown = any(record["method"] == "mfa" for record in get_authentication_records(request, user))
    return shown and has_one(user)


def is_owed(request: HttpRequest, user) -> bool:
    """Whether the person must show it before anything else."""
    return bool(settings.SECOND_FACTOR and user.is_authenticated and can_publish(user) and not was_shown(request, user))


def guarded(request: HttpRequest, user):
    """The person, whose rights count only when nothing is owed; that is looked up when the first right is asked for."""
    owed = cache(lambda: is_owed(request, user))
    for question in ("has_perm", "has_module_perms") if user.is_authenticated else ():
        setattr(user, question, _guard(getattr(user, question), owed))
    return user


def _guard(allows, owed):
    return lambda *args, **kwargs: allows(*args, **kwargs) and not owed()


def remember_new_factor(request, user, authenticator, **kwargs) -> None:
    """Setting one up shows that it works: this session needs no other proof."""
    if request and authenticator.type in FACTORS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
