"""What people send to follow something, and to change what they follow."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import Pace
from cases.models import Subscription
from cases.spam import OpenForm

MOST_AN_HOUR = 300
"""Mails that ask for a confirmation, to all addresses together."""


class FollowForm(OpenForm):
    """Who wants to be told, and how often."""

    purpose = "follow"

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=200,
        help_text=_("It is used for this and for nothing else, and forgotten when you stop."),
        error_messages={
            "required": _("Write the address to which we shall write."),
            "invalid": _("This is no e-mail address. It looks like ada@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    pace = forms.ChoiceField(
        label=_("How often?"),
        choices=Pace.choices,
        initial=Pace.WEEKLY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often you want to hear.")},
    )

    def crowd(self):
        """Whether so many confirmations were asked for that this may be an attack."""
        hour_ago = timezone.now() - timedelta(hours=1)
        if Subscription.objects.asked_since(hour_ago).count() < MOST_AN_HOUR:
            return ""
        return _("Too many people want to follow something at this moment. Nothing is lost: send it again in an hour.")


class ChangeForm(forms.Form):
    """What shall become of a subscription on a private page."""

    subscription = forms.ModelChoiceField(Subscription.objects.none())
    pace = forms.ChoiceField(choices=Pace.choices, required=False)
    stop = forms.BooleanField(required=False)

    def __init__(self, subscriptions, data=None):
        super().__init__(data)
        self.fields["subscription"].queryset = subscriptions
