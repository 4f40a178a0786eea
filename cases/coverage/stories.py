"""What stories lack: an outcome, citations of figures, a check in time."""

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from cases.choices import Depth, MeasureKind
from cases.coverage.gaps import Gap, Line, register_gap
from cases.models import Measure, Story


def without_outcome():
    """Published stories with no measure of an outcome, those with the most measures first."""
    outcomes = Measure.objects.filter(story=OuterRef("pk"), kind=MeasureKind.OUTCOME)
    found = Story.objects.published().filter(~Exists(outcomes)).annotate(held=Count("measures"))
    return found.order_by("-held", "title", "pk").values_list("pk", "title", "depth", "held")


def tell_outcomes(rows) -> list[Line]:
    """Each leads to its measures."""
    return [Line(title, (Depth(depth).label, held), Story, pk, "measures") for pk, title, depth, held in rows]


def without_citation():
    """Measures of published stories that say no source."""
    found = Measure.objects.filter(story__live=True, source=None).order_by(
        "story__title", "story_id", "sort_order", "pk"
    )
    return found.values_list("story_id", "story__title", "indicator")


def tell_measures(rows) -> list[Line]:
    """Each leads to the measures of its story."""
    return [Line(title, (indicator,), Story, pk, "measures") for pk, title, indicator in rows]


def tell_checks(rows) -> list[Line]:
    """Each leads to its tab on publishing, with the day and who looks after it."""
    return [
        Line(
            story.title,
            (story.due_on, story.last_checked, get_user_display_name(story.owner) if story.owner else ""),
            Story,
            story.pk,
            "change_note",
        )
        for story in rows
    ]


CHECKS = (("due", _("To be checked by")), ("last", _("Last checked")), ("owner", _("Who looks after it")))


def register() -> None:
    """Register the gaps of stories."""
    register_gap(
        Gap(
            "stories-without-outcome",
            _("Stories with no outcome measure"),
            _("Nothing says what changed for people. Add a measure of the kind “outcome”, if the source gives one."),
            without_outcome,
            tell_outcomes,
            first=_("Story"),
            columns=(("depth", _("Depth")), ("measures", _("Measures of other kinds"))),
        )
    )
    register_gap(
        Gap(
            "measures-without-citation",
            _("Measures without a citation"),
            _("A reader cannot look the figure up. Name the source of the measure, with the page."),
            without_citation,
            tell_measures,
            first=_("Story"),
            columns=(("indicator", _("Measure")),),
        )
    )
    register_gap(
        Gap(
            "checks-overdue",
            _("Checks that are late"),
            _("The day by which the story was to be checked has passed. Check it, or change who looks after it."),
            lambda: Story.objects.overdue().select_related("owner"),
            tell_checks,
            first=_("Story"),
            columns=CHECKS,
        )
    )
    register_gap(
        Gap(
            "checks-coming",
            _("Checks that come in the next two months"),
            _("The stories that are to be checked next."),
            lambda: Story.objects.coming().select_related("owner"),
            tell_checks,
            first=_("Story"),
            columns=CHECKS,
        )
    )
