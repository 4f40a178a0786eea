"""What the story says that can be counted, dated or looked up."""

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.checking_stories.registry import looks_at
from cases.choices import Depth, MeasureKind
from cases.models import Measure, Milestone

BEYOND = Q(year__lt=F("story__year_from")) | Q(year__gt=F("story__year_to")) | Q(until_year__gt=F("story__year_to"))
"""Milestones that lie outside the years of their story."""


@looks_at(
    "no-figure",
    _("No figure"),
    "measures",
    narrow=lambda stories: stories.exclude(depth=Depth.MENTION).filter(measures=None),
    invitation=_("This story gives no figure for what came of it."),
)
def has_a_figure(story):
    """A story has at least one measure."""
    if not list(story.measures.all()):
        yield gettext("No figure says what came of it. Add a measure where the source gives one.")


@looks_at(
    "only-outputs",
    _("Outputs, and no outcome"),
    "measures",
    narrow=lambda stories: (
        stories.exclude(depth=Depth.MENTION)
        .filter(pk__in=Measure.objects.values("story"))
        .exclude(pk__in=Measure.objects.exclude(kind=MeasureKind.OUTPUT).values("story"))
    ),
    invitation=_("This story counts what was done, not what changed for people."),
)
def has_an_outcome(story):
    """The measures say what changed, not only what was done."""
    kinds = {measure.kind for measure in story.measures.all()}
    if kinds == {MeasureKind.OUTPUT}:
        yield gettext(
            "The figures count what was done, and none what changed for people. Look for an outcome in the source."
        )


@looks_at(
    "years",
    _("No years"),
    "year_from",
    narrow=lambda stories: stories.exclude(depth=Depth.MENTION).filter(year_from=None, year_to=None),
    invitation=_("This story does not say when it happened."),
)
def has_years(story):
    """A story says when it happened."""
    if not story.year_from and not story.year_to:
        yield gettext("The story has no years. Give the first or the last, as far as the source does.")


@looks_at(
    "future",
    _("A year to come"),
    "year_to",
    mentions=True,
    narrow=lambda stories: stories.filter(
        Q(year_from__gt=timezone.localdate().year) | Q(year_to__gt=timezone.localdate().year)
    ),
)
def has_happened(story):
    """A story has happened."""
    late = max(year for year in (story.year_from, story.year_to, 0) if year is not None)
    if late > timezone.localdate().year:
        yield gettext("The year %(year)d is still to come. Write the year in which it happened.") % {"year": late}


@looks_at(
    "outside-years",
    _("A date outside the years"),
    "milestones",
    mentions=True,
    narrow=lambda stories: stories.filter(pk__in=Milestone.objects.filter(BEYOND).values("story")),
)
def keeps_its_dates(story):
    """The dated steps lie within the years."""
    for step in story.milestones.all():
        if story.year_from and step.year < story.year_from:
            yield gettext("“%(step)s” lies before the first year, %(year)d. Correct the one or the other.") % {
                "step": step,
                "year": story.year_from,
            }
        elif story.year_to and max(step.year, step.until_year or 0) > story.year_to:
            yield gettext("“%(step)s” lies after the last year, %(year)d. Correct the one or the other.") % {
                "step": step,
                "year": story.year_to,
            }


@looks_at(
    "no-period",
    _("A figure without a period"),
    "measures",
    mentions=True,
    narrow=lambda stories: stories.filter(pk__in=Measure.objects.filter(period="").values("story")),
)
def dates_its_figures(story):
    """Each measure says of which time it is."""
    for measure in story.measures.all():
        if not measure.period:
            yield gettext("“%(measure)s” does not say of which time it is. Give its period.") % {"measure": measure}


@looks_at(
    "no-citation",
    _("A figure without a source"),
    "measures",
    mentions=True,
    narrow=lambda stories: stories.filter(pk__in=Measure.objects.filter(source=None).values("story")),
)
def cites_its_figures(story):
    """Each measure says where it is from."""
    for measure in story.measures.all():
        if not measure.source_id:
            yield gettext(
                "“%(measure)s” does not say where it is from. Give its source, with the heading or the page."
            ) % {"measure": measure}


@looks_at(
    "empty-adaptation",
    _("An adaptation that says nothing"),
    "adaptations",
    mentions=True,
    narrow=lambda stories: stories.filter(
        adaptations__isnull=False,
        adaptations__kept="",
        adaptations__changed="",
        adaptations__dropped="",
        adaptations__note="",
    ).distinct(),
)
def says_what_was_adapted(story):
    """Each adaptation says what was kept, changed or dropped."""
    for step in story.adaptations.all():
        if not (step.kept or step.changed or step.dropped or step.note):
            yield gettext("What was taken from “%(origin)s” is not said. Say what was kept, changed or dropped.") % {
                "origin": step
            }


@looks_at(
    "policy-area",
    _("No policy area"),
    "policy_areas",
    mentions=True,
    narrow=lambda stories: stories.filter(policy_areas=None),
)
def has_a_policy_area(story):
    """A story is about at least one field of public policy."""
    if not list(story.policy_areas.all()):
        yield gettext(
            "The story is under no policy area, so readers who filter by one never see it. Choose at least one."
        )


@looks_at(
    "needless-reason",
    _("Places, and a reason for none"),
    "no_place",
    mentions=True,
    narrow=lambda stories: stories.filter(places__isnull=False).exclude(no_place="").distinct(),
)
def needs_no_reason(story):
    """A story with places needs no reason why it has none."""
    if story.no_place and list(story.places.all()):
        yield gettext("The story has places and a reason why it has none. Delete the one or the other.")
