"""The forms of accounts: allauth's, in our words; and ours."""

from allauth.account import forms as account
from allauth.socialaccount import forms as organisation
from django import forms
from django.utils.translation import gettext_lazy as _

RULES = _(
    "At least 10 characters; not figures alone, not your name, not what many others use. "
    "Three words that do not belong together are easy to remember."
)

NO_ADDRESS = _("This is not an e-mail address: one looks like ada@example.org.")

WORDS = {
    "login": (_("E-mail address"), _("Or the name that you were given."), _("Enter your e-mail address.")),
    "password": (_("Password"), "", _("Enter your password.")),
    "remember": (_("Keep me signed in on this device"), _("For two weeks. Not on a device that others use."), ""),
    "first_name": (_("Your name"), _("As others know you. It stands beside what you write."), _("Enter your name.")),
    "email": (_("E-mail address"), "", _("Enter an e-mail address, such as ada@example.org.")),
    "oldpassword": (_("Present password"), "", _("Enter your present password.")),
    "password1": (_("Password"), RULES, _("Choose a password.")),
    "code": (_("Code"), "", _("Enter the code.")),
    "name": (_("Name of the passkey"), _("So that you can tell it from others: “phone”, “blue key”."), _("Enter a name.")),
    "recipient": (_("Send it to"), "", _("Choose an address.")),
    "passwordless": (
        _("Sign in with it alone"),
        _("Then it stands for the password too: your device asks for your finger, your face or a number."),
        "",
    ),
}  # fmt: skip
"""By field: its label, a hint, and what is said where it was left empty."""


class InOurWords:
    """A form of allauth's with our labels, hints and sentences; a new password is entered once, not twice."""

    words = {}
    """Label and hint of fields that are called otherwise here."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in WORDS:
                label, hint, empty = WORDS[name]
                field.label, field.help_text = self.words.get(name, (label, hint))
                field.error_messages["required"] = empty or field.error_messages["required"]
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = NO_ADDRESS


class SignInForm(InOurWords, account.LoginForm):
    """Signing in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }


class SignUpForm(InOurWords, account.SignupForm):
    """Making an account. The last field is for robots: people do not see it, and leave it empty."""

    words = {"email": (_("E-mail address"), _("We send a link there, to see that it is yours. Nobody else sees it."))}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        trap = self.fields["website"]
        trap.label, trap.widget.attrs = _("Leave this empty"), {"tabindex": "-1", "autocomplete": "off"}


class NewAddressForm(InOurWords, account.AddEmailForm):
    """Another e-mail address."""

    words = {
        "email": (_("New address"), _("We send a link there. Until you have followed it, the old address counts."))
    }


class ForgottenForm(InOurWords, account.ResetPasswordForm):
    """Where to send the link for a new password."""


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):
    """A new password, by the link."""

    words = {"password1": (_("New password"), RULES)}


class FirstPasswordForm(InOurWords, account.SetPasswordForm):
    """A password for an account that has none."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    """Another password."""

    words = {"password1": (_("New password"), RULES)}


class SameAgainForm(InOurWords, account.ReauthenticateForm):
    """The password once more, before something that matters."""


class MailedCodeForm(InOurWords, account.ConfirmReauthenticationCodeForm):
    """A code that came by e-mail."""


class OrganisationSignUpForm(InOurWords, organisation.SignupForm):
    """What an organisation did not say about somebody who comes for the first time."""


class TrainerForm(forms.Form):
    """Whether somebody trains others."""

    trains = forms.BooleanField(
        label=_("I train others"),
        help_text=_("Then you may put together courses from the stories and lessons here."),
        required=False,
    )


class CloseForm(forms.Form):
    """Whether somebody really wants to go."""

    sure = forms.BooleanField(
        label=_("Yes, delete my account"),
        error_messages={"required": _("Tick the box if you want to delete your account; leave the page if not.")},
    )
