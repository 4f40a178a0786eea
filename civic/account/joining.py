"""What happens by itself when somebody makes an account, signs in, or sets up a second factor."""

from allauth.account.signals import password_reset, user_logged_in, user_signed_up
from allauth.mfa.signals import authenticator_added

from cases.people import Group
from civic.account import actions
from civic.account.second_factor import remember_new_factor
from civic.organisation.claims import groups_claimed


def listen() -> None:
    """Connect what follows to what allauth says."""
    user_signed_up.connect(welcome)
    user_logged_in.connect(follow_organisation)
    password_reset.connect(confirm_by_link)
    authenticator_added.connect(remember_new_factor)


def welcome(request, user, **kwargs) -> None:
    """Whoever makes an account may tell stories."""
    actions.join(user=user, group=Group.CONTRIBUTOR)


def follow_organisation(request, user, sociallogin=None, **kwargs) -> None:
    """The groups that the organisation speaks for follow what it says, at each sign-in through it."""
    if sociallogin:
        claimed, spoken_for = groups_claimed(sociallogin.account.extra_data)
        actions.follow(user=user, groups=claimed, among=spoken_for)


def confirm_by_link(request, user, **kwargs) -> None:
    """The link to a new password came by e-mail."""
    actions.confirm_only_address(user=user)
