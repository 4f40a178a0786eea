"""Everything of a generated library that stories refer to: places, bodies, people, sources, lenses, lessons, tags."""

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from taggit.models import Tag

from cases.choices import OrganisationKind, PlaceKind, Setting
from cases.models import Leader, Organisation, Place, PolicyArea, Source
from lessons.models import Element, Framework, Lesson, Question
from tests.bench.words import Writer, Zipf

FOUNDED = datetime(2020, 1, 1, tzinfo=UTC)
SHOWN = {"live": True, "first_published_at": FOUNDED, "last_published_at": FOUNDED}
POLICY_AREAS = [
    "Education",
    "Families and children",
    "Policing and justice",
    "Health",
    "Social care",
    "Ageing",
    "Housing",
    "Environment and climate",
    "Culture libraries and leisure",
    "Economy and regeneration",
    "Employment and skills",
    "Community cohesion",
    "Democracy and governance",
    "Digital",
]
COUNTRIES = {
    "GB": (52.8, -1.6, 1.3), "US": (39.5, -95, 6), "AU": (-33, 147, 3), "CA": (47, -80, 4), "NZ": (-40.5, 175, 1.5),
    "IE": (53.2, -7.8, 0.8), "DE": (51, 10, 1.6), "NL": (52.2, 5.5, 0.6), "SE": (59.5, 15.5, 1.8), "DK": (55.9, 9.6, 0.6),
    "FI": (62, 25.5, 1.5), "FR": (46.8, 2.5, 1.9), "IN": (21, 78.5, 4), "BR": (-18, -46, 5), "ZA": (-29, 26, 2.5),
}  # fmt: skip
"""Each with the latitude and longitude of its middle, and how many degrees its cities lie around that."""
ELEMENTS = (9, 6, 8, 8, 8, 8, 8, 8, 8, 8)
LESSONS = 200


def slug(text: str, number: int) -> str:
    """A slug that no other record of the kind has; ours are plain letters."""
    return f"{text.lower().replace(' ', '-')[:60]}-{number}"


@dataclass
class Cast:
    """What stories draw from, each with a few that turn up often."""

    areas: Zipf
    places: Zipf
    organisations: Zipf
    leaders: Zipf
    sources: Zipf
    elements: Zipf
    lessons: Zipf
    tags: Zipf


def create_cast(size: int, random: Random, writer: Writer) -> Cast:
    """Write the cast of a library of `size` stories."""
    areas = [PolicyArea(pk=n, name=name, slug=slug(name, n), **SHOWN) for n, name in enumerate(POLICY_AREAS, 1)]
    tags = [Tag(pk=n, name=f"{writer.word()} {n}", slug=f"tag-{n}") for n in range(1, 301)]
    sources = [
        Source(pk=n, title=writer.phrase(6, 90), slug=slug("source", n), year=1980 + n, quotable=n % 3 == 0, **SHOWN)
        for n in range(1, 31)
    ]
    places = create_places(random, writer)
    bodies = [
        Organisation(
            pk=n, name=f"{writer.phrase(2, 60).title()} {n}", slug=slug(writer.word(), n), about=writer.paragraph(40),
            kind=random.choice(OrganisationKind.values), place_id=random.randint(1, len(places)), **SHOWN,
        )
        for n in range(1, min(5000, max(20, size // 20)) + 1)
    ]  # fmt: skip
    leaders = [
        Leader(pk=n, name=(name := writer.name()), slug=slug(name, n), about=writer.paragraph(30), **SHOWN)
        for n in range(1, max(20, size // 10) + 1)
    ]
    for model, rows in (
        (PolicyArea, areas), (Tag, tags), (Source, sources), (Organisation, bodies), (Leader, leaders)
    ):  # fmt: skip
        model.objects.bulk_create(rows, batch_size=1000)
    lessons, elements = create_lenses(random, writer)
    found = (areas, places, bodies, leaders, sources, elements, lessons, tags)
    return Cast(*(Zipf([row.pk for row in rows], random) for rows in found))


def create_places(random: Random, writer: Writer) -> list[Place]:
    """Some five hundred places: countries, regions within them, cities within those, neighbourhoods within these."""
    kinds = (PlaceKind.NATION, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.NEIGHBOURHOOD)
    places, level = [], [None]
    around = Random(len(COUNTRIES))
    for kind, number in zip(kinds, (len(COUNTRIES), 60, 150, 275), strict=True):
        within = Zipf(level, random)
        level = []
        for n in range(number):
            larger = within.one()
            name = writer.word().title()
            level.append(
                Place(
                    pk=len(places) + 1, name=name, slug=slug(name, len(places)), kind=kind, within=larger,
                    country=larger.country if larger else list(COUNTRIES)[n], setting=random.choice([*Setting.values, ""]), **SHOWN,
                )
            )  # fmt: skip
            places.append(level[-1])
            put_on_map(level[-1], around)
    Place.objects.bulk_create(places, batch_size=500)
    random.shuffle(places)
    return places


def put_on_map(place: Place, random: Random) -> None:
    """Give a city a point in its country, and a neighbourhood one near its city; two in ten stay without."""
    latitude, longitude, spread = COUNTRIES[str(place.country)]
    if place.kind == PlaceKind.NEIGHBOURHOOD and place.within.latitude is not None:
        latitude, longitude, spread = float(place.within.latitude), float(place.within.longitude), 0.08
    if place.kind in (PlaceKind.CITY, PlaceKind.NEIGHBOURHOOD) and random.random() < 0.8:
        place.latitude = round(random.gauss(latitude, spread), 2)
        place.longitude = round(random.gauss(longitude, spread), 2)


def create_lenses(random: Random, writer: Writer) -> tuple[list[Lesson], list[Element]]:
    """The lenses with their elements, the lessons, and the questions that lead to them."""
    lenses = [
        Framework(
            pk=n,
            order=n,
            title=writer.phrase(5, 80),
            slug=slug("lens", n),
            summary=writer.paragraph(20)[:300],
            source_id=1,
            **SHOWN,
        )
        for n in range(1, len(ELEMENTS) + 1)
    ]
    elements = []
    for lens, number in zip(lenses, ELEMENTS, strict=True):
        for n in range(number):
            pk = len(elements) + 1
            elements.append(
                Element(
                    pk=pk, framework=lens, sort_order=n, name=writer.phrase(4, 60), slug=slug("element", pk), source_id=1,
                    section="Lens", meaning=writer.section(40), mirrors=elements[n] if lens.pk == 2 else None,
                )
            )  # fmt: skip
    lessons = [
        Lesson(pk=n, sentence=writer.phrase(12, 140), slug=slug("lesson", n), explanation=writer.section(80), **SHOWN)
        for n in range(1, LESSONS + 1)
    ]
    questions = [
        Question(pk=n, question=writer.phrase(9, 95) + "?", slug=slug("question", n), **SHOWN) for n in range(1, 21)
    ]
    for model, rows in ((Framework, lenses), (Element, elements), (Lesson, lessons), (Question, questions)):
        model.objects.bulk_create(rows)
    drawn = Zipf(elements, random)
    join, ask = Lesson.elements.through, Question.lessons.through
    join.objects.bulk_create(join(lesson=lesson, element=e) for lesson in lessons for e in drawn.different(3))
    ask.objects.bulk_create(ask(question=q, lesson=lesson) for q in questions for lesson in random.sample(lessons, 8))
    return lessons, elements
