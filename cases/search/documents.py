"""A story as a document of the index: its words, facet values, sort keys, and the card that the finder shows."""

import json
from collections.abc import Iterable, Iterator
from textwrap import shorten

from django.utils.text import slugify
from tantivy import Document

from cases.choices import MeasureKind, OrganisationPart
from cases.extensions import extensions
from cases.facet_values import organisations_of, places_of
from cases.facets import FACETS, zone_value
from cases.markdown import plain
from cases.models import Story
from cases.search.reading import stories

ADAPT_LENGTH = 260
"""Letters of “Before you adapt it” that a card holds."""

LABEL = "\x1f"
"""Between a value and its label in an `l_…` field."""


def documents(ids: Iterable[int] | None = None) -> Iterator[Document]:
    """The documents of the published stories of these ids, or of all."""
    return (document(story) for story in stories(ids))


def document(story: Story) -> Document:
    """The story's document."""
    values = {facet.key: list(facet.values(story)) for facet in FACETS}
    body = "\n".join(plain(text) for _field, _label, text in story.sections)
    names = names_of(story)
    lessons = [words for more in extensions.words for words in more(story)]
    found = card(story, values)
    result = Document()
    result.add_text("kind", "story")
    result.add_unsigned("story", story.pk)
    result.add_text("slug", story.slug)
    texts = {
        "title": story.title,
        "summary": story.summary,
        "names": "\n".join(names),
        "lessons": "\n".join(lessons),
        "body": body,
    }
    for name, text in texts.items():
        result.add_text(name, text)
    result.add_text("title_words", story.title)
    result.add_text("vocabulary", "\n".join(texts.values()))
    for key, pairs in values.items():
        for value, label in pairs:
            result.add_text(f"f_{key}", value)
            result.add_text(f"l_{key}", f"{value}{LABEL}{label}")
    for name, number in sort_keys(story, found).items():
        result.add_unsigned(name, number)
    result.add_text("sort_title", f"{sortable(story.title)} {story.slug}")
    result.add_bytes("card", json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())
    return result


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
        "around": [[larger.name, larger.kind] for place in story.places.all() for larger in place.larger],
        "adapt": shorten(plain(story.before_you_adapt_it), ADAPT_LENGTH, placeholder=" …"),
        "published": story.first_published_at.isoformat() if story.first_published_at else "",
        "updated": story.last_published_at.isoformat() if story.last_published_at else "",
        "values": values,
    }
    for more in extensions.cards:
        found.update(more(story))
    return found


def sortable(title: str) -> str:
    """The title as a sort key: lower case, no accents, no punctuation, no article in front."""
    words = slugify(title).split("-")
    return " ".join(words[1:] if words[0] in {"a", "an", "the"} and len(words) > 1 else words)


def sort_keys(story: Story, found: dict) -> dict[str, int]:
    """Numbers to sort by, the largest first; stories that tie stand by the first letters of their titles."""
    tie = 0xFFFFFFFF - int.from_bytes(sortable(story.title).encode()[:4].ljust(4, b"\0"), "big")
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
