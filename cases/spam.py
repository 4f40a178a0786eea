"""
Keeps robots out of forms that anybody may send: no third party, no puzzle, and nobody's address is kept.

A field that people do not see must stay empty; a signed moment says when the form was opened, so that what comes within a second or two, or
a day later, is sent back with a reason; and a form may say that too many have come. Whatever was typed stays in the form.
"""

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _

QUICKEST = 2
"""Seconds in which no person fills in a form."""

LONGEST = 24 * 60 * 60
"""Seconds for which an open form is good."""


class OpenForm(forms.Form):
    """A form that anybody may send. A kind of form names its `purpose`, so that the moment of one serves no other."""

    purpose = ""

    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    moment = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *args, **kwargs):
        self.signer = TimestampSigner(salt=f"cases.spam.{self.purpose}")
        name = f"{kwargs['prefix']}-moment" if kwargs.get("prefix") else "moment"
        self.refusal, is_stale = self._judged(data.get(name, "")) if data is not None else ("", False)
        if is_stale:
            data = data.copy()
            data[name] = self.signer.sign(self.purpose)
        super().__init__(data, *args, **kwargs)
        self.fields["moment"].initial = self.signer.sign(self.purpose)

    def clean(self):
        """Refuse what a robot sends, and what comes when too many have come."""
        cleaned = super().clean()
        if cleaned.get("website"):
            self.add_error("website", _("Empty this field and send the form again. It is there to stop robots."))
        if self.refusal:
            raise forms.ValidationError(self.refusal)
        if crowd := self.crowd():
            raise forms.ValidationError(crowd)
        return cleaned

    def crowd(self) -> str:
        """Why nothing more is taken at the moment; '' where it is."""
        return ""

    def _judged(self, moment: str) -> tuple[str, bool]:
        """What is wrong with the moment at which the form was opened, or ''; and whether the form needs a new one."""
        try:
            self.signer.unsign(moment, max_age=LONGEST)
        except SignatureExpired:
            return _(
                "The form stood open for more than a day. Nothing is lost: look through it, and send it again."
            ), True
        except BadSignature:
            return _("The form did not come from this page. Nothing is lost: send it again from here."), True
        try:
            self.signer.unsign(moment, max_age=QUICKEST)
        except SignatureExpired:
            return "", False
        return _("That was quicker than a person can read. Nothing is lost: send it again."), False
