"""The screen of a story, one tab for each thing that a story has."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface

from cases.desk.checking import CheckView
from cases.desk.checks import CheckFilter
from cases.desk.choosers import RecordsInput
from cases.desk.contributions import ContributorsPanel
from cases.desk.panels import MARKDOWN, PartsPanel, naming, notices, pinpoint, row
from cases.desk.publishing import StoryForm, story_publishing
from cases.desk.remarks import RemarksPanel, with_remarks
from cases.desk.review_panel import review_tab
from cases.desk.story_views import StoryCopyView, StoryCreateView, StoryEditView, StoryWorkflowActionView
from cases.desk.views import RecordViewSet
from cases.models import Place, PolicyArea, Story
from cases.models.story import SECTIONS

SECTION_HELP = {
    "problem": _("Where it was felt, by whom."),
    "what_they_did": _("Who did what, with what means."),
    "how_it_unfolded": _("In what order, against what resistance."),
    "what_changed": _("What came of it, for whom. Figures as the source gives them, never rounder or bigger."),
    "what_went_wrong": _("What failed, what it cost, what the source does not say."),
    "before_you_adapt_it": _("What was particular here, and what would have to be true elsewhere."),
}

EXTRA_TABS: list[Callable[[], ObjectList]] = []
"""Tabs that an upper floor adds between Measures and Lineage; each is made when the screen is first built."""


def story_tab() -> ObjectList:
    """What happened, in words, and what kind of story it is."""
    sections = [FieldPanel(field, help_text=SECTION_HELP[field]) for field in SECTIONS]
    return ObjectList(
        [
            *notices(),
            RemarksPanel([""]),
            *naming("title"),
            FieldPanel("summary"),
            MultiFieldPanel([HelpPanel(content=MARKDOWN), *sections], heading=_("The story, in six sections")),
            FieldPanel("voices_missing"),
            MultiFieldPanel(
                [row("result", "depth"), row("level", "novelty", "driver"), row("year_from", "year_to")],
                heading=_("What kind of story it is"),
            ),
        ],
        heading=_("Story"),
    )


def setting_tab() -> ObjectList:
    """Where it happened, what it is about, and who took part as a body."""
    return ObjectList(
        [
            FieldPanel("places", widget=RecordsInput(Place, label_of=lambda place: place.full_name)),
            FieldPanel("no_place"),
            FieldPanel("policy_areas", widget=forms.CheckboxSelectMultiple),
            FieldPanel("tags", help_text=_("Words by which somebody would look for it. Press enter after each.")),
            FieldPanel("part_of", help_text=_("The larger story that this one is a strand of.")),
            PartsPanel(
                "participations",
                [row("organisation", "part")],
                heading=_("Organisations and their part"),
                label=_("organisation"),
            ),
        ],
        heading=_("Where and what"),
    )


def cast_tab() -> ObjectList:
    """Who did it."""
    panels = [
        row("leader", "group"),
        row("job_title", "organisation"),
        row("realm", "part", "stage"),
        FieldPanel("note"),
        row("reply_offered_on", "reply_answered_on"),
        FieldPanel("reply_note"),
    ]
    words = _(
        "Each role is of a named leader or of a group without names, not both. "
        "The realm belongs to the role, not to the person."
    )
    return ObjectList(
        [PartsPanel("roles", panels, heading=_("Who did what"), label=_("role"), help_text=words)],
        heading=_("Cast"),
    )


def milestones_tab() -> ObjectList:
    """What happened when."""
    panels = [row("year", "month", "until_year"), FieldPanel("text"), *pinpoint()]
    return ObjectList(
        [PartsPanel("milestones", panels, heading=_("What happened when"), label=_("milestone"))],
        heading=_("Milestones"),
    )


def measures_tab() -> ObjectList:
    """What was measured."""
    words = _(
        "A figure is a number (25, 3.8), with the source's hedge where it has one (about 80, more than 95), "
        "or a range (30 to 40). "
        "Leave empty what the source does not give."
    )
    panels = [
        FieldPanel("indicator"),
        row("kind", "better"),
        row("baseline", "target", "result", "unit"),
        FieldPanel("period"),
        row("comparator", "comparator_figure"),
        FieldPanel("note"),
        *pinpoint(),
    ]
    return ObjectList(
        [PartsPanel("measures", panels, heading=_("What was measured"), label=_("measure"), help_text=words)],
        heading=_("Measures"),
    )


def lineage_tab() -> ObjectList:
    """What it took from where."""
    panels = [
        row("from_story", "from_elsewhere", "from_place"),
        *(FieldPanel(field) for field in ("kept", "changed", "dropped", "note")),
        *pinpoint(),
    ]
    words = _("Each comes from a story of the library, or from elsewhere: then say in words from where, not both.")
    return ObjectList(
        [
            PartsPanel(
                "adaptations",
                panels,
                heading=_("What it took from elsewhere"),
                label=_("adaptation"),
                help_text=words,
            )
        ],
        heading=_("Lineage"),
    )


def pictures_tab() -> ObjectList:
    """What readers see of it."""
    words = _(
        "One picture at the head of the story, and others in the sections; none is fine too. "
        "What a picture shows, whose it is and its licence are kept with the picture."
    )
    panels = [FieldPanel("picture"), FieldPanel("caption"), FieldPanel("section")]
    return ObjectList(
        [PartsPanel("pictures", panels, heading=_("Pictures"), label=_("picture"), help_text=words)],
        heading=_("Pictures"),
    )


def sources_tab() -> ObjectList:
    """What the story as a whole rests on, and who wrote it."""
    writers = [row("name", "kind"), FieldPanel("part")]
    return ObjectList(
        [
            PartsPanel("citations", pinpoint(), heading=_("What the story rests on"), label=_("citation")),
            PartsPanel("credits", writers, heading=_("Who wrote this"), label=_("writer")),
        ],
        heading=_("Sources"),
    )


def contributors_tab() -> ObjectList:
    """What the contributors wrote, where the story was told through the form."""
    return ObjectList([ContributorsPanel()], heading=_("What the contributors wrote"))


class StoryFilterSet(WagtailFilterSet):
    """The filters of the list."""

    policy_areas = ModelMultipleChoiceFilter(
        queryset=PolicyArea.objects.all(), label=_("Policy area"), widget=forms.CheckboxSelectMultiple
    )
    check = CheckFilter()

    class Meta:
        model = Story
        fields = ["result", "depth", "policy_areas", "live", "has_unpublished_changes"]


class StoryViewSet(RecordViewSet):
    """Stories at the desk."""

    model = Story
    icon = "doc-full"
    base_url_path = "stories"
    name_field = "title"
    facts = ("result", "depth")
    add_view_class = StoryCreateView
    copy_view_class = StoryCopyView
    edit_view_class = StoryEditView
    workflow_action_view_class = StoryWorkflowActionView
    filterset_class = StoryFilterSet
    tells_apart = (("years", _("Years"), lambda story: story.years),)
    inspect_view_fields = (
        *("title", "slug", "summary", *SECTIONS, "result", "depth", "level", "novelty", "driver"),
        *("year_from", "year_to", "part_of", "places", "policy_areas", "tags"),
        *("live", "first_published_at", "last_published_at"),
    )

    @property
    def actions(self):
        """A story can also be checked."""
        return {"check": (CheckView, _("Checked: still true"), "check"), **super().actions}

    def tabs(self):
        """
        The tabs, those of the upper floor before the lineage, and that of the contributors where there are any; each field
        with the remarks on it.
        """
        makers = [
            story_tab,
            setting_tab,
            cast_tab,
            milestones_tab,
            measures_tab,
            *EXTRA_TABS,
            lineage_tab,
            pictures_tab,
            sources_tab,
            contributors_tab,
            review_tab,
            story_publishing,
        ]
        return with_remarks(TabbedInterface([make() for make in makers], base_form_class=StoryForm))
