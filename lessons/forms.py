"""What readers send to the pages of the upper floor."""

from itertools import groupby

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lessons.balance import weighing
from lessons.models import Element, Lesson


class Weight(TextChoices):
    """Which way the evidence of a lesson points."""

    CONTESTED = "contested", _("With contrary evidence")
    UNCONTESTED = "uncontested", _("Nothing points the other way yet")
    SINGLE = "single", _("Resting on one story")


WEIGHED = {
    Weight.CONTESTED: lambda balance: balance.against,
    Weight.UNCONTESTED: lambda balance: balance.stories and not balance.contradicts,
    Weight.SINGLE: lambda balance: balance.stories == 1,
}
"""Which balances that is."""


class LessonFilter(forms.Form):
    """The filter of the list of lessons. What it does not know, it leaves out."""

    q = forms.CharField(label=_("Words in the lesson"), required=False, max_length=200, strip=True)
    element = forms.ModelChoiceField(
        Element.objects.none(), label=_("Element"), required=False, to_field_name="slug", empty_label=_("Any element")
    )
    weight = forms.ChoiceField(label=_("Evidence"), required=False, choices=[("", _("Any evidence")), *Weight.choices])

    def __init__(self, data):
        super().__init__(data)
        self.fields["element"].queryset = Element.objects.published().with_lessons()

    @property
    def applied(self) -> dict:
        """What is asked for and known."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def lessons(self):
        """The published lessons that match."""
        found = Lesson.objects.published().for_list()
        applied = self.applied
        if "q" in applied:
            found = found.mentioning(applied["q"])
        if "element" in applied:
            found = found.under_element(applied["element"])
        if "weight" in applied:
            found = found.among(weighing(WEIGHED[applied["weight"]]))
        return found


class CrosswalkForm(forms.Form):
    """Which lens stands on the left, and which on the right. What it does not know, it leaves out and names."""

    left = forms.ChoiceField(label=_("On the left"), required=False)
    right = forms.ChoiceField(label=_("On the right"), required=False)

    def __init__(self, data, lenses):
        super().__init__(data)
        self.lenses = {lens.slug: lens for lens in lenses}
        self.first = min(lenses, key=lambda lens: (lens.order, lens.title), default=None)
        groups = [
            (str(source or _("From no one source")), [(lens.slug, lens.title) for lens in found])
            for source, found in groupby(lenses, key=lambda lens: lens.source)
        ]
        self.fields["left"].choices = groups
        self.fields["right"].choices = [("", _("Every lens")), *groups]
        self.data = {name: value for name, value in data.items() if name in self.fields and value in self.lenses}
        self.ignored = [f"{name}={value}" for name, value in data.items() if value and name not in self.data]
        self.data.setdefault("left", self.first.slug if self.first else "")

    @property
    def left_lens(self):
        """The lens on the left: the one asked for, or the library's main lens; None where there is none."""
        return self.lenses.get(self.data["left"])

    @property
    def right_lens(self):
        """The lens on the right, or None for all of them."""
        return self.lenses.get(self.data.get("right"))
