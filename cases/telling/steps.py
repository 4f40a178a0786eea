"""
The steps of the form, in their order, as data: what each is called, which page asks for it, and what of it must be there before sending.

To add a question, add a field to a form; to add a page, add a form and a step. See docs/how-to-add-a-question.md.
"""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.models.story import SECTIONS
from cases.telling import forms, hints, item_forms
from cases.telling.examples import EXAMPLES
from cases.telling.forms import StepForm
from cases.telling.picture_form import StoryPictureForm

Text = str | Promise


@dataclass(frozen=True)
class Step:
    """A page of the form, or several pages of the same kind where it asks for many things."""

    key: str
    name: Text
    """What the overview calls it."""
    title: Text
    """The question."""
    form: type[StepForm]
    lead: Text = ""
    """What a good answer has."""
    many: bool = False
    most: int = 40
    """Items, where there are many."""
    naming: tuple[str, ...] = ()
    """The fields that name an item, where there are many."""
    one: Text = ""
    """What one item is called."""
    needed: Text = ""
    """What is said where it is missing, if it is needed to send the story."""
    needs: tuple[str, ...] = ()
    """The fields that must be filled in then; where it asks for many things, one of them is enough."""
    about: tuple[str, ...] = ()
    """The fields of a story that it fills; a remark on one of them is shown here."""

    @property
    def examples(self) -> dict[str, Text]:
        """The worked example beside each field."""
        return EXAMPLES.get(self.key, {})

    def name_of(self, data: dict) -> str:
        """What an item is called in lists."""
        shown = [self.form.base_fields[name].display(data.get(name)) for name in self.naming]
        return next((words for words in shown if words), "")

    def rows(self, data: dict) -> list[tuple[str, str, str]]:
        """What was answered: field, label and words."""
        return self.form.rows(data)

    def is_answered(self, data: dict) -> bool:
        """Whether it has what sending needs."""
        return all(data.get(name) for name in self.needs) if self.needs else bool(self.rows(data))


@dataclass(frozen=True)
class Chapter:
    """Steps that belong together."""

    title: Text
    steps: tuple[Step, ...] = field(default_factory=tuple)


def section(name: str, **kwargs) -> Step:
    """The step of one section of the story."""
    question, hint = hints.SECTIONS[name]
    form = forms.section_form(name, SECTIONS[name], hint)
    return Step(name.replace("_", "-"), SECTIONS[name], question, form, about=(name,), **kwargs)


CHAPTERS = (
    Chapter(
        _("You and your story"),
        (
            Step(
                "you",
                _("Who you are"),
                _("Who are you in this story?"),
                forms.YouForm,
                _(
                    "Readers want to know from where a story is told. Each of you who write it answers this for "
                    "themselves."
                ),
                needed=_(
                    "Say whether you write as a practitioner or as a scholar, and whether readers may see your name."
                ),
                needs=("kind", "named"),
                about=("credits",),
            ),
            Step(
                "title",
                _("Title and summary"),
                _("What is the story called, and what is it in two sentences?"),
                forms.TitleForm,
                needed=_("Tell the story in two sentences."),
                needs=("summary",),
                about=("title", "summary"),
            ),
        ),
    ),
    Chapter(
        _("Where, when, what about"),
        (
            Step(
                "places",
                _("Places"),
                _("Where did it happen?"),
                item_forms.PlaceForm,
                many=True,
                naming=("place",),
                one=_("place"),
                needed=_("Say where it happened."),
                about=("places",),
            ),
            Step("years", _("Years"), _("When did it happen?"), forms.YearsForm, about=("year_from", "year_to")),
            Step("areas", _("Subject"), _("What is it about?"), forms.AreasForm, about=("policy_areas", "tags")),
            Step(
                "kind",
                _("Kind of change"),
                _("What kind of change was it?"),
                forms.KindForm,
                _("Three questions by which readers look for stories like theirs. Leave out what you cannot say."),
                about=("level", "novelty", "driver"),
            ),
        ),
    ),
    Chapter(
        _("Who was in it"),
        (
            Step(
                "bodies",
                _("Bodies that took part"),
                _("Which bodies took part?"),
                item_forms.BodyForm,
                many=True,
                naming=("organisation",),
                one=_("body"),
                about=("participations",),
            ),
            Step(
                "people",
                _("People and groups"),
                _("Who decided? Who ran it? Who lived with it?"),
                item_forms.PersonForm,
                _("One a page, as many as the story needs. Somebody who was against it belongs to it, too."),
                many=True,
                naming=("leader", "group"),
                one=_("person or group"),
                about=("roles",),
            ),
        ),
    ),
    Chapter(
        _("The story itself"),
        (
            section("problem"),
            section("what_they_did", needed=_("Tell what they did."), needs=("what_they_did",)),
            section("how_it_unfolded"),
            section("what_changed"),
            section("what_went_wrong"),
            section("before_you_adapt_it"),
            Step(
                "pictures",
                _("Pictures"),
                _("Is there a picture that shows it?"),
                StoryPictureForm,
                _("Up to three, if there are any. Nobody but the editors sees them before the story is published."),
                many=True,
                most=3,
                naming=("description",),
                one=_("picture"),
                about=("pictures",),
            ),
        ),
    ),
    Chapter(
        _("Figures and dates"),
        (
            Step(
                "figures",
                _("Figures"),
                _("What was counted?"),
                item_forms.FigureForm,
                _("One figure a page. Leave empty what nobody knows: a blank is more honest than a guess."),
                many=True,
                naming=("indicator",),
                one=_("figure"),
                about=("measures",),
            ),
            Step(
                "dates",
                _("Dates"),
                _("What happened when?"),
                item_forms.DateForm,
                _("The four or five turns that somebody would draw on a line."),
                many=True,
                naming=("text",),
                one=_("date"),
                about=("milestones",),
            ),
        ),
    ),
    Chapter(
        _("Where it comes from"),
        (
            Step(
                "origins",
                _("Taken from elsewhere"),
                _("Did it take anything from elsewhere?"),
                item_forms.OriginForm,
                _(
                    "Hardly anything is new. Say what was kept, changed and dropped: others will do the same with "
                    "yours."
                ),
                many=True,
                naming=("origin",),
                one=_("origin"),
                about=("adaptations",),
            ),
            Step(
                "grounds",
                _("What the story rests on"),
                _("What does the story rest on?"),
                item_forms.GroundForm,
                _("Reports, minutes, figures, or that you were there: so that a reader can judge."),
                many=True,
                naming=("source", "words", "ground"),
                one=_("ground"),
                needed=_("Say what the story rests on. That you were there is enough."),
                about=("citations", "sources"),
            ),
        ),
    ),
    Chapter(
        _("What came of it"),
        (
            Step(
                "result",
                _("Result"),
                _("What came of it?"),
                forms.ResultForm,
                needed=_("Say what came of it."),
                needs=("result",),
                about=("result",),
            ),
            Step(
                "lessons",
                _("What others could learn"),
                _("What could others learn from it, for and against?"),
                forms.LessonsForm,
                about=("evidence", "illustrations"),
            ),
            Step(
                "vouchers",
                _("Who could confirm it"),
                _("Who could say that this is how it was?"),
                forms.VouchersForm,
                _(
                    "Before a story is published, a practitioner and a scholar sign it off. Name people who would, "
                    "if you know any; we ask them only when the story is ready, and nobody else sees their address."
                ),
            ),
        ),
    ),
)

STEPS: tuple[Step, ...] = tuple(step for chapter in CHAPTERS for step in chapter.steps)
BY_KEY = {step.key: step for step in STEPS}


def step_about(name: str) -> Step | None:
    """The step that fills a field of a story, or that has this key; None where a remark is about the whole."""
    by_field = (step for step in STEPS if name in step.about)
    return BY_KEY.get(name) or next(by_field, None)


def neighbours(step: Step) -> tuple[Step | None, Step | None]:
    """The step before and the step after."""
    place = STEPS.index(step)
    return (STEPS[place - 1] if place else None), (STEPS[place + 1] if place + 1 < len(STEPS) else None)


def chapter_of(step: Step) -> tuple[int, Chapter]:
    """The chapter that the step is in, with its number."""
    return next((number, chapter) for number, chapter in enumerate(CHAPTERS, 1) if step in chapter.steps)
