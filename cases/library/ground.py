"""The nouns of the ground floor: what their files hold."""

from collections.abc import Iterator

from cases.library.amounts import Degrees, Figure, MilestoneDate
from cases.library.collecting import COLLECTIONS
from cases.library.keys import Address, Choice, Country, Flag, Markdown, Ref, Text, Whole
from cases.library.many import Parts, Refs, Tags
from cases.library.nouns import Noun, register_noun
from cases.library.picture_keys import PICTURES
from cases.library.signing import CREDITS, REPLY, SIGNATURES, reply_in_order
from cases.library.standing import DAYS, UPKEEP, Formerly, standing
from cases.models import (
    Adaptation,
    Citation,
    Leader,
    Measure,
    Milestone,
    Organisation,
    Participation,
    Place,
    PolicyArea,
    Role,
    Source,
    Story,
)
from cases.models.story import SECTIONS

PINPOINT = (Ref("source", to=Source), Text("section"), Text("page", number_too=True))
"""The keys of whatever is `Cited`."""


def cited(part: dict) -> Iterator[tuple[str, str]]:
    """A section or a page needs a source."""
    if not part.get("source") and (part.get("section") or part.get("page")):
        yield "", "A section or a page needs a source. Add “source:” with the source's slug."


def years_in_order(story: dict) -> Iterator[tuple[str, str]]:
    """The last year must not lie before the first."""
    first, last = story.get("year_from"), story.get("year_to")
    if first and last and last < first:
        yield (
            "year_to",
            f"The last year, {last}, lies before the first, {first}. Write the earlier one as year_from.",
        )


def both_coordinates(place: dict) -> Iterator[tuple[str, str]]:
    """Both coordinates or neither."""
    if (place.get("latitude") is None) != (place.get("longitude") is None):
        yield "", "A place on the map needs both “latitude:” and “longitude:”. Give both, or leave both out."


def population_before_year(place: dict) -> Iterator[tuple[str, str]]:
    """The year of the population needs the population."""
    if place.get("population_year") and not place.get("population"):
        yield (
            "population_year",
            "Say how many people lived there in that year. Add “population:”, or leave the year out.",
        )


def leader_or_group(role: dict) -> Iterator[tuple[str, str]]:
    """Exactly one of a leader and a group."""
    if bool(role.get("leader")) == bool(role.get("group")):
        yield (
            "",
            "A role has either “leader:” (a slug) or “group:” (words for an unnamed group). Give exactly one.",
        )


def one_origin(adaptation: dict) -> Iterator[tuple[str, str]]:
    """Exactly one of a story and words for elsewhere."""
    if bool(adaptation.get("from_story")) == bool(adaptation.get("from_elsewhere")):
        yield (
            "",
            "An adaptation has either “from_story:” (a slug) or “from_elsewhere:” (words). Give exactly one.",
        )


def comparator_named(measure: dict) -> Iterator[tuple[str, str]]:
    """The figure of a comparator needs words for what it is of."""
    if measure.get("comparator_figure") is not None and not measure.get("comparator"):
        yield "comparator_figure", "Say in words what this figure is of. Add “comparator:”."


def in_time(milestone: dict) -> tuple[int, int]:
    """Milestones stand in the order of their dates: a whole year before its months."""
    date = Milestone.parse_date(milestone["date"])
    return date["year"], date["month"] or 0


def not_from_itself(library) -> Iterator[tuple]:
    """A story takes nothing from itself."""
    for record in library.records("stories"):
        for position, part in library.parts(record, "adaptations"):
            if part.get("from_story") == record.slug:
                message = "A story cannot take something from itself. Name another story, or use “from_elsewhere:”."
                yield record, ("adaptations", position, "from_story"), message


POLICY_AREAS = Noun(
    "policy-areas",
    PolicyArea,
    (Text("name"), Formerly(of=PolicyArea)),
    "The fields of public policy that stories belong to.",
    once="name",
)
SOURCES = Noun(
    "sources",
    Source,
    (
        Text("title"),
        Text("authors"),
        Text("publisher"),
        Whole("year", least=1400, most=2200),
        Text("isbn", number_too=True),
        Address("url"),
        Text("licence"),
        Text("allows"),
        Flag("quotable"),
        Markdown("about"),
        *standing(Source),
    ),
    "The publications that the library rests on, with their licences.",
)
PLACES = Noun(
    "places",
    Place,
    (
        Text("name"),
        Country("country"),
        Choice("kind"),
        Choice("setting"),
        Ref("within", to=Place),
        Degrees("latitude", most=90),
        Degrees("longitude"),
        Whole("population", most=2_000_000_000),
        Whole("population_year", least=1000, most=2200),
        *standing(Place),
    ),
    "Where stories happen.",
    rules=(both_coordinates, population_before_year),
    upward="within",
)
ORGANISATIONS = Noun(
    "organisations",
    Organisation,
    (Text("name"), Choice("kind"), Ref("place", to=Place), Markdown("about"), *standing(Organisation)),
    "The bodies that take part in stories.",
)
LEADERS = Noun(
    "leaders", Leader, (Text("name"), Markdown("about"), *standing(Leader)), "The people who act in stories."
)

PARTICIPATIONS = Parts(
    "organisations",
    of=Participation,
    keys=(Ref("organisation", to=Organisation), Choice("part")),
    once=(("organisation", "part"),),
    description="The bodies in the story, each with its part.",
    related="participations",
)
ROLES = Parts(
    "roles",
    of=Role,
    keys=(
        Ref("leader", to=Leader),
        Text("group"),
        Text("job_title"),
        Ref("organisation", to=Organisation),
        Choice("realm"),
        Choice("part"),
        Choice("stage"),
        Text("note"),
        *REPLY,
    ),
    rules=(leader_or_group, reply_in_order),
    known_by=("leader", "group"),
    description="Who acted in the story, in which realm, and with which part.",
)
MILESTONES = Parts(
    "milestones",
    of=Milestone,
    keys=(MilestoneDate(), Text("text"), *PINPOINT),
    rules=(cited,),
    known_by=("date",),
    description="Dated steps, in the order of their dates.",
    sort=in_time,
)
MEASURES = Parts(
    "measures",
    of=Measure,
    keys=(
        Text("indicator"),
        Choice("kind"),
        Figure("baseline"),
        Figure("target"),
        Figure("result"),
        Text("unit"),
        Text("period", number_too=True),
        Text("comparator"),
        Figure("comparator_figure"),
        Choice("better"),
        Text("note"),
        *PINPOINT,
    ),
    rules=(cited, comparator_named),
    known_by=("indicator",),
    description="Measured results, as the source gives them.",
)
ADAPTATIONS = Parts(
    "adaptations",
    of=Adaptation,
    keys=(
        Ref("from_story", to=Story),
        Text("from_elsewhere"),
        Ref("from_place", to=Place),
        Text("kept"),
        Text("changed"),
        Text("dropped"),
        Text("note"),
        *PINPOINT,
    ),
    rules=(cited, one_origin),
    known_by=("from_story", "from_elsewhere"),
    description="What this story took from another, or from elsewhere.",
)
CITATIONS = Parts(
    "sources",
    of=Citation,
    keys=PINPOINT,
    once=(("source", "section", "page"),),
    description="Every passage that the story as a whole rests on.",
    related="citations",
)
STORIES = Noun(
    "stories",
    Story,
    (
        Text("title"),
        Text("summary"),
        *(Choice(name) for name in ("result", "depth", "level", "novelty", "driver")),
        Whole("year_from"),
        Whole("year_to"),
        Refs("places", to=Place),
        Text("no_place"),
        Refs("policy_areas", to=PolicyArea),
        Ref("part_of", to=Story),
        PARTICIPATIONS,
        Tags(),
        *(Markdown(name) for name in SECTIONS),
        Text("voices_missing"),
        ROLES,
        MILESTONES,
        MEASURES,
        ADAPTATIONS,
        CITATIONS,
        SIGNATURES,
        CREDITS,
        PICTURES,
        *DAYS,
        *UPKEEP,
        *standing(Story),
    ),
    "An innovation story: what was tried against what problem, who did it, what came of it, and what to doubt.",
    folder=True,
    rules=(years_in_order,),
    upward="part_of",
    cross=(not_from_itself,),
)


def register() -> None:
    """Register the nouns of the ground floor; adding them again changes nothing."""
    for found in (POLICY_AREAS, SOURCES, PLACES, ORGANISATIONS, LEADERS, STORIES, COLLECTIONS):
        register_noun(found)
