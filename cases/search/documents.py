"""A story as a document of the index: its words, facet values, sort keys, and the card that the finder shows."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import slugify
from tantivy import Document

from cases.choices import MeasureKind, OrganisationPart
from cases.extensions import extensions
from cases.facet_values import around, organisations_of, places_of
from cases.facets import FACETS, zone_value
from cases.markdown import plain
from cases.models import Story
from cases.models.story import SECTIONS
from cases.search.reading import stories
from cases.search.sets import Values

WORD = re.compile(r"[^\W_]+")
ADAPT_LENGTH = 260
"""Letters of “Before you adapt it” that a card holds."""


BLOCK = 48
"""Places whose bits add up to one number of the engine without a loss."""


@dataclass(frozen=True)
class Entry:
    """A story as the index takes it."""

    story: int
    values: Values
    document: Document

    def at(self, place: int) -> Document:
        """Its document in that place."""
        self.document.add_unsigned("place", place)
        self.document.add_unsigned("bit", 1 << place % BLOCK)
        return self.document


def entries(ids: Iterable[int] | None = None) -> Iterator[Entry]:
    """The published stories of these ids, or all, in the order of their ids."""
    known = KnownWords() if ids is None else NoWords()
    return (entry(story, known) for story in stories(ids))


def entry(story: Story, known: "KnownWords | NoWords") -> Entry:
    """The story with its values and its document."""
    values = {facet.key: list(facet.values(story)) for facet in FACETS}
    tallies = {key: pairs for more in extensions.tallies for key, pairs in more(story).items()}
    found, title = {**card(story, values), "tallies": tallies}, sortable(story.title)
    texts = {
        "title": story.title,
        "summary": story.summary,
        "names": "\n".join(names_of(story)),
        "lessons": "\n".join([words for more in extensions.words for words in more(story)]),
        "body": "\n".join([plain(text) for text in sections_of(story)]),
    }
    document = Document(
        kind="story",
        slug=story.slug,
        **texts,
        title_words=story.title,
        vocabulary=known.rare("\n".join(texts.values())),
        sort_title=f"{title} {story.slug}",
        card=json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode(),
        **{f"f_{key}": [value for value, _label in pairs] for key, pairs in values.items() if pairs},
    )
    document.add_unsigned("story", story.pk)
    for name, number in sort_keys(story, found, title).items():
        document.add_unsigned(name, number)
    return Entry(story.pk, values | tallies, document)


def sections_of(story: Story) -> list[str]:
    """The texts of the sections that say something."""
    return [text for name in SECTIONS if (text := getattr(story, name))]


class KnownWords:
    """The words of the library so far. A word is put into the vocabulary by the first few stories that have it, not by all of them."""

    ENOUGH = 3

    def __init__(self):
        self.stories: Counter[str] = Counter()

    def rare(self, text: str) -> str:
        """The words of the text that few stories before this one had."""
        words = set(WORD.findall(text.lower()))
        found = [word for word in words if self.stories[word] < self.ENOUGH]
        self.stories.update(found)
        return " ".join(found)


class NoWords:
    """Nothing is known of the words of other stories: each may be new."""

    def rare(self, text: str) -> str:
        """All words."""
        return " ".join(set(WORD.findall(text.lower())))


def names_of(story: Story) -> list[str]:
    """The names in a story: people and groups, bodies, places, policy areas, tags."""
    return [
        *(f"{role.name} {role.job_title}" for role in story.roles.all()),
        *(body.name for body in organisations_of(story).values()),
        *places_of(story).values(),
        *(area.name for area in story.policy_areas.all()),
        *(tag.name for tag in story.tags.all()),
    ]


def card(story: Story, values: dict[str, list[tuple[str, str]]]) -> dict:
    """What the finder shows of a story, so that a page of results needs no database."""
    found = {
        "slug": story.slug,
        "title": story.title,
        "summary": story.summary,
        "result": story.result,
        "depth": story.depth,
        "zone": zone_value(story),
        "years": story.years,
        "where": [place.full_name for place in story.places.all()],
        "kinds": sorted(
            {part.organisation.kind for part in story.participations.all() if part.part == OrganisationPart.LEAD}
        ),
        "here": [
            [place.name, place.kind, place.setting, place.population, place.population_year]
            for place in story.places.all()
        ],
        "around": [[larger.name, larger.kind] for place in story.places.all() for larger in around(place)],
        "adapt": cut(plain(story.before_you_adapt_it), ADAPT_LENGTH),
        "published": story.first_published_at.isoformat() if story.first_published_at else "",
        "updated": story.last_published_at.isoformat() if story.last_published_at else "",
        "values": values,
    }
    for more in extensions.cards:
        found.update(more(story))
    return found


def cut(text: str, most: int) -> str:
    """The first whole words of the text, at most so many letters."""
    return text if len(text) <= most else f"{text[: most - 1].rpartition(' ')[0]} …"


def sortable(title: str) -> str:
    """The title as a sort key: lower case, no accents, no punctuation, no article in front."""
    words = slugify(title).split("-")
    return " ".join(words[1:] if words[0] in {"a", "an", "the"} and len(words) > 1 else words)


def sort_keys(story: Story, found: dict, title: str) -> dict[str, int]:
    """Numbers to sort by, the largest first; stories that tie stand by the first letters of their titles."""
    tie = 0xFFFFFFFF - int.from_bytes(title.encode()[:4].ljust(4, b"\0"), "big")
    moments = {"sort_newest": story.first_published_at, "sort_updated": story.last_published_at}
    keys = {name: (int(moment.timestamp()) if moment else 0) << 32 | tie for name, moment in moments.items()}
    return keys | {
        "sort_evidence": sum(found.get("balance", {}).values()) << 32 | tie,
        "sort_measured": sum(told_by(measure) for measure in story.measures.all()) << 32 | tie,
    }


def told_by(measure) -> int:
    """How much a measure tells: an outcome more than an output, one with something to compare its result with more than one without."""
    compared = bool(measure.result and (measure.baseline or measure.target or measure.comparator_figure))
    return 1 + 2 * (measure.kind != MeasureKind.OUTPUT) + 3 * compared
