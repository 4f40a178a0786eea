"""The chart of a measure as a picture of its own: an SVG file with its colours inside, which needs neither style sheet nor server."""

from lxml import etree

from cases.charts import MeasureChart
from cases.models import Measure
from lessons.courses.cartridge.xml import Maker, written

PAPER, INK, QUIET, ACCENT, GOOD, BAD = "#fbf9f4", "#1f1c18", "#5b554b", "#0b5a64", "#27653a", "#a1262b"
MIDDLE = 44
ROWS = {(True, 0): 25, (True, 1): 9, (False, 0): 73, (False, 1): 89}
"""Where the words of a mark stand: above the axis or below it, next to it or one line further."""


def chart_svg(measure: Measure, chart: MeasureChart, said: str) -> bytes:
    """The picture; `said` is what it shows, in words."""
    make = Maker("http://www.w3.org/2000/svg")
    root = make.root("svg", viewBox="0 -8 360 104", role="img")
    make.add(root, "title", measure.indicator)
    make.add(root, "desc", said)
    make.add(root, "rect", x="0", y="-8", width="360", height="104", fill=PAPER)
    colour = {True: GOOD, False: BAD}.get(chart.good, ACCENT)
    _line(make, root, 8, 352, QUIET, "1")
    if chart.line:
        _line(make, root, *chart.line, colour, "3")
    for mark in chart.marks:
        if mark.x_low != mark.x_high:
            _line(make, root, mark.x_low, mark.x_high, QUIET, "5")
        _sign(make, root, mark, colour)
        style = {"font-family": "Georgia, serif", "font-size": "13", "text-anchor": "middle"}
        words = make.add(root, "text", f"{mark.figure} {mark.label}", x=mark.label_x, y=ROWS[mark.above, mark.row])
        for name, value in {**style, "fill": INK}.items():
            words.set(name, value)
    return written(root)


def _line(make: Maker, root: etree._Element, start: float, end: float, colour: str, width: str) -> None:
    line = make.add(root, "line", x1=start, y1=MIDDLE, x2=end, y2=MIDDLE, stroke=colour)
    line.set("stroke-width", width)


def _sign(make: Maker, root: etree._Element, mark, colour: str) -> None:
    """A ring before, a dot for what was reached, a bar for what was aimed at, a diamond for what it is compared with."""
    if mark.name == "target":
        found = make.add(root, "path", d=f"M{mark.x} 33v22", stroke=INK)
    elif mark.name == "comparator_figure":
        found = make.add(root, "path", d=f"M{mark.x} 37l7 7-7 7-7-7z", stroke=INK, fill=PAPER)
    else:
        fill = PAPER if mark.name == "baseline" else colour
        found = make.add(root, "circle", cx=mark.x, cy=MIDDLE, r="6.5", stroke=colour, fill=fill)
    found.set("stroke-width", "2")
