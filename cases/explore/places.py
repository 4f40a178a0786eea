"""
The map: countries on the whole earth, and of each country with several places a map of its own.

Places that lie close together are one dot: it counts the stories of all of them, each once. A place counts the stories of the places that
lie within it, as everywhere in the library. Regions and nations have no one point to stand at; they are in the table.
"""

import math
from dataclasses import dataclass, field

from cases.choices import PlaceKind
from cases.explore.coast import Window, coast
from cases.explore.exploration import Exploration
from cases.models import Place
from cases.state import MOST_VALUES

WIDE = (PlaceKind.REGION, PlaceKind.NATION)
WORLD = Window(west=-170, north=78, across=2.6, down=3.1, width=936, height=416)
SIZE, MOST_TALL = 560, 720
"""The width of a country's map, and how tall it may be, in units of the drawing."""
CLOSE = 30
"""Places nearer to one another than so many units are one dot."""
FEW = 3
"""A country with fewer places than that needs no map of its own."""
LETTER = 7.2
"""Units that a letter of a name takes, at most."""
MOST_MAPS, MOST_DOTS = 3, 120
SOME_LINES, MOST_LINES = 15, 500
"""Places in the table of a country: where there are several countries, and where there is one."""


@dataclass
class Dot:
    """Places that lie close together, with the stories that happen in any of them."""

    x: float
    y: float
    values: list[str]
    names: list[str]
    count: int = 0
    url: str = ""
    radius: float = 0
    side: str = ""
    """Where the name is written: `right` or `left` of the dot, or nowhere, because another is in the way."""

    @property
    def label(self) -> str:
        """The name that is written beside it."""
        return self.names[0] + (" …" if len(self.names) > 1 else "")

    def box(self, side: str) -> tuple[float, float, float, float]:
        """About where the name would lie: left, right, top, bottom."""
        wide = LETTER * len(self.label) + 4
        left = self.x + self.radius + 3 if side == "right" else self.x - self.radius - 3 - wide
        return left, left + wide, self.y - 9, self.y + 9

    @property
    def name(self) -> str:
        """The first names, and how many more there are."""
        more = len(self.names) - 3
        return ", ".join(self.names[:3]) + (f" + {more}" if more > 0 else "")


@dataclass
class Map:
    """A drawing with its dots."""

    label: str
    window: Window
    land: str
    """One SVG path."""
    dots: list[Dot] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """A place in the table."""

    name: str
    kind: str
    count: int
    url: str


@dataclass(frozen=True)
class Country:
    """A country with its map, if it has one, and its places."""

    label: str
    count: int
    url: str
    map: Map | None
    lines: list[Line]
    places: int
    """How many places it has, in the table or not."""
    alone_url: str
    """This view of the country alone, or '' where it is alone or all its places are in the table."""


def world(exploration: Exploration) -> dict:
    """The maps and the table of places by country."""
    known = located(exploration)
    numbers, counts = exploration.numbers("country").as_dict(), exploration.numbers("place").as_dict()
    countries = exploration.on_axis("country", sorted(numbers, key=lambda value: (-numbers[value], value)))
    inside = {country: [] for country in countries}
    for value in exploration.on_axis("place", counts):
        if value in known and (country := known[value][4].lower()) in inside:
            inside[country].append(value)
    most = SOME_LINES if len(countries) > 1 else MOST_LINES
    drawn = [country for country in countries if len(points_of(inside[country], known, country)) >= FEW][:MOST_MAPS]
    return {
        "world": world_map(exploration, countries, inside, numbers, known),
        "countries": [
            country_of(exploration, country, inside[country], numbers[country], counts, known, country in drawn, most)
            for country in countries
        ],
    }


def country_of(
    exploration: Exploration,
    country: str,
    places: list[str],
    count: int,
    counts: dict,
    known: dict,
    drawn: bool,
    most: int,
) -> Country:
    """The country with its table, and with a map where it is to be drawn."""
    points = points_of(places, known, country)
    listed = lines(exploration, places, counts, known, country)
    return Country(
        exploration.label("country", country),
        count,
        exploration.link({"country": country}),
        country_map(exploration, country, points, counts, known) if drawn else None,
        listed[:most],
        len(listed),
        exploration.state.narrowed_to("country", country).url(exploration.address) if len(listed) > most else "",
    )


def points_of(places: list[str], known: dict, country: str) -> list[str]:
    """Those of the places that can stand on the country's map."""
    return [v for v in places if v in known and known[v][1] not in WIDE and at_home(known, v, country)]


def located(exploration: Exploration) -> dict[str, tuple]:
    """Every published place: (name, kind, longitude, latitude, country), the degrees None where they are not known."""
    return exploration.snapshot.remember(
        "located",
        lambda: {
            slug: (
                name,
                kind,
                float(lon) if lon is not None else None,
                float(lat) if lat is not None else None,
                country,
            )
            for slug, name, kind, lat, lon, country in Place.objects.for_map()
        },
    )


def at_home(known: dict, value: str, country: str) -> bool:
    """Whether the place lies in that country (a story in two countries counts in both) and its degrees are known."""
    return known[value][2] is not None and known[value][4].lower() == country


def country_map(exploration: Exploration, country: str, places: list[str], counts: dict, known: dict) -> Map:
    """The country's places on a map of their own."""
    window = around([known[value][2:4] for value in places])
    dots = gathered(places, counts, known, window)
    for dot in dots:
        dot.count = exploration.total_with(place=dot.values)
        dot.url = exploration.link({"place": sorted(dot.values)})
    sized(dots)
    named(dots, window)
    return Map(exploration.label("country", country), window, coast(window), dots)


def world_map(exploration: Exploration, countries: list[str], inside: dict, numbers: dict, known: dict) -> Map:
    """One dot a country, in the middle of its places."""
    dots = []
    for country in countries:
        points = [known[value][2:4] for value in inside[country] if value in known and at_home(known, value, country)]
        if points:
            middle = [sum(point[axis] for point in points) / len(points) for axis in (0, 1)]
            x, y = WORLD.place(*middle)
            name = exploration.label("country", country)
            dots.append(
                Dot(
                    round(x, 1),
                    round(y, 1),
                    [country],
                    [name],
                    numbers[country],
                    exploration.link({"country": country}),
                )
            )
    sized(dots)
    apart(dots)
    return Map("", WORLD, coast(WORLD), dots)


def around(points: list[tuple[float, float]]) -> Window:
    """A window with all the points in it, and room around them."""
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    short = max(math.cos(math.radians((south + north) / 2)), 0.2)
    wide, tall = max((east - west) * short, 0.6) * 1.35, max(north - south, 0.6) * 1.3
    scale = min(SIZE / wide, MOST_TALL / tall)
    height = max(round(tall * scale), 300)
    return Window(
        west=round((west + east) / 2 - SIZE / scale / short / 2, 3),
        north=round((south + north) / 2 + height / scale / 2, 3),
        across=round(scale * short, 3),
        down=round(scale, 3),
        width=SIZE,
        height=height,
    )


def gathered(places: list[str], counts: dict, known: dict, window: Window) -> list[Dot]:
    """The places as dots, those with most stories first; a place joins the nearest dot that is close and has room."""
    dots: list[Dot] = []
    for value in sorted(places, key=lambda value: (-counts.get(value, 0), value)):
        x, y = window.place(*known[value][2:4])
        close = [dot for dot in dots if math.hypot(dot.x - x, dot.y - y) < CLOSE and len(dot.values) < MOST_VALUES]
        if close:
            nearest = min(close, key=lambda dot: math.hypot(dot.x - x, dot.y - y))
            nearest.values.append(value)
            nearest.names.append(known[value][0])
        elif len(dots) < MOST_DOTS:
            dots.append(Dot(round(x, 1), round(y, 1), [value], [known[value][0]]))
    return dots


def sized(dots: list[Dot]) -> None:
    """Dots whose area says how many stories they stand for; the largest first, so that small ones lie on top."""
    most = max((dot.count for dot in dots), default=1)
    for dot in dots:
        dot.radius = round(9 + 15 * math.sqrt(dot.count / max(most, 1)), 1)
    dots.sort(key=lambda dot: -dot.radius)


def apart(dots: list[Dot]) -> None:
    """Move dots that overlap away from one another, a little at a time, until their numbers can be read."""
    for _step in range(40):
        overlaps = [(a, b) for n, a in enumerate(dots) for b in dots[n + 1 :] if overlap(a, b) > 0.5]
        if not overlaps:
            return
        for a, b in overlaps:
            far = math.hypot(b.x - a.x, b.y - a.y)
            across, down = ((b.x - a.x) / far, (b.y - a.y) / far) if far else (1, 0)
            push = overlap(a, b) / 2
            a.x, a.y = round(a.x - across * push, 1), round(a.y - down * push, 1)
            b.x, b.y = round(b.x + across * push, 1), round(b.y + down * push, 1)


def overlap(a: Dot, b: Dot) -> float:
    """How far the two dots reach into one another, in units."""
    return a.radius + b.radius - math.hypot(b.x - a.x, b.y - a.y)


def named(dots: list[Dot], window: Window) -> None:
    """Write the names of the dots where they touch no other dot and no other name, the largest first."""
    taken = [(dot.x - dot.radius, dot.x + dot.radius, dot.y - dot.radius, dot.y + dot.radius) for dot in dots]
    for dot in dots:
        own = (dot.x - dot.radius, dot.x + dot.radius, dot.y - dot.radius, dot.y + dot.radius)
        for side in ("right", "left"):
            box = dot.box(side)
            if box[0] > 0 and box[1] < window.width and not any(touch(box, other) for other in taken if other != own):
                dot.side = side
                taken.append(box)
                break


def touch(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    """Whether the two boxes overlap."""
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


def lines(exploration: Exploration, places: list[str], counts: dict, known: dict, country: str) -> list[Line]:
    """The country's places, those with most stories first."""
    here = [value for value in places if value in known and known[value][4].lower() == country]
    here.sort(key=lambda value: (-counts.get(value, 0), known[value][0]))
    return [
        Line(known[value][0], PlaceKind(known[value][1]).label, counts[value], exploration.link({"place": value}))
        for value in here
    ]
