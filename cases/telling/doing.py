"""The buttons of the form: what each is called where it is sent, and reading which one was pressed."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy


class Doing(TextChoices):
    """What a button at the end of a page does."""

    ON = "on", gettext_lazy("Save and go on")
    OVERVIEW = "overview", gettext_lazy("Save and see the overview")
    ANOTHER = "another", gettext_lazy("Save and add another")
    REMOVE = "remove", gettext_lazy("Take away")
    PUT_BACK = "put-back", gettext_lazy("Put back")
    RENEW = "renew", gettext_lazy("Send me a new link and end the old one")
    CLOSE = "close", gettext_lazy("Close it on this device")
    OPEN = "open", gettext_lazy("Open my story")
    FORGET = "forget", gettext_lazy("This is not mine: delete my address")
    RESEND = "resend", gettext_lazy("Send a new link")
    LEAVE = "leave", gettext_lazy("Take away from the story")
    TAKE_BACK = "take-back", gettext_lazy("Take it back to write on")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw it")
    DELETE = "delete", gettext_lazy("Delete everything now")


class DoingForm(forms.Form):
    """Which button was pressed, about what, and which version of the page was seen."""

    do = forms.ChoiceField(choices=Doing, required=False)
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, required=False)
    item = forms.IntegerField(min_value=0, max_value=30_000, required=False)

    @classmethod
    def read(cls, data) -> dict:
        """What was sent, forgivingly: what makes no sense is left out."""
        form = cls(data)
        form.is_valid()
        return {
            "do": form.cleaned_data.get("do") or "",
            "seen": form.cleaned_data.get("seen") or 0,
            "item": form.cleaned_data.get("item") or 0,
        }
