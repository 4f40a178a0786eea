"""What a reader says of their own place, for “Would it work here?”, and how each of those words reads in a sentence."""

from collections.abc import Mapping
from functools import lru_cache

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from cases.choices import Level, Mandate, OrganisationKind, PlaceKind, Setting, Size

PREFIX = "my"
"""In front of every parameter, so that none is a parameter of the finder: my-country is the reader's, country the stories'."""

BODIES = {
    OrganisationKind.SCHOOL: _("a school"),
    OrganisationKind.POLICE_FORCE: _("a police force"),
    OrganisationKind.COUNCIL: _("a council"),
    OrganisationKind.HEALTH_BODY: _("a health body"),
    OrganisationKind.CENTRAL_GOVERNMENT: _("central government"),
    OrganisationKind.LIBRARY_BOARD: _("a library board"),
    OrganisationKind.SOCIAL_ENTERPRISE: _("a social enterprise"),
    OrganisationKind.CHARITY: _("a charity or foundation"),
    OrganisationKind.BUSINESS: _("a business"),
    OrganisationKind.UNIVERSITY: _("a university"),
    OrganisationKind.PARTNERSHIP: _("a partnership"),
    OrganisationKind.OTHER: _("a body of another kind"),
}
PLACES = {
    PlaceKind.CITY: _("a city"),
    PlaceKind.BOROUGH: _("a borough"),
    PlaceKind.COUNTY: _("a county"),
    PlaceKind.DISTRICT: _("a district"),
    PlaceKind.NEIGHBOURHOOD: _("a neighbourhood"),
    PlaceKind.REGION: _("a region"),
    PlaceKind.NATION: _("a nation"),
}
SETTINGS = {
    Setting.URBAN: _("urban"),
    Setting.RURAL: _("rural"),
    Setting.MIXED: _("partly urban and partly rural"),
}
BOUNDS = {
    Size.VILLAGE: (1, 10_000),
    Size.TOWN: (10_000, 50_000),
    Size.DISTRICT: (50_000, 150_000),
    Size.CITY: (150_000, 500_000),
    Size.LARGE: (500_000, 2_000_000),
    Size.LARGEST: (2_000_000, 10_000_000_000),
}
"""People from and to; the upper end belongs to the next band."""


@lru_cache(maxsize=32)
def country_choices(language: str) -> list[tuple[str, str]]:
    """Every country in the reader's language, by name; the values as the finder has them."""
    return [(code.lower(), name) for code, name in countries]


class Reader(forms.Form):
    """What the reader has set. All of it is optional; what is not known is left out, and the page says so."""

    body = forms.ChoiceField(label=_("Your kind of body"), required=False)
    place = forms.ChoiceField(label=_("Your kind of place"), required=False)
    setting = forms.ChoiceField(label=_("Town or country"), required=False)
    country = forms.ChoiceField(label=_("Your country"), required=False)
    size = forms.ChoiceField(label=_("People who live there"), required=False)
    level = forms.ChoiceField(label=_("Level you could change at"), required=False)
    mandate = forms.ChoiceField(label=_("What carries you, above all"), required=False)

    def __init__(self, data: Mapping[str, str]):
        super().__init__(data, prefix=PREFIX)
        choices = {
            "body": [choice for choice in OrganisationKind.choices if choice[0] != OrganisationKind.OTHER],
            "place": PlaceKind.choices,
            "setting": Setting.choices,
            "country": country_choices(get_language()),
            "size": Size.choices,
            "level": Level.choices,
            "mandate": Mandate.choices,
        }
        for name, words in choices.items():
            self.fields[name].choices = [("", _("Not set")), *words]

    @property
    def said(self) -> dict[str, str]:
        """What is set and known, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def unknown(self) -> list[str]:
        """What the address sets to something that is no choice."""
        return [f"{self.add_prefix(name)}={self.data[self.add_prefix(name)][:60]}" for name in self.errors]


NAMES = tuple(f"{PREFIX}-{name}" for name in Reader.base_fields)
"""The parameters."""
