"""What readers send to the pages of the upper floor."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lessons.models import Element, Lesson


class Weight(TextChoices):
    """Which way the evidence of a lesson points."""

    CONTESTED = "contested", _("With contrary evidence")
    UNCONTESTED = "uncontested", _("Nothing points the other way yet")
    SINGLE = "single", _("Resting on one story")


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
            found = getattr(found, applied["weight"])()
        return found
