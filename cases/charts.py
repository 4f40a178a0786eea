"""Where the marks of a chart stand. Charts are SVG made on the server, always with the figures written out beside them."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from cases.figures import Figure
from cases.models import Measure

WIDTH, LEFT, RIGHT = 360, 8, 352
CLOSE = 90
"""Units of the drawing within which two labels would touch."""

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
    anchor: str
    label_x: float


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


def measure_chart(measure: Measure) -> MeasureChart | None:
    """The chart of a measure; None where it has fewer than two figures to compare."""
    figures = measure.figures
    if len(figures) < 2:
        return None
    low = min(Decimal(0), *(figure.low for figure in figures.values()))
    high = Decimal(100) if measure.unit.startswith("per cent") and largest(figures) <= 100 else round_up(largest(figures))
    if high == low:
        return None

    def place(number: Decimal) -> float:
        return round(LEFT + float((number - low) / (high - low)) * (RIGHT - LEFT), 1)

    marks = []
    for name in sorted(figures, key=lambda name: (name not in {"result", "target"}, figures[name].middle)):
        figure, x = figures[name], place(figures[name].middle)
        above = not any(mark.above and abs(mark.x - x) < CLOSE for mark in marks) and name in {"result", "target"}
        anchor = "start" if x < 60 else "end" if x > WIDTH - 60 else "middle"
        marks.append(
            Mark(name, str(NAMES[name]), figure, x, place(figure.low), place(figure.high), above, anchor, max(2.0, min(x, WIDTH - 2.0)))
        )
    places = {mark.name: mark.x for mark in marks}
    ends = [places[name] for name in ("baseline", "result", "target", "comparator_figure") if name in places][:2]
    return MeasureChart(marks, f"{low:f}", f"{high:,f}", (min(ends), max(ends)) if len(ends) == 2 else None, is_good(measure, figures))


def largest(figures: dict[str, Figure]) -> Decimal:
    """The largest figure."""
    return max(figure.high for figure in figures.values())


def round_up(number: Decimal) -> Decimal:
    """The next number with one digit or a half: 1,000 for 830, 250 for 210."""
    if number <= 0:
        return Decimal(0)
    step = Decimal(10) ** number.adjusted()
    for factor in (Decimal(1), Decimal("1.5"), Decimal(2), Decimal("2.5"), Decimal(3), Decimal(4), Decimal(5), Decimal(6), Decimal(8)):
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
