"""What learning platforms, their browsers and the people in them send."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lessons.lti.claims import text, web_address


class LoginForm(forms.Form):
    """A platform announces a launch."""

    iss = forms.CharField(max_length=255)
    login_hint = forms.CharField(max_length=2000)
    target_link_uri = forms.CharField(max_length=2000)
    client_id = forms.CharField(max_length=255, required=False)
    lti_message_hint = forms.CharField(max_length=8000, required=False)
    lti_deployment_id = forms.CharField(max_length=255, required=False)
    lti_storage_target = forms.RegexField(r"^[-\w]{1,100}$", required=False)

    def asked(self) -> dict[str, str]:
        """What it asks for, without what it leaves out."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class LaunchForm(forms.Form):
    """The launch itself, by way of the person's browser. `kept` is what the platform's storage has kept for us."""

    state = forms.CharField(max_length=100, required=False)
    id_token = forms.CharField(max_length=100_000, strip=False, required=False)
    kept = forms.CharField(max_length=100, required=False)


class RegisterForm(forms.Form):
    """Where a platform describes itself, and by what it knows us while we register."""

    openid_configuration = forms.CharField(max_length=1000)
    registration_token = forms.CharField(max_length=8000, required=False)

    def clean_openid_configuration(self):
        """An address of the web."""
        found = web_address(self.cleaned_data["openid_configuration"])
        if not found:
            raise forms.ValidationError(_("That is not an address of the web."))
        return found


class Several(forms.TypedMultipleChoiceField):
    """Names of things, of whichever there are."""

    def valid_value(self, value):
        """Any text of a sensible length; what it names is looked up afterwards."""
        return bool(text(value, 400))


class PickForm(forms.Form):
    """What is looked for, and what has been ticked."""

    words = forms.CharField(label=_("Search the library"), max_length=200, required=False)
    address = forms.CharField(
        label=_("The link of a course"),
        max_length=300,
        required=False,
        help_text=_("Of a course that is shared by link: paste the whole address that its trainer has given you."),
    )
    chosen = Several(required=False, coerce=str, empty_value=[])
    report = forms.BooleanField(
        label=_("Tell the platform who has completed it"),
        required=False,
        help_text=_("Each gets a line in its gradebook."),
    )
    do = forms.CharField(max_length=20, required=False)
