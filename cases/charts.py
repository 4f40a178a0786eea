"""Where the marks of a chart stand. Charts are SVG made on the server, always with the figures written out beside them."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from cases.figures import Figure
from cases.models import Measure

WIDTH, LEFT, RIGHT = 360, 8, 352
LETTER = 7.3
"""Units of the drawing that a letter of a label takes, at most."""

NAMES = {
    "baseline": _("before"),
    "target": _("aimed at"),
    "result": _("reached"),
    "comparator_figure": _("compared with"),
}


@dataclass(frozen=True)
class Mark:
    """A figure on the axis: where it stands, where its label stands, and which way the label is anchored."""

    name: str
    label: str
    figure: Figure
    x: float
    x_low: float
    x_high: float
    above: bool
    label_x: float
    """The middle of the label, so that all of it lies on the drawing."""
    row: int
    """0 next to the axis, 1 one line further, where another label is in the way."""


@dataclass(frozen=True)
class MeasureChart:
    """A measure on one axis, from nothing (or the lowest figure below it) to the largest figure."""

    marks: list[Mark]
    low: str
    high: str
    line: tuple[float, float] | None
    """From the baseline to the result, or from the result to the target where there is no baseline."""
    good: bool | None
    """Whether the result is on the better side of the baseline (or reached the target); None where that is not known."""

    @property
    def tall_above(self) -> bool:
        """Whether labels above the axis take two lines."""
        return any(mark.above and mark.row for mark in self.marks)

    @property
    def tall_below(self) -> bool:
        """Whether labels below the axis take two lines."""
        return any(mark.row and not mark.above for mark in self.marks)


def measure_chart(measure: Measure) -> MeasureChart | None:
    """The chart of a measure; None where it has fewer than two figures to compare."""
    figures = measure.figures
    if len(figures) < 2:
        return None
    low = min(Decimal(0), *(figure.low for figure in figures.values()))
    high = (
        Decimal(100) if measure.unit.startswith("per cent") and largest(figures) <= 100 else round_up(largest(figures))
    )
    if high == low:
        return None

    def place(number: Decimal) -> float:
        return round(LEFT + float((number - low) / (high - low)) * (RIGHT - LEFT), 1)

    marks = []
    for name in sorted(figures, key=lambda name: (name not in {"result", "target"}, figures[name].middle)):
        figure = figures[name]
        marks.append(labelled(marks, name, figure, place(figure.middle), place(figure.low), place(figure.high)))
    places = {mark.name: mark.x for mark in marks}
    ends = [places[name] for name in ("baseline", "result", "target", "comparator_figure") if name in places][:2]
    return MeasureChart(
        marks, f"{low:f}", f"{high:,f}", (min(ends), max(ends)) if len(ends) == 2 else None, is_good(measure, figures)
    )


def labelled(marks: list[Mark], name: str, figure: Figure, x: float, x_low: float, x_high: float) -> Mark:
    """The mark with its label where it is on the drawing and touches no other: results and targets above, the rest below."""
    label = str(NAMES[name])
    half = width_of(figure, label) / 2
    label_x = round(max(half + 1, min(x, WIDTH - half - 1)), 1)

    def free(above: bool, row: int) -> bool:
        others = (mark for mark in marks if (mark.above, mark.row) == (above, row))
        return all(abs(mark.label_x - label_x) > half + width_of(mark.figure, mark.label) / 2 + 8 for mark in others)

    sides = (True, False) if name in {"result", "target"} else (False, True)
    above, row = next(((side, row) for row in (0, 1) for side in sides if free(side, row)), (False, 1))
    return Mark(name, label, figure, x, x_low, x_high, above, label_x, row)


def width_of(figure: Figure, label: str) -> float:
    """About how wide the label is, in units of the drawing."""
    return LETTER * (len(str(figure)) + 1 + len(label))


def largest(figures: dict[str, Figure]) -> Decimal:
    """The largest figure."""
    return max(figure.high for figure in figures.values())


def round_up(number: Decimal) -> Decimal:
    """The next number with one digit or a half: 1,000 for 830, 250 for 210."""
    if number <= 0:
        return Decimal(0)
    step = Decimal(10) ** number.adjusted()
    for factor in (
        Decimal(1),
        Decimal("1.5"),
        Decimal(2),
        Decimal("2.5"),
        Decimal(3),
        Decimal(4),
        Decimal(5),
        Decimal(6),
        Decimal(8),
    ):
        if number <= step * factor:
            return (step * factor).normalize() + 0
    return step * 10


def is_good(measure: Measure, figures: dict[str, Figure]) -> bool | None:
    """Whether the result went the better way."""
    against = figures.get("target") or figures.get("baseline") or figures.get("comparator_figure")
    if not measure.better or "result" not in figures or not against:
        return None
    ahead = figures["result"].middle - against.middle
    return ahead >= 0 if measure.better == "higher" else ahead <= 0
