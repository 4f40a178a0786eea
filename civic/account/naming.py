"""What somebody who makes an account is called. In a module of its own: allauth builds its forms on it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cases.markdown import readable


class NameForm(forms.Form):
    """The name, in one field: people's names have more shapes than two fields have room for."""

    first_name = forms.CharField(label=_("Your name"), max_length=100)

    field_order = ("first_name", "email", "password1")

    def clean_first_name(self):
        """The name on one line, without signs that nobody sees."""
        name = " ".join(readable(self.cleaned_data["first_name"]).split())
        if not name or "://" in name:
            raise ValidationError(_("Enter the name by which others know you, without an address of a site."))
        return name

    def signup(self, request, user):
        """Nothing beyond what allauth does with the name."""
