"""The filter of the list of courses."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import PolicyArea
from lessons.choices import Audience, Length
from lessons.models import Course, Element, Item


class CourseFilter(forms.Form):
    """Which courses are looked for. What it does not know, it leaves out."""

    audience = forms.ChoiceField(label=_("For whom"), required=False, choices=[("", _("Anybody")), *Audience.choices])
    length = forms.ChoiceField(label=_("Length"), required=False, choices=[("", _("Any length")), *Length.choices])
    element = forms.ModelChoiceField(
        Element.objects.none(), label=_("Element"), required=False, to_field_name="slug", empty_label=_("Any element")
    )
    policy = forms.ModelChoiceField(
        PolicyArea.objects.none(),
        label=_("Policy area"),
        required=False,
        to_field_name="slug",
        empty_label=_("Any policy area"),
    )

    def __init__(self, data):
        super().__init__(data)
        self.fields["element"].queryset = Element.objects.published().covered_by(Course.objects.published())
        self.fields["policy"].queryset = PolicyArea.objects.published()

    @property
    def applied(self) -> dict:
        """What is asked for and known."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def courses(self):
        """The public courses that match."""
        found = Course.objects.published().for_list()
        applied = self.applied
        if "audience" in applied:
            found = found.filter(audience=applied["audience"])
        if "length" in applied:
            found = found.of_length(applied["length"])
        if "element" in applied:
            found = found.holding(Item.objects.under_element(applied["element"]))
        if "policy" in applied:
            found = found.holding(Item.objects.in_policy_area(applied["policy"]))
        return found
