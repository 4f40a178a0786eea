"""The sheets of the ground floor."""

from django.utils.translation import gettext_lazy as _

from cases.choices import LEADING_PARTS, Realm
from cases.sheets.columns import OWNER
from cases.sheets.registry import Sheet, register_sheet


def zone(story: dict) -> str:
    """The realms of those who led, as the finder names the zone."""
    leading = {role["realm"] for role in story.get("roles", []) if role["part"] in LEADING_PARTS}
    return "-".join(realm for realm in Realm if realm in leading)


STORIES = Sheet(
    "stories",
    _("Stories"),
    "stories",
    example={
        OWNER: "riverside-market",
        "title": "The market that moved indoors for one winter",
        "summary": "Traders lost two days in five to flooding. The council lent them a bus garage, and half of them stayed.",
        "result": "mixed",
        "depth": "short",
        "level": "organisational",
        "novelty": "incremental",
        "driver": "user",
        "year_from": 2004,
        "year_to": 2005,
        "places": ["riverside"],
        "policy_areas": ["economy-and-regeneration"],
        "tags": ["markets", "empty buildings"],
        "problem": "The stalls stood under water two days in five.",
    },
    facts=((_("Zone"), zone),),
)
PARTICIPATIONS = Sheet(
    "participations",
    _("Organisations in stories"),
    "stories",
    "organisations",
    {OWNER: "riverside-market", "organisation": "riverside-council", "part": "lead"},
)
ROLES = Sheet(
    "roles",
    _("Roles"),
    "stories",
    "roles",
    {
        OWNER: "riverside-market",
        "group": "The traders",
        "realm": "community",
        "part": "envisioned",
        "stage": "idea",
        "note": "Asked for the garage.",
    },
)
MILESTONES = Sheet(
    "milestones",
    _("Milestones"),
    "stories",
    "milestones",
    {OWNER: "riverside-market", "date": "2004-11", "text": "The first market day under a roof."},
)
MEASURES = Sheet(
    "measures",
    _("Measures"),
    "stories",
    "measures",
    {
        OWNER: "riverside-market",
        "indicator": "Market days lost to flooding",
        "kind": "outcome",
        "baseline": 40,
        "target": "less than 10",
        "result": "about 5",
        "unit": "per cent",
        "period": "winter 2004–05",
        "better": "lower",
    },
)
ADAPTATIONS = Sheet(
    "adaptations",
    _("Adaptations"),
    "stories",
    "adaptations",
    {
        OWNER: "riverside-market",
        "from_elsewhere": "Indoor markets in neighbouring towns",
        "kept": "Fixed pitches.",
        "changed": "One winter only.",
    },
)
CITATIONS = Sheet(
    "citations",
    _("Citations"),
    "stories",
    "sources",
    {OWNER: "riverside-market", "source": "riverside-review-2006", "section": "Trading", "page": "12"},
)
CREDITS = Sheet(
    "credits",
    _("Credits"),
    "stories",
    "credits",
    {OWNER: "riverside-market", "name": "Jo Waters", "kind": "practitioner", "part": "Managed the market."},
)
ORGANISATIONS = Sheet(
    "organisations",
    _("Organisations"),
    "organisations",
    example={OWNER: "riverside-council", "name": "Riverside Council", "kind": "council", "place": "riverside"},
)
LEADERS = Sheet(
    "leaders",
    _("Leaders"),
    "leaders",
    example={OWNER: "jo-waters", "name": "Jo Waters", "about": "Managed the market from 1999."},
)
PLACES = Sheet(
    "places",
    _("Places"),
    "places",
    example={
        OWNER: "riverside",
        "name": "Riverside",
        "country": "GB",
        "kind": "borough",
        "setting": "urban",
        "population": 61000,
        "population_year": 2001,
    },
)
SOURCES = Sheet(
    "sources",
    _("Sources"),
    "sources",
    example={
        OWNER: "riverside-review-2006",
        "title": "Riverside Review",
        "publisher": "Riverside Council",
        "year": 2006,
        "licence": "Open Government Licence 3.0",
        "allows": "Copying with attribution.",
        "quotable": True,
    },
)
POLICY_AREAS = Sheet(
    "policy-areas", _("Policy areas"), "policy-areas", example={OWNER: "transport", "name": "Transport"}
)
COLLECTIONS = Sheet(
    "collections",
    _("Collections"),
    "collections",
    example={
        OWNER: "under-one-roof",
        "title": "Under one roof",
        "summary": "What came of putting several things into one building.",
        "curator": "the editors",
    },
)
COLLECTED = Sheet(
    "collected",
    _("Stories in collections"),
    "collections",
    "stories",
    {OWNER: "under-one-roof", "story": "riverside-market", "note": "A roof was all it took, for one winter."},
)


def register() -> None:
    """Register the sheets of the ground floor; adding them again changes nothing."""
    for found in (STORIES, PARTICIPATIONS, ROLES, MILESTONES, MEASURES, ADAPTATIONS, CITATIONS, CREDITS):
        register_sheet(found)
    for found in (ORGANISATIONS, LEADERS, PLACES, SOURCES, POLICY_AREAS, COLLECTIONS, COLLECTED):
        register_sheet(found)
