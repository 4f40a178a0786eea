"""The pages of the form that are filled in once for each place, body, person, figure, date, origin and ground."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from cases.choices import OrganisationKind, PlaceKind
from cases.models import Adaptation, Measure, Milestone, Organisation, Place, Role, Source
from cases.telling import hints
from cases.telling.fields import FigureLine, Line, Listed, Option, Passage, Pick, Several, Year, options
from cases.telling.forms import LONGEST_WORDS, StepForm, most
from cases.telling.record_field import RecordField, is_known


class Country(Several):
    """A country, from the list of all."""

    kind = "listed"
    widget = forms.Select

    def __init__(self, **kwargs):
        super().__init__(lambda: list(countries), **kwargs)

    def to_python(self, value):
        """The code of one country."""
        return str(value or "")

    def validate(self, value):
        """It must be one that there is."""
        if value and value not in dict(self.choices):
            raise ValidationError(self.error_messages["invalid_choice"] % {"value": value[:40]}, code="country")

    def display(self, value):
        """The country's name."""
        return super().display([value] if value else [])


class PlaceForm(StepForm):
    """A place."""

    wanted = ("country", "place_kind")
    place = RecordField(
        "places",
        label=gettext_lazy("Name of the place"),
        limit=most(Place, "name"),
        needed=gettext_lazy("Write the name of the place."),
        help_text=gettext_lazy("A town, a district, a county: as near as readers need. A whole country counts, too."),
    )
    country = Country(
        label=gettext_lazy("Country"),
        help_text=gettext_lazy("Only for a place that this library does not have yet; so is the next question."),
    )
    place_kind = Pick(options(PlaceKind.choices), label=gettext_lazy("What kind of place is it?"))

    @classmethod
    def left_open(cls, data):
        """Of a place that the library has nothing is left open."""
        return [] if is_known(data.get("place")) else super().left_open(data)


class BodyForm(StepForm):
    """A body that took part."""

    wanted = ("part",)
    organisation = RecordField(
        "organisations",
        label=gettext_lazy("Name of the body"),
        limit=most(Organisation, "name"),
        needed=gettext_lazy("Write the name of the body."),
        help_text=gettext_lazy("A council, a school, a charity, a firm: one a page."),
    )
    organisation_kind = Pick(options(OrganisationKind.choices), label=gettext_lazy("What kind of body is it?"))
    part = Pick(hints.BODY_PARTS, label=gettext_lazy("What was its part?"))


class PersonForm(StepForm):
    """A person or a group."""

    wanted = ("realm", "part")
    leader = RecordField(
        "leaders",
        label=gettext_lazy("A person, by name"),
        limit=120,
        help_text=gettext_lazy("Only where it matters who it was. Somebody whom you name should know that you do."),
    )
    group = Line(
        label=gettext_lazy("Or a group, without names"),
        limit=most(Role, "group"),
        help_text=gettext_lazy(
            "Those who ran it and those who lived with it belong here as much as those who decided."
        ),
    )
    job_title = Line(label=gettext_lazy("Their job or office then"), limit=most(Role, "job_title"))
    organisation = RecordField(
        "organisations", label=gettext_lazy("The body they acted for"), limit=most(Organisation, "name")
    )
    realm = Pick(hints.REALMS, label=gettext_lazy("From where did they act?"))
    part = Pick(hints.PARTS, label=gettext_lazy("What did they do for it, or against it?"))
    note = Line(label=gettext_lazy("What readers should know of that, in a sentence or two"), limit=most(Role, "note"))

    def clean(self):
        """Either a person or a group."""
        cleaned = super().clean()
        if not self.errors.get("leader") and not cleaned.get("leader") and not cleaned.get("group"):
            self.add_error("leader", _("Name a person here, or a group in the next field."))
        if cleaned.get("leader") and cleaned.get("group"):
            self.add_error("group", _("Name either a person or a group. Add the other on a page of its own."))
        return cleaned


class FigureForm(StepForm):
    """A figure."""

    wanted = ("measure_kind",)
    indicator = Line(
        label=gettext_lazy("What is counted?"),
        limit=most(Measure, "indicator"),
        needed=gettext_lazy("Say what is counted."),
        help_text=gettext_lazy("So that somebody else would count the same."),
    )
    unit = Line(
        label=gettext_lazy("In what?"), limit=most(Measure, "unit"), help_text=gettext_lazy("Books, per cent, £, days.")
    )
    baseline = FigureLine(label=gettext_lazy("Before"), limit=60)
    target = FigureLine(label=gettext_lazy("Aimed at"), limit=60)
    result = FigureLine(
        label=gettext_lazy("Reached"),
        limit=60,
        help_text=gettext_lazy("As you know it: “about 80” is better than a false 83."),
    )
    period = Line(label=gettext_lazy("From when to when?"), limit=most(Measure, "period"))
    measure_kind = Pick(hints.MEASURES, label=gettext_lazy("What does the figure show?"))
    better = Pick(hints.BETTER, label=gettext_lazy("Which way is better?"))
    note = Line(
        label=gettext_lazy("Where the figure comes from, and what to bear in mind"),
        limit=most(Measure, "note"),
        help_text=gettext_lazy("Who counted, what was left out, what else may have caused it."),
    )


class DateForm(StepForm):
    """Something that happened at a time."""

    wanted = ("year",)
    text = Line(
        label=gettext_lazy("What happened?"), limit=most(Milestone, "text"), needed=gettext_lazy("Say what happened.")
    )
    year = Year(label=gettext_lazy("Year"))
    month = Listed(
        tuple(Option(str(number), name) for number, name in MONTHS.items()), label=gettext_lazy("Month, if it matters")
    )
    until_year = Year(label=gettext_lazy("Until, where it took several years"))

    def clean(self):
        """The span must be one."""
        cleaned = super().clean()
        year, until = cleaned.get("year"), cleaned.get("until_year")
        if until and year and until <= year:
            words = _("%(until)s is not after %(year)s. Leave it empty where it happened within one year.")
            self.add_error("until_year", words % {"until": until, "year": year})
        if until and cleaned.get("month"):
            self.add_error("month", _("A month does not go with several years. Leave one of the two empty."))
        return cleaned


class OriginForm(StepForm):
    """Something that was taken from elsewhere."""

    origin = RecordField(
        "stories",
        label=gettext_lazy("From where did it come?"),
        limit=most(Adaptation, "from_elsewhere"),
        needed=gettext_lazy("Say from where it came."),
        help_text=gettext_lazy(
            "Another story of this library, or in your words: a scheme elsewhere, a book, a firm’s habit."
        ),
    )
    from_place = RecordField("places", label=gettext_lazy("From which place, if any?"), limit=most(Place, "name"))
    kept = Line(label=gettext_lazy("What was kept?"), limit=most(Adaptation, "kept"))
    changed = Line(label=gettext_lazy("What was changed?"), limit=most(Adaptation, "changed"))
    dropped = Line(label=gettext_lazy("What was dropped?"), limit=most(Adaptation, "dropped"))
    note = Line(label=gettext_lazy("Anything else about that"), limit=most(Adaptation, "note"))


class GroundForm(StepForm):
    """Something that the story rests on."""

    stays = ("words",)
    ground = Pick(hints.GROUNDS, label=gettext_lazy("What is it?"))
    source = RecordField(
        "sources",
        label=gettext_lazy("Its title"),
        limit=most(Source, "title"),
        help_text=gettext_lazy("Leave it empty for what you know yourself."),
    )
    authors = Line(label=gettext_lazy("Who wrote it?"), limit=most(Source, "authors"))
    year = Year(label=gettext_lazy("When?"))
    url = Line(label=gettext_lazy("Web address, if it has one"), limit=200)
    where = Line(
        label=gettext_lazy("Where in it?"),
        limit=200,
        help_text=gettext_lazy("A heading or a page, so that somebody can look."),
    )
    words = Passage(
        label=gettext_lazy("In your own words"),
        limit=LONGEST_WORDS,
        help_text=gettext_lazy("What it says, or how you came to know it. Who could see it, if it is not public."),
    )

    @classmethod
    def left_open(cls, data):
        """What somebody knows needs no title; a publication or a document does."""
        named = data.get("ground") == hints.OWN_KNOWLEDGE or data.get("source")
        return [] if named else [str(cls.base_fields["source"].label)]

    def clean_url(self):
        """An address that leads somewhere."""
        url = self.cleaned_data["url"]
        if url and "://" not in url:
            url = f"https://{url}"
        try:
            return forms.URLField(required=False, max_length=200, assume_scheme="https").clean(url)
        except ValidationError as error:
            words = _("“%(url)s” is not a web address. Copy it from the browser: https://example.org/report.")
            raise ValidationError(words % {"url": self.cleaned_data["url"]}, code="url") from error

    def clean(self):
        """It must say something."""
        cleaned = super().clean()
        own = cleaned.get("ground") == hints.OWN_KNOWLEDGE
        if not self.errors and not own and not cleaned.get("source") and not cleaned.get("words"):
            self.add_error("source", _("Give a title, or say in your own words what the story rests on."))
        return cleaned
