"""Measured results."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import Better, MeasureKind, not_empty, one_of
from cases.figures import Figure, FigureField, parse_figure
from cases.models.cited import Cited
from cases.models.placed import Placed

CURRENCIES = ("£", "$", "€")
FIGURES = ("baseline", "target", "result", "comparator_figure")


class MeasureQuerySet(models.QuerySet):
    """Lists of measures."""

    def of_stories(self, ids):
        """The measures of these stories, each with its story's name and address."""
        own = [field.name for field in self.model._meta.concrete_fields]
        named = self.select_related("story").only(*own, "story__slug", "story__title")
        return named.filter(story__in=ids).order_by("story_id", "sort_order", "pk")


class Measure(Cited, Placed):
    """A measured result, as the source gives it. What the source leaves out stays blank."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="measures")
    indicator = models.CharField(_("indicator"), max_length=150, help_text=_("What is counted."))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=MeasureKind,
        help_text=_("An output counts what was done; an outcome, what changed for people."),
    )
    baseline = FigureField(_("baseline"))
    target = FigureField(_("target"))
    result = FigureField(_("result"))
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    period = models.CharField(_("period"), max_length=150, blank=True)
    comparator = models.CharField(_("compared with"), max_length=150, blank=True)
    comparator_figure = FigureField(_("figure of the comparator"))
    better = models.CharField(_("which direction is better"), max_length=10, choices=Better, blank=True)
    note = models.CharField(_("note"), max_length=400, blank=True)

    objects = MeasureQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            *Cited.Meta.constraints,
            not_empty("measure", "indicator"),
            one_of("measure", "kind", MeasureKind),
            one_of("measure", "better", Better, blank=True),
            models.CheckConstraint(
                name="measure_comparator_named",
                condition=models.Q(comparator_figure="") | ~models.Q(comparator=""),
                violation_error_message=_("Say in words what the comparator's figure is of."),
            ),
        ]

    def __str__(self):
        return self.indicator

    def say(self, name: str) -> str:
        """The figure of that name in words, with its unit: about 80 per cent, £8 million."""
        sign = self.unit[:1] if self.unit[:1] in CURRENCIES else ""
        return f"{self.figures[name].say(sign)} {self.unit.removeprefix(sign).strip()}".strip()

    @property
    def said(self) -> dict[str, str]:
        """Every figure that the source gives, in words, by name."""
        return {name: self.say(name) for name in self.figures}

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures that the source gives, by name, in the order baseline, target, result, comparator_figure."""
        return {name: figure for name in FIGURES if (figure := parse_figure(getattr(self, name)))}
