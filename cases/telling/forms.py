"""
The pages of the form that ask for one thing each. What is asked for many times (places, people, figures) stands in `item_forms`.

Hints say what a good answer has; worked examples stand in `examples`.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import CoAuthor, PolicyArea, Story
from cases.telling import hints
from cases.telling.choices import Writer
from cases.telling.fields import Line, Narrative, Passage, Pick, Several, Year, options

LONGEST_SECTION = 8000
LONGEST_WORDS = 4000


def most(model, field: str) -> int:
    """How long the library's own field may be."""
    return model._meta.get_field(field).max_length


class StepForm(forms.Form):
    """One page of the form; its cleaned data can be kept as JSON."""

    use_required_attribute = False

    offers_to_fill_in = False
    """Whether a name and an address in it are those of who fills it in."""

    takes_files = False

    wanted: tuple[str, ...] = ()
    """What a complete answer has; it can be saved without."""

    stays: tuple[str, ...] = ()
    """Words that no field of a story takes: they stay with the contribution, where the desk reads them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def kept(self, contribution) -> dict:
        """The answer as it is kept with the contribution."""
        return self.cleaned_data

    @classmethod
    def rows(cls, data: dict) -> list[tuple[str, str, str]]:
        """What was answered: field, label and words."""
        shown = ((name, field.label, field.display(data.get(name))) for name, field in cls.base_fields.items())
        return [(name, str(label), words) for name, label, words in shown if words]

    @classmethod
    def left_open(cls, data: dict) -> list[str]:
        """The labels of what a complete answer has and this one has not."""
        return [str(cls.base_fields[name].label) for name in cls.wanted if not data.get(name)]


class YouForm(StepForm):
    """Who somebody is."""

    wanted = ("kind", "named")
    offers_to_fill_in = True
    name = Line(
        label=gettext_lazy("Your name"),
        limit=most(CoAuthor, "name"),
        goes_into_mail=True,
        needed=gettext_lazy("Write your name."),
    )
    kind = Pick(options(Writer.choices, hints.WRITERS), label=gettext_lazy("From where do you write?"))
    part = Line(
        label=gettext_lazy("Your own part in the story"),
        limit=most(CoAuthor, "part"),
        help_text=gettext_lazy(
            "In a few words: what you did, or how you came to know it. Readers see it beside your name."
        ),
    )
    named = Pick(hints.NAMED, label=gettext_lazy("May readers see your name?"))


class TitleForm(StepForm):
    """What the story is called, and what it is in two sentences."""

    wanted = ("summary",)
    title = Line(
        label=gettext_lazy("Title"),
        limit=most(Story, "title"),
        goes_into_mail=True,
        needed=gettext_lazy("Write a title. A working title is enough."),
        help_text=gettext_lazy("Tell the tension, not the name of the programme. You can change it later."),
    )
    summary = Passage(
        label=gettext_lazy("The story in two sentences"),
        limit=most(Story, "summary"),
        help_text=gettext_lazy("First: what was done against what problem. Second: what came of it."),
    )


class YearsForm(StepForm):
    """When it happened."""

    year_from = Year(
        label=gettext_lazy("It began in"), help_text=gettext_lazy("The year in which somebody first did something.")
    )
    year_to = Year(label=gettext_lazy("It ended in"), help_text=gettext_lazy("Leave it empty where it goes on."))

    def clean(self):
        """The end must not lie before the beginning."""
        cleaned = super().clean()
        first, last = cleaned.get("year_from"), cleaned.get("year_to")
        if first and last and last < first:
            words = _("%(last)s lies before %(first)s, the year in which it began. Correct one of the two.")
            self.add_error("year_to", words % {"last": last, "first": first})
        return cleaned


def policy_areas() -> list[tuple[str, str]]:
    """The areas that readers can filter by."""
    return list(PolicyArea.objects.published().values_list("slug", "name"))


class AreasForm(StepForm):
    """What it is about."""

    policy_areas = Several(
        policy_areas, label=gettext_lazy("Which of these is it about?"), help_text=gettext_lazy("Tick one to three.")
    )
    tags = Line(
        label=gettext_lazy("Other words by which somebody would look for it"),
        limit=300,
        help_text=gettext_lazy("With commas between them."),
    )


class KindForm(StepForm):
    """What kind of change it was."""

    level = Pick(hints.LEVELS, label=gettext_lazy("How far did the change reach?"))
    novelty = Pick(hints.NOVELTIES, label=gettext_lazy("How new was it for you?"))
    driver = Pick(hints.DRIVERS, label=gettext_lazy("Where did the push come from?"))


def section_form(field: str, label: str, hint: str) -> type[StepForm]:
    """The page of one section of the story."""
    narrative = Narrative(label=label, limit=LONGEST_SECTION, help_text=hint)
    return type("SectionForm", (StepForm,), {field: narrative, "__module__": __name__, "__doc__": "A section."})


class ResultForm(StepForm):
    """What came of it."""

    wanted = ("result",)
    stays = ("why",)
    result = Pick(
        hints.RESULTS,
        label=gettext_lazy("All in all?"),
        help_text=gettext_lazy("Failures stand in the same list as successes here, and are read as much."),
    )
    why = Passage(
        label=gettext_lazy("How do you judge that?"),
        limit=LONGEST_WORDS,
        help_text=gettext_lazy("By what, by whose lights, and who would judge otherwise."),
    )


class LessonsForm(StepForm):
    """What others could learn from it."""

    stays = ("supports", "contradicts")
    supports = Passage(
        label=gettext_lazy("What would you tell somebody who wants to do the same?"),
        limit=LONGEST_WORDS,
        help_text=gettext_lazy(
            "Things that one could do tomorrow, each with what happened here that makes you say so."
        ),
    )
    contradicts = Passage(
        label=gettext_lazy("What happened here that speaks against it, or against what everybody says?"),
        limit=LONGEST_WORDS,
        help_text=gettext_lazy(
            "The library sets evidence for and against side by side. What went against the rule is worth most."
        ),
    )


class VouchersForm(StepForm):
    """Who could say that this is how it was."""

    stays = ("practitioner", "practitioner_email", "scholar", "scholar_email")
    practitioner = Line(label=gettext_lazy("Somebody who was there: name"), limit=120)
    practitioner_email = Line(label=gettext_lazy("Their e-mail"), limit=200)
    scholar = Line(label=gettext_lazy("Somebody who knows the field: name"), limit=120)
    scholar_email = Line(label=gettext_lazy("Their e-mail"), limit=200)

    def clean(self):
        """A name and a way to reach them belong together."""
        cleaned = super().clean()
        for who in ("practitioner", "scholar"):
            name, email = cleaned.get(who), cleaned.get(f"{who}_email")
            if email and not name:
                self.add_error(who, _("Say whose address “%(email)s” is.") % {"email": email})
            if email and not _is_address(email):
                words = _("“%(email)s” is not an e-mail address. Write it as in ada@example.org.")
                self.add_error(f"{who}_email", words % {"email": email})
        return cleaned


def _is_address(text):
    try:
        forms.EmailField().clean(text)
    except ValidationError:
        return False
    return True
