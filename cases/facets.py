"""
The facets of the finder: one small class per kind, one instance per facet.

A facet knows its parameter, which values a story has, and how a choice of values reads in the finder's sentence. Counting and
filtering is the same for all of them and belongs to the finder. To add one, see docs/how-to-add-a-facet.md.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from cases.choices import (
    Depth,
    Driver,
    Level,
    Measured,
    Novelty,
    OrganisationKind,
    Realm,
    Result,
    places_of_words,
    words_of,
)
from cases.facet_values import chosen, collections_of, country_name, organisations_of, origins_of, places_of, slugify
from cases.models import Story
from cases.wording import alike, either, in_sentence, joined, uncapitalised

ZONE_SEPARATOR = "-"
GROUP = "\x1e"


@dataclass(frozen=True)
class Facet:
    """A property by which stories can be narrowed. Several values of one facet widen; several facets narrow."""

    key: str
    """The parameter."""
    label: str | Promise
    template: str | Promise
    """How a choice reads in the sentence, with %s for the labels."""
    values: Callable[[Story], Iterable[tuple[str, str]]]
    """The values of a story, each with its label."""
    clause: bool = False
    """Whether a choice reads as what the stories do: “failed”, behind “that”."""
    singular: str | Promise = ""
    """The template after one story, where that reads differently."""
    quoted: bool = False
    """Whether labels stand in quotation marks inside the sentence."""
    lower: bool = False
    """Whether labels lose their capital inside the sentence."""
    searchable: bool = False
    """Whether the list of values can grow long."""
    opened: bool = False
    """Whether it stands open on a wide screen."""
    by_value: bool = False
    """Whether values are listed in their own order rather than the most frequent first."""
    aside: bool = False
    """Whether only links lead to it (from a map, say): it is not offered in the list of facets until it is chosen."""

    def describe(self, labels: Sequence[tuple[str, str]], total: int) -> str:
        """The part of the finder's sentence for the chosen (value, label) pairs."""
        words = [uncapitalised(label) if self.lower else str(label) for _value, label in labels]
        template = self.singular if self.singular and total == 1 else self.template
        return template % either([f"“{word}”" for word in words] if self.quoted else words)

    def show(self, value: str, label: str) -> str:
        """The label as a reader sees it, in the reader's language where that is known."""
        return label

    def group(self, label: str) -> str:
        """The heading that the value stands under, for facets that list values in groups."""
        return ""

    def order(self, value: str) -> int:
        """Where the value stands among others, for facets that list values in their own order."""
        return 0


@dataclass(frozen=True)
class ChoiceFacet(Facet):
    """A facet over a closed list of words."""

    choices: type[TextChoices] = field(kw_only=True)
    phrases: dict[str, tuple[str | Promise, str | Promise]] = field(default_factory=dict)
    """By value: how it reads after one story, and after several."""

    def describe(self, labels, total):
        """As phrases where the facet has them (“that failed or were mixed”)."""
        if not self.phrases:
            return super().describe([(value, self.show(value, label)) for value, label in labels], total)
        return self.template % either([str(self.phrases[value][total != 1]) for value, _label in labels])

    def show(self, value, label):
        """The choice's label, translated."""
        return words_of(self.choices, get_language()).get(value, label)

    def order(self, value):
        """In the order of the list of words."""
        return places_of_words(self.choices).get(value, len(self.choices))


@dataclass(frozen=True)
class WhereFacet(Facet):
    """A facet over countries or places."""

    def describe(self, labels, total):
        """“in the United Kingdom or Portugal”."""
        return super().describe([(value, in_sentence(label)) for value, label in labels], total)


@dataclass(frozen=True)
class GroupedFacet(Facet):
    """A facet whose values stand in groups; a label is the group and the label proper, with GROUP between them."""

    def show(self, value, label):
        """The label proper."""
        return label.rpartition(GROUP)[2]

    def group(self, label):
        """The group's heading."""
        return label.rpartition(GROUP)[0]


@dataclass(frozen=True)
class ZoneFacet(Facet):
    """The exact overlap of realms in which those acted who led."""

    def describe(self, labels, total):
        """“led by political and community leaders”."""
        return self.template % either([leaders_of(value) for value, _label in labels])

    def show(self, value, label):
        """The realms by name, translated."""
        return zone_in(value, get_language())

    def order(self, value):
        """One realm before two, two before three."""
        realms = value.split(ZONE_SEPARATOR)
        return len(realms) * 100 + sum(Realm.values.index(realm) for realm in realms if realm in Realm.values)


SHORT_REALMS = {Realm.POLITICAL: _("political"), Realm.MANAGERIAL: _("managerial"), Realm.COMMUNITY: _("community")}


def leaders_of(zone: str) -> str:
    """The zone as words: political and community leaders."""
    realms = [str(SHORT_REALMS[realm]) for realm in Realm if realm in zone.split(ZONE_SEPARATOR)]
    template = gettext("%s leaders") if len(realms) > 1 else gettext("%s leaders alone")
    return template % joined(realms, gettext("and"))


def zone_label(zone: str) -> str:
    """The zone as a label: Political + managerial."""
    realms = [str(SHORT_REALMS[realm]) for realm in Realm if realm in zone.split(ZONE_SEPARATOR)]
    if len(realms) == len(Realm):
        return gettext("All three realms")
    text = " + ".join(realms) if len(realms) > 1 else gettext("%s alone") % "".join(realms)
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1000)
def zone_in(zone: str, language: str) -> str:
    """The zone as a label in the language."""
    return zone_label(zone)


def zone_value(story: Story) -> str:
    """The story's zone as a value: political-community, or '' where nobody is known to have led."""
    return ZONE_SEPARATOR.join(story.zone)


FACETS: list[Facet] = [
    Facet(
        "policy", _("Policy area"), _("about %s"), lower=True, opened=True,
        values=lambda story: [(area.slug, area.name) for area in story.policy_areas.all()],
    ),
    ChoiceFacet(
        "result", _("Result"), "%s", choices=Result, opened=True, by_value=True, clause=True,
        values=lambda story: chosen(story, "result"),
        phrases={
            Result.SUCCEEDED: alike(_("succeeded")),
            Result.MIXED: (_("was mixed"), _("were mixed")),
            Result.FAILED: alike(_("failed")),
            Result.TOO_EARLY: (_("is too early to judge"), _("are too early to judge")),
            Result.NOT_STATED: (_("has no stated result"), _("have no stated result")),
        },
    ),
    ZoneFacet(
        "zone", _("Who led together"), _(", led by %s"), by_value=True,
        values=lambda story: [(zone, zone)] if (zone := zone_value(story)) else [],
    ),
    ChoiceFacet(
        "realm", _("Realm of anyone in it"), _("with somebody from the %s realm"), choices=Realm, lower=True, by_value=True,
        values=lambda story: {role.realm: role.realm for role in story.roles.all()}.items(),
    ),
    WhereFacet(
        "country", _("Country"), _("in %s"),
        values=lambda story: {p.country.code.lower(): country_name(p.country.code) for p in story.places.all()}.items(),
    ),
    WhereFacet("place", _("Place"), _("in %s"), searchable=True, values=lambda story: places_of(story).items()),
    ChoiceFacet(
        "orgkind", _("Kind of body"), _("with %s"), choices=OrganisationKind,
        values=lambda story: {body.kind: body.kind for body in organisations_of(story).values()}.items(),
        phrases={
            OrganisationKind.SCHOOL: alike(_("a school")),
            OrganisationKind.POLICE_FORCE: alike(_("a police force")),
            OrganisationKind.COUNCIL: alike(_("a council")),
            OrganisationKind.HEALTH_BODY: alike(_("a health body")),
            OrganisationKind.CENTRAL_GOVERNMENT: alike(_("a body of central government")),
            OrganisationKind.LIBRARY_BOARD: alike(_("a library board")),
            OrganisationKind.SOCIAL_ENTERPRISE: alike(_("a social enterprise")),
            OrganisationKind.CHARITY: alike(_("a charity or foundation")),
            OrganisationKind.BUSINESS: alike(_("a business")),
            OrganisationKind.UNIVERSITY: alike(_("a university")),
            OrganisationKind.PARTNERSHIP: alike(_("a partnership")),
            OrganisationKind.OTHER: alike(_("another kind of body")),
        },
    ),
    Facet(
        "organisation", _("Organisation"), _("with %s"), searchable=True,
        values=lambda story: [(slug, body.name) for slug, body in organisations_of(story).items()],
    ),
    Facet(
        "leader", _("Leader"), _("with %s"), searchable=True,
        values=lambda story: {r.leader.slug: r.leader.name for r in story.roles.all() if r.leader_id}.items(),
    ),
    ChoiceFacet(
        "measure", _("What is measured"), _("with %s"), choices=Measured, by_value=True,
        values=lambda story: {m.kind: m.kind for m in story.measures.all()}.items() or [(Measured.NONE.value,) * 2],
        phrases={
            Measured.OUTCOME: alike(_("a measured outcome")),
            Measured.OUTPUT: alike(_("a measured output")),
            Measured.SOCIAL_CAPITAL: alike(_("measured social capital")),
            Measured.NONE: alike(_("nothing measured")),
        },
    ),
    Facet(
        "lineage", _("Lineage"), "%s", lower=True, aside=True, clause=True,
        values=lambda story: [("adapted", gettext("Adapted something"))] if origins_of(story) else [],
    ),
    Facet(
        "origin", _("Taken from"), _("took something from %s"), searchable=True, clause=True,
        values=lambda story: origins_of(story).items(),
    ),
    ChoiceFacet(
        "level", _("Level"), _("at %s level"), choices=Level, lower=True, by_value=True,
        values=lambda story: chosen(story, "level"),
    ),
    ChoiceFacet(
        "novelty", _("Novelty"), _("of %s innovation"), choices=Novelty, lower=True, by_value=True,
        values=lambda story: chosen(story, "novelty"),
    ),
    ChoiceFacet(
        "driver", _("What drove it"), _("driven by %s"), choices=Driver, lower=True, by_value=True,
        values=lambda story: chosen(story, "driver"),
    ),
    Facet(
        "decade", _("Decade"), _("from the %s"), by_value=True,
        values=lambda story: [(f"{decade}s", f"{decade}s") for decade in story.decades],
    ),
    Facet(
        "tag", _("Tag"), _("tagged %s"), searchable=True,
        values=lambda story: {slugify(tag.name): tag.name for tag in story.tags.all()}.items(),
    ),
    Facet(
        "collection", _("Collection"), _("in the collection “%s”"), searchable=True,
        values=lambda story: collections_of(story).items(),
    ),
    Facet(
        "source", _("Source"), _("told in %s"), searchable=True,
        values=lambda story: {c.source.slug: c.source.title for c in story.citations.all()}.items(),
    ),
    ChoiceFacet(
        "depth", _("How fully told"), _("%s"), choices=Depth, by_value=True,
        values=lambda story: chosen(story, "depth"),
        phrases={
            Depth.FULL: alike(_("told in full")),
            Depth.SHORT: alike(_("told briefly")),
            Depth.MENTION: alike(_("only mentioned")),
        },
    ),
]  # fmt: skip


def facet_of(key: str) -> Facet:
    """The facet of that parameter."""
    return next(facet for facet in FACETS if facet.key == key)


def register_facet(facet: Facet, *, after: str) -> None:
    """Add a facet behind the one with the key `after`; a key that is there already is refused."""
    keys = [known.key for known in FACETS]
    if facet.key in keys:
        raise ValueError(f"There is a facet “{facet.key}” already. Choose another key.")
    FACETS.insert(keys.index(after) + 1, facet)
