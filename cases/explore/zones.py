"""Innovation zones: the three realms as a Venn diagram, with the stories in each of its seven regions and who acted there."""

import math
from dataclasses import dataclass

from cases.choices import Realm
from cases.explore.exploration import Exploration
from cases.facets import ZONE_SEPARATOR, facet_of, zone_label
from cases.matching import ALL_VALUES
from cases.search.counts import ToldCounts

RADIUS = 150.0
CENTRES = {Realm.POLITICAL: (230.0, 190.0), Realm.MANAGERIAL: (390.0, 190.0), Realm.COMMUNITY: (310.0, 326.0)}
ZONES = [
    "political",
    "managerial",
    "community",
    "political-managerial",
    "political-community",
    "managerial-community",
    "political-managerial-community",
]
NOTHING = ToldCounts({}, {})
MOST_NAMES = 4
"""Kinds of body and people named for a zone."""


@dataclass(frozen=True)
class Named:
    """A value that is frequent in a zone, with its stories there."""

    label: str
    count: int
    url: str


@dataclass(frozen=True)
class Zone:
    """A region of the diagram."""

    value: str
    label: str
    count: int
    url: str
    path: str
    """The outline of the region."""
    x: float
    y: float
    """Where its number stands."""
    bodies: list[Named]
    people: list[Named]


def zones(exploration: Exploration) -> dict:
    """The seven regions, and in how many stories nobody is known to have led."""
    found = exploration.crossed("zone", ["orgkind", "leader"])
    numbers = exploration.numbers("zone")
    regions = [region(exploration, value, numbers.get(value), found.get(value, {})) for value in ZONES]
    return {"zones": regions, "unknown": exploration.total_on("zone") - sum(numbers.as_dict().values())}


def region(exploration: Exploration, value: str, count: int, inside: dict) -> Zone:
    """A zone with who acted there."""
    realms = value.split(ZONE_SEPARATOR)
    x, y = middle(realms)

    def named(key: str) -> list[Named]:
        counts = inside.get(key, NOTHING)
        chosen = exploration.state.chosen.get(key)
        facet = facet_of(key)
        frequent = counts.first(ALL_VALUES if chosen else MOST_NAMES, facet.show)
        return [
            Named(exploration.label_of(facet, name), counts.get(name), exploration.link({"zone": value, key: name}))
            for name in exploration.on_axis(key, frequent)[:MOST_NAMES]
        ]

    url = exploration.link({"zone": value}) if count else ""
    return Zone(value, zone_label(value), count, url, outline(realms), x, y, named("orgkind"), named("leader"))


def middle(realms: list[str]) -> tuple[float, float]:
    """Where the number of the region stands: towards its circles, away from the others."""
    whole = [sum(centre[axis] for centre in CENTRES.values()) / 3 for axis in (0, 1)]
    own = [sum(CENTRES[realm][axis] for realm in realms) / len(realms) for axis in (0, 1)]
    away = {1: 1.55, 2: 2.1, 3: 0.0}[len(realms)]
    return tuple(round(whole[axis] + (own[axis] - whole[axis]) * away, 1) for axis in (0, 1))


def outline(realms: list[str]) -> str:
    """The region that lies in the circles of these realms and in no other, as an SVG path of arcs."""
    corners = [
        (point, {a, b})
        for a, b in ((a, b) for i, a in enumerate(CENTRES) for b in list(CENTRES)[i + 1 :])
        for point in meetings(CENTRES[a], CENTRES[b])
        if all(holds(realm, point) == (realm in realms) for realm in CENTRES if realm not in {a, b})
    ]
    arcs = {realm: arc_of(realm, [point for point, on in corners if realm in on], realms) for realm in CENTRES}
    return joined_up([arc for arc in arcs.values() if arc])


def arc_of(realm: str, ends: list[tuple[float, float]], realms: list[str]) -> tuple | None:
    """The part of the realm's circle that bounds the region: (from, to, large), clockwise; None where no part of it does."""
    if len(ends) != 2:
        return None
    centre = CENTRES[realm]
    angles = [math.atan2(y - centre[1], x - centre[0]) for x, y in ends]
    for (start, first), (_end, last) in ((z := list(zip(ends, angles, strict=True))), z[::-1]):
        span = (last - first) % (2 * math.pi)
        half = first + span / 2
        point = (centre[0] + RADIUS * math.cos(half), centre[1] + RADIUS * math.sin(half))
        if all(holds(other, point) == (other in realms) for other in CENTRES if other != realm):
            return start, _end, span > math.pi
    return None


def joined_up(arcs: list[tuple]) -> str:
    """The arcs one after another, each drawn the way that it continues the last."""
    start, here, large = arcs[0]
    path = f"M{start[0]} {start[1]}" + drawn(here, large, 1)
    left = arcs[1:]
    while left:
        arc = next(arc for arc in left if near(arc[0], here) or near(arc[1], here))
        left.remove(arc)
        forwards = near(arc[0], here)
        here = arc[1] if forwards else arc[0]
        path += drawn(here, arc[2], int(forwards))
    return path + "Z"


def drawn(end: tuple[float, float], large: bool, sweep: int) -> str:
    """An arc to `end`, as part of a path."""
    return f"A{RADIUS:g} {RADIUS:g} 0 {int(large)} {sweep} {end[0]} {end[1]}"


def meetings(a: tuple[float, float], b: tuple[float, float]) -> list[tuple[float, float]]:
    """The two points where the circles around `a` and `b` meet."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    apart = math.hypot(dx, dy)
    rise = math.sqrt(RADIUS**2 - (apart / 2) ** 2)
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    return [(round(x + side * rise * -dy / apart, 1), round(y + side * rise * dx / apart, 1)) for side in (1, -1)]


def holds(realm: str, point: tuple[float, float]) -> bool:
    """Whether the point lies in the realm's circle."""
    centre = CENTRES[realm]
    return math.hypot(point[0] - centre[0], point[1] - centre[1]) < RADIUS


def near(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether the two are one corner."""
    return math.hypot(a[0] - b[0], a[1] - b[1]) < 1
