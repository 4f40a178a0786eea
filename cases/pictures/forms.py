"""What is asked of a picture, in plain words, of whoever gives one."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.licences import Licence
from cases.models import Picture
from cases.pictures.actions import keep_picture
from cases.pictures.fields import PictureField
from cases.pictures.wording import says_nothing

PEOPLE = [("no", _("Nobody can be recognised")), ("yes", _("People can be recognised"))]
LICENCES = {
    Licence.PERMISSION: _("It is mine, or whoever owns it allows it"),
    Licence.PUBLIC_DOMAIN: _("Nobody's: it is in the public domain"),
}
"""What two of the licences are called where people are asked who do not deal with licences."""


def most(field: str) -> int:
    """How long the model's own field may be."""
    return Picture._meta.get_field(field).max_length


class WithRights:
    """The questions about rights that every form for a picture asks alike."""

    def clean_description(self):
        """An alternative text says what is in the picture."""
        words = self.cleaned_data["description"]
        if says_nothing(words):
            raise forms.ValidationError(
                gettext("“%(words)s” does not say what is in the picture. Describe it in a sentence.")
                % {"words": words}
            )
        return words

    def clean(self):
        """A permission needs words, and so does the consent of people who can be recognised."""
        cleaned = super().clean()
        if cleaned.get("licence") == Licence.PERMISSION and not cleaned.get("licence_words"):
            self.add_error("licence_words", gettext("Say who gave the permission, when, and for what."))
        if cleaned.get("people") == "yes" and not cleaned.get("consent"):
            self.add_error(
                "consent", gettext("Say who asked the people in the picture, when, and what they agreed to.")
            )
        if cleaned.get("people") == "no":
            cleaned["consent"] = ""
        return cleaned


class PictureForm(WithRights, forms.Form):
    """A picture that somebody gives with a story. Nothing of it has an address until it is shown."""

    use_required_attribute = False

    file = PictureField(label=_("The picture"))
    description = forms.CharField(
        label=_("What is in it?"),
        max_length=most("description"),
        help_text=_("One sentence for readers who cannot see it."),
        error_messages={"required": _("Say in a sentence what is in the picture.")},
    )
    caption = forms.CharField(
        label=_("What does it tell in your story?"),
        max_length=300,
        required=False,
        help_text=_("The words below the picture, if it needs any."),
    )
    credit = forms.CharField(
        label=_("Who made it?"),
        max_length=most("credit"),
        help_text=_("The name that should stand below it."),
        error_messages={"required": _("Say who made the picture.")},
    )
    licence = forms.ChoiceField(
        label=_("Why may the library show it?"),
        choices=[(licence.value, LICENCES.get(licence, licence.label)) for licence in reversed(Licence)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why the library may show the picture.")},
    )
    licence_words = forms.CharField(
        label=_("Who allows it, and what for?"),
        max_length=most("licence_words"),
        required=False,
        help_text=_("If it is yours: that you allow the library to show it with the story."),
    )
    people = forms.ChoiceField(
        label=_("Can people be recognised in it?"),
        choices=PEOPLE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether people can be recognised in the picture.")},
    )
    consent = forms.CharField(
        label=_("Who asked them, and what did they agree to?"),
        max_length=most("consent"),
        required=False,
        help_text=_("Only editors read this."),
    )

    def keep(self, user=None) -> Picture:
        """Keep the picture of a valid form, in no story yet."""
        told = {
            name: self.cleaned_data[name] for name in ("description", "credit", "licence", "licence_words", "consent")
        }
        return keep_picture(file=self.cleaned_data["file"], user=user, **told)
