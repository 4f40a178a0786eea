"""Writes about people: who belongs to what, and who goes."""

from collections.abc import Iterable

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group as StoredGroup
from django.db import transaction
from django.db.models import ProtectedError, Q, RestrictedError
from django.utils.crypto import get_random_string
from wagtail.log_actions import log

from cases.mail import queue
from cases.people import Group


@transaction.atomic
def join(*, user, group: Group) -> None:
    """Make the person a member."""
    user.groups.add(StoredGroup.objects.get_or_create(name=group)[0])


@transaction.atomic
def leave(*, user, group: Group) -> None:
    """End the person's membership."""
    user.groups.remove(*StoredGroup.objects.filter(name=group))


@transaction.atomic
def follow(*, user, groups: Iterable[Group], among: Iterable[Group]) -> None:
    """Of the groups `among`, the person belongs to `groups` and to no other; the rest of their groups stay."""
    for group in among:
        (join if group in groups else leave)(user=user, group=group)


@transaction.atomic
def end_sessions(*, user) -> None:
    """Sign the person out everywhere."""
    for session in UserSession.objects.filter(user=user):
        session.end()


@transaction.atomic
def take_second_factor(*, user, by=None) -> bool:
    """Take away every second factor of somebody who lost theirs, sign them out everywhere, and tell them; whether there was one."""
    taken, _by_model = Authenticator.objects.filter(user=user).delete()
    end_sessions(user=user)
    if taken:
        log(instance=user, action="civic.second_factor_taken", user=by)
        queue("account/second_factor_taken", user.email, {"person": user, "by": by})
    return bool(taken)


@transaction.atomic
def move_address(*, user, before: str) -> None:
    """Somebody at the desk gave the person another e-mail address: it must be confirmed before they sign in, and the old one is told."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email.lower()).delete()
    EmailAddress.objects.get_or_create(user=user, email=user.email.lower(), defaults={"primary": True})
    queue("account/address_moved", before, {"person": user, "before": before})


@transaction.atomic
def invite(*, user) -> None:
    """Send somebody who was given an account the link by which they choose their password."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    url = get_adapter().get_reset_password_from_key_url(key)
    queue("account/invitation", user.email, {"person": user, "url": url})


@transaction.atomic
def confirm_only_address(*, user) -> None:
    """Whoever followed a link that was mailed to their only address has shown that it is theirs."""
    addresses = list(EmailAddress.objects.filter(user=user))
    if len(addresses) == 1 and addresses[0].set_verified():
        addresses[0].set_as_primary()


@transaction.atomic
def close(*, user) -> None:
    """
    Delete an account and what belongs to it alone. What the person wrote for the library stays, without their name.

    Where something of the library may not lose them, the account stays as an empty shell that nobody can sign in to.
    """
    address = user.email
    end_sessions(user=user)
    try:
        with transaction.atomic():
            user.delete()
    except (ProtectedError, RestrictedError):
        empty(user=user)
    queue("account/closed", address, {})


@transaction.atomic
def empty(*, user) -> None:
    """Take everything that is personal out of an account, and close it."""
    Authenticator.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    user.socialaccount_set.all().delete()
    user.groups.clear()
    user.username, user.email = f"closed-{get_random_string(12).lower()}", ""
    user.first_name = user.last_name = ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()


def is_last_to_manage(user) -> bool:
    """Whether nobody else could help people back in."""
    can_manage = get_user_model().objects.filter(
        Q(is_superuser=True) | Q(groups__name=Group.ADMINISTRATOR), is_active=True
    )
    return can_manage.filter(pk=user.pk).exists() and not can_manage.exclude(pk=user.pk).exists()
