"""What allauth asks of us: words, mails, who may join, and how long somebody who failed too often must wait."""

import logging
import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.stages import EmailVerificationStage
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.addresses import absolute
from cases.mail import queue
from cases.people import name_of
from civic.account.locks import open_again, words_for
from civic.organisation.provider import Refused

logger = logging.getLogger(__name__)

MISMATCH = _(
    "No account has this e-mail address (or name) together with this password. Check both; capital letters count in a password."
)
CODE = _("This code is not right, or it has been used or has run out. Enter the newest one that you have.")
TAKEN = _("Another account has this e-mail address. Sign in with it, or enter another address.")


class KnownAddress(EmailVerificationStage):
    """An e-mail address must be confirmed before anybody signs in; who was given an account without one has none to confirm."""

    def handle(self):
        """Let those pass who have no address."""
        return (None, True) if self.login.user and not self.login.user.email else super().handle()


class AccountAdapter(DefaultAccountAdapter):
    """Accounts."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is your address already. Enter the new one."),
        "email_password_mismatch": MISMATCH,
        "username_password_mismatch": MISMATCH,
        "email_taken": TAKEN,
        "enter_current_password": _("This is not your present password. Enter it once more."),
        "incorrect_password": _("This is not your password. Enter it once more."),
        "incorrect_code": CODE,
    }

    def is_open_for_signup(self, request):
        """Whether anybody may make an account."""
        return settings.SIGN_UP

    def get_login_stages(self):
        """The steps of signing in, with ours for the address."""
        theirs = f"{EmailVerificationStage.__module__}.{EmailVerificationStage.__name__}"
        ours = f"{KnownAddress.__module__}.{KnownAddress.__name__}"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def is_reauthentication_required(self, **kwargs):
        """Not from who has just signed in."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        just_now = time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT
        return not just_now and super().is_reauthentication_required(**kwargs)

    def get_password_change_redirect_url(self, request):
        """Back to one's account."""
        return reverse("account")

    def get_email_confirmation_url(self, request, emailconfirmation):
        """On the site's own address, whatever name the request came by."""
        return absolute(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def get_reset_password_from_key_url(self, key):
        """On the site's own address."""
        user, _sign, rest = key.partition("-")
        return absolute(reverse("account_reset_password_from_key", kwargs={"uidb36": user, "key": rest}))

    def send_mail(self, template_prefix, email, context):
        """Queue the mail, in our words: templates/mail/account/… for account/email/…"""
        queue(template_prefix.replace("/email/", "/"), email, {**context, "email": email})

    def validation_error(self, code, *args):
        """The sentence for the code; who is locked out is told until when."""
        if code in {"too_many_login_attempts", "rate_limited"}:
            return ValidationError(words_for(open_again(self.request)), code=code)
        return super().validation_error(code, *args)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": CODE,
        "unverified_email": _("Confirm your new e-mail address first: the link is in the mail that we sent there."),
        "cannot_generate_recovery_codes": _(
            "Recovery codes stand in for an app or a passkey. Set up one of those first."
        ),
    }

    def _get_site_name(self):
        return settings.WAGTAIL_SITE_NAME

    def generate_authenticator_name(self, user, type):
        """Passkey 1, Passkey 2 …"""
        return gettext("Passkey %d") % (user.authenticator_set.filter(type=type).count() + 1)

    def get_public_key_credential_user_entity(self, user):
        """What a browser shows beside a passkey."""
        return super().get_public_key_credential_user_entity(user) | {"display_name": name_of(user)}


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Signing in through the organisation."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "email_taken": _("An account has this e-mail address already. Sign in to it first; then connect it with %s."),
        "no_password": _("Choose a password first: without, you could not sign in any more."),
    }

    def is_open_for_signup(self, request, sociallogin):
        """The organisation decides who its people are, whether or not anybody else may make an account."""
        return True

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        """Note it for whoever keeps the house, and give the page a sentence."""
        logger.warning("Signing in through %s failed: %s %s", provider, error, exception or "")
        if isinstance(exception, Refused):
            extra_context["sentence"] = str(exception)
        elif exception:
            extra_context["sentence"] = gettext("Its server cannot be reached, or did not answer as it should.")
        elif "state_id" in extra_context:
            extra_context["sentence"] = gettext("It was not begun in this browser, or more than ten minutes ago.")
        else:
            extra_context["sentence"] = gettext("It did not let you in.")
