"""The forms of the second factor: allauth's, in our words."""

from allauth.mfa.base import forms as codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _

from civic.account.forms import InOurWords


class CodeFields(InOurWords):
    """One field for a code, with the figures at hand on a phone."""

    words = {"code": (_("Code"), _("From your authenticator app; or one of your recovery codes."))}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "spellcheck": "false"}


class CodeForm(CodeFields, codes.AuthenticateForm):
    """A code while signing in."""


class CodeAgainForm(CodeFields, codes.ReauthenticateForm):
    """A code once more, before something that matters."""


class AppForm(CodeFields, ActivateTOTPForm):
    """The first code from an app that is being set up."""

    words = {"code": (_("Code"), _("Six figures, which the app shows for half a minute."))}


class PasskeyForm(InOurWords, AddWebAuthnForm):
    """A new passkey."""


class PasskeyNameForm(InOurWords, EditWebAuthnForm):
    """Another name for a passkey."""
