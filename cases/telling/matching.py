"""Records of the library that somebody may mean by the words that they typed: only what readers may see."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cases.markdown import readable
from cases.models import Leader, Organisation, Place, Source, Story

MOST = 8
"""Records that are offered at once."""

SEEN = 300
"""Records with a word in common that are looked at."""

LONGEST = 200
GENERIC = {"the", "of", "and", "for", "in", "at", "a", "de", "la", "council", "city", "county", "school", "university"}
"""Words that two names may share by chance."""


@dataclass(frozen=True)
class Noun:
    """A noun that people choose records of."""

    records: Callable[[], QuerySet]
    field: str
    label: Callable
    note: Callable
    """What tells namesakes apart."""
    one_of_a_name: bool = True
    """Whether two records with the same name are rare: then the same words mean the same record."""
    new: str = ""
    """What is said of words that mean none of them."""


@dataclass(frozen=True)
class Match:
    """A record that may be meant."""

    slug: str
    name: str
    label: str
    note: str


NOUNS = {
    "places": Noun(
        lambda: Place.objects.published().for_labels(),
        "name",
        lambda place: place.full_name,
        lambda place: f"{place.get_kind_display()}, {place.country.name}",
        new=_("None of these: it is another place"),
    ),
    "organisations": Noun(
        lambda: Organisation.objects.published().for_page(),
        "name",
        str,
        lambda body: ", ".join(str(part) for part in (body.get_kind_display(), body.place) if part),
        new=_("None of these: it is another body"),
    ),
    "leaders": Noun(
        lambda: Leader.objects.published(),
        "name",
        str,
        lambda leader: _("Acts in stories of this library"),
        one_of_a_name=False,
        new=_("None of these: it is another person"),
    ),
    "stories": Noun(
        lambda: Story.objects.published(),
        "title",
        str,
        lambda story: story.years,
        new=_("None of these: it is not in this library"),
    ),
    "sources": Noun(
        lambda: Source.objects.published(),
        "title",
        str,
        lambda source: source.reference,
        new=_("None of these: it is another publication"),
    ),
}


def words_of(text: str) -> list[str]:
    """The words of a name, as they are compared."""
    return [word for word in text.casefold().replace("-", " ").replace(",", " ").replace("’", "'").split() if word]


def found(noun: str, slug: str) -> Match | None:
    """The record of that slug that readers may see, or None."""
    kind = NOUNS[noun]
    record = kind.records().filter(slug=slug).first()
    return match_of(kind, record) if record else None


def match_of(kind: Noun, record) -> Match:
    """The record as it is offered."""
    return Match(record.slug, getattr(record, kind.field), kind.label(record), str(kind.note(record)))


def matches(noun: str, text: str) -> list[Match]:
    """The records that `text` may mean, the likeliest first."""
    kind, typed = NOUNS[noun], words_of(readable(text[:LONGEST]))
    telling = [word for word in typed if word not in GENERIC and len(word) > 1] or typed
    if len("".join(telling)) < 2:
        return []
    some = reduce(operator.or_, (Q(**{f"{kind.field}__icontains": word}) for word in telling[:8]))
    ranked = [(likeness(typed, kind.label(record)), record) for record in kind.records().filter(some)[:SEEN]]
    ranked = sorted((row for row in ranked if row[0] >= 0.6), key=lambda row: (-row[0], kind.label(row[1])))
    return [match_of(kind, record) for _score, record in ranked[:MOST]]


def likeness(typed: list[str], label: str) -> float:
    """How much of the shorter name stands in the longer one, from 0 to 1; words that say little count little."""
    known = words_of(label)
    weights = {word: 0.3 if word in GENERIC else 1.0 for word in {*typed, *known}}
    in_known = sum(weights[word] for word in typed if any(other.startswith(word) for other in known))
    in_typed = sum(weights[word] for word in known if word in typed)
    return max(
        in_known / sum(weights[word] for word in typed),
        in_typed / sum(weights[word] for word in known),
    )


def meant(noun: str, text: str, among: list[Match]) -> Match | None:
    """The one record of exactly this name, where the noun's names are names of one thing."""
    same = [match for match in among if words_of(text) in (words_of(match.name), words_of(match.label))]
    return same[0] if len(same) == 1 and NOUNS[noun].one_of_a_name else None


def suggestions(noun: str, query: Mapping[str, str]) -> dict:
    """The records that the words typed so far (`q`) may mean, and what is said of words that mean none."""
    found = matches(noun, query.get("q", ""))
    return {
        "results": [{"slug": one.slug, "label": one.label, "note": one.note} for one in found],
        "new": str(NOUNS[noun].new),
    }
