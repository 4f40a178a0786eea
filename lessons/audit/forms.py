"""What people send to the pages of the learning audit."""

from collections.abc import Mapping

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.choices import OrganisationKind, PlaceKind
from cases.explore.reader import country_choices
from cases.markdown import readable
from cases.spam import OpenForm
from lessons.audit.questionnaire import Section
from lessons.choices import Often, Voice
from lessons.models import Round, Sheet
from lessons.models.reply import LONGEST_EXAMPLE

NOT_SET = ("", _("Not set"))

MOST_A_DAY = 500
"""Rounds that are opened on one day, of all audits together."""

MOST_SHEETS = 1000
"""Sheets in a round; more people than that need another kind of survey."""

CROWDED = _("So many audits were begun today that no more can be kept. Nothing is lost: come back tomorrow.")


class Where(forms.Form):
    """Where the answers come from, as far as somebody wants to say it: stories from like places are then preferred."""

    body = forms.ChoiceField(label=_("Kind of body"), required=False)
    place = forms.ChoiceField(label=_("Kind of place"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [choice for choice in OrganisationKind.choices if choice[0] != OrganisationKind.OTHER]
        self.fields["body"].choices = [NOT_SET, *kinds]
        self.fields["place"].choices = [NOT_SET, *PlaceKind.choices]
        self.fields["country"].choices = [NOT_SET, *country_choices(get_language())]

    @property
    def known(self) -> dict[str, str]:
        """What is set and known, by name."""
        self.is_valid()
        return {name: self.cleaned_data[name] for name in Where.base_fields if self.cleaned_data.get(name)}


def on_one_line(text: str) -> str:
    """The text on one line, without signs that nobody can see."""
    return " ".join(readable(text).split())


class KeptForm(OpenForm):
    """What makes the library keep an audit."""

    listed = forms.BooleanField(label=_("List it under my account"), required=False, initial=True)

    def __init__(self, user, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.user = user if user.is_authenticated else None
        if not self.user:
            del self.fields["listed"]

    @property
    def owner(self):
        """Under whose account it shall stand; None under nobody's."""
        return self.user if self.cleaned_data.get("listed") else None

    def crowd(self):
        """Whether too many were begun today."""
        return CROWDED if Round.objects.opened_today().count() >= MOST_A_DAY else ""


class KeepForm(KeptForm):
    """What somebody says who answered alone and wants to keep it; examples come from their browser."""

    purpose = "keep an audit"

    name = forms.CharField(
        label=_("A name, for you to know it by"),
        max_length=100,
        error_messages={"required": _("Give it a name, so that you know later what you answered for.")},
    )

    def clean_name(self):
        """The name on one line."""
        return on_one_line(self.cleaned_data["name"])

    def said(self, answers: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """The answers, with the examples that the browser sent along."""
        found = {}
        for slug, often in answers.items():
            found[slug] = often, on_one_line(self.data.get(f"{slug}-example", ""))[:LONGEST_EXAMPLE]
        return found


class AuditFields(Where):
    """What an organiser says of an audit, at its beginning and later."""

    name = forms.CharField(
        label=_("What body or team is it about?"),
        max_length=100,
        help_text=_("Everybody who answers sees it. Such as: The library service of Northtown."),
        error_messages={"required": _("Say which body or team it is about, so that people know what to answer for.")},
    )
    asked_by = forms.CharField(
        label=_("Who asks?"),
        max_length=100,
        required=False,
        help_text=_("People answer more freely when they know. Such as: The head of service and the staff council."),
    )
    closes_on = forms.DateField(
        label=_("Last day to answer"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Leave it empty to close the audit yourself."),
        error_messages={"invalid": _("Write the day as 2027-03-31, or leave it empty.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Only to tell you a month before the audit is deleted. Nobody who answers sees it."),
    )

    field_order = ("name", "asked_by", "closes_on", "body", "place", "country", "email", "listed")

    def clean_country(self):
        """The country as the database has it."""
        return self.cleaned_data["country"].upper()

    def clean_name(self):
        """The name on one line."""
        return on_one_line(self.cleaned_data["name"])

    def clean_asked_by(self):
        """Who asks, on one line."""
        return on_one_line(self.cleaned_data["asked_by"])

    def clean_closes_on(self):
        """A day that is not over."""
        day = self.cleaned_data["closes_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(
                _("%(day)s is over already. Choose a later day, or leave it empty.") % {"day": day.isoformat()}
            )
        return day


class AuditForm(KeptForm, AuditFields):
    """What makes an audit for a team."""

    purpose = "ask a team"


class AgainForm(forms.Form):
    """When the next round ends."""

    closes_on = AuditFields.base_fields["closes_on"]
    clean_closes_on = AuditFields.clean_closes_on


class BeginForm(forms.Form):
    """As whom somebody answers."""

    voice = forms.ChoiceField(
        label=_("I answer as"),
        choices=Voice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose as whom you answer. One of the four is enough; no name is asked for.")},
    )

    def __init__(self, audit_round: Round, data=None):
        super().__init__(data)
        self.audit_round = audit_round

    def clean(self):
        """Refuse one too many."""
        if Sheet.objects.of_round(self.audit_round).count() >= MOST_SHEETS:
            raise forms.ValidationError(
                _("%(most)d people have begun to answer already, and no more fit. Tell whoever asked you.")
                % {"most": MOST_SHEETS}
            )
        return super().clean()


class StepForm(forms.Form):
    """The statements of one element, each with how often it is so, and with an example where that is kept."""

    def __init__(self, section: Section, said: Mapping[str, tuple[str, str]], data=None, examples: bool = True):
        super().__init__(data)
        self.section, self.examples = section, examples
        for asked in section.statements:
            often, example = said.get(asked.slug, ("", ""))
            self.fields[asked.slug] = forms.ChoiceField(
                label=asked.text, choices=Often.choices, required=False, initial=often, widget=forms.RadioSelect
            )
            if examples:
                self.fields[f"{asked.slug}-example"] = forms.CharField(
                    label=asked.example, max_length=LONGEST_EXAMPLE, required=False, initial=example
                )

    @property
    def rows(self) -> list[dict]:
        """Each statement with its fields."""
        return [
            {
                "asked": asked,
                "often": self[asked.slug],
                "example": self[f"{asked.slug}-example"] if self.examples else None,
            }
            for asked in self.section.statements
        ]

    @property
    def answers(self) -> dict[str, str]:
        """How often each statement is so, as far as that was said."""
        return {a.slug: often for a in self.section.statements if (often := self.cleaned_data.get(a.slug))}

    @property
    def said(self) -> dict[str, tuple[str, str]]:
        """How often each statement is so, and the example, as far as either was given."""
        found = {
            asked.slug: (
                self.cleaned_data.get(asked.slug, ""),
                on_one_line(self.cleaned_data.get(f"{asked.slug}-example", "")),
            )
            for asked in self.section.statements
        }
        return {slug: said for slug, said in found.items() if any(said)}
