"""What readers send who know better, and what an editor decides."""

import re
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import SuggestionState, WhichPart
from cases.markdown import readable
from cases.models import Story, Suggestion
from cases.spam import OpenForm

MOST_AN_HOUR = 60
MOST_A_STORY = 10
"""Suggestions that are taken in an hour: of all stories together, and of one."""

MOST_LINKS = 5
LINK = re.compile(r"https?://|www\.", re.I)

WITHIN = {
    "title": WhichPart.SUMMARY,
    "year_from": WhichPart.MILESTONES,
    "places": WhichPart.MILESTONES,
    "participations": WhichPart.ROLES,
    "citations": WhichPart.SOURCES,
}
"""Fields of a story that readers find under another part."""


class WhatAbout(forms.Form):
    """What the address says that it is about: which part of the story, and whether that is out of date."""

    field = forms.ChoiceField(choices=[*WhichPart.choices, *((name, "") for name in WITHIN)], required=False)
    outdated = forms.BooleanField(required=False)

    @property
    def initial_values(self) -> dict:
        """What stands in the form when it is opened."""
        self.is_valid()
        named = self.cleaned_data.get("field", "")
        return {
            "part": WITHIN.get(named, named),
            "outdated": "1" if self.cleaned_data.get("outdated") else "",
        }


class SuggestForm(OpenForm):
    """What is wrong with a story, how one knows, and who says so."""

    purpose = "suggest a change"

    outdated = forms.TypedChoiceField(
        label=_("What is it?"),
        choices=[("", _("Something is wrong, or missing")), ("1", _("It is out of date"))],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )
    part = forms.ChoiceField(label=_("Which part?"), choices=[("", _("Not set")), *WhichPart.choices], required=False)
    text = forms.CharField(
        label=_("What is wrong, and what would be right?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say what is wrong. A sentence is enough.")},
    )
    source = forms.CharField(
        label=_("How do you know?"),
        max_length=500,
        required=False,
        help_text=_("A publication with its page, an address, or that you were there."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    name = forms.CharField(label=_("Who are you?"), max_length=100, required=False)
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Only to tell you what became of it. It is forgotten when you have been told."),
        error_messages={"invalid": _("This is no e-mail address. It looks like ada@example.org, or leave it empty.")},
    )

    def __init__(self, story: Story, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.story = story

    def clean(self):
        """Refuse what is mostly addresses; nobody sees signs that cannot be seen."""
        cleaned = super().clean()
        for name in ("text", "source", "name"):
            cleaned[name] = readable(cleaned.get(name, ""))
        if len(LINK.findall(f"{cleaned['text']} {cleaned['source']}")) > MOST_LINKS:
            self.add_error("text", _("Give at most %d addresses; name the rest in words.") % MOST_LINKS)
        return cleaned

    def crowd(self):
        """Whether so many suggestions came that robots may be at work."""
        recent = Suggestion.objects.sent_since(timezone.now() - timedelta(hours=1))
        if recent.count() < MOST_AN_HOUR and recent.of_story(self.story).count() < MOST_A_STORY:
            return ""
        return _(
            "So many suggestions have come that no more are taken for an hour. Nothing is lost: send it again then."
        )


class DecisionForm(forms.ModelForm):
    """What becomes of a suggestion."""

    class Meta:
        model = Suggestion
        fields = ["state", "answer"]

    def clean(self):
        """To decline needs a reason, and to answer needs a decision."""
        cleaned = super().clean()
        if cleaned.get("state") == SuggestionState.WAITING and cleaned.get("answer"):
            self.add_error("state", _("Take it up or decline it: the answer is sent with the decision."))
        return cleaned
