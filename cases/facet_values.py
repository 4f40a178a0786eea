"""What a story has of a facet: values with their labels, read from the story's own rows."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.utils import text
from django_countries import countries

from cases.models import Adaptation, Place, Story

slugify = lru_cache(maxsize=10_000)(text.slugify)
"""Names turn up again and again."""


def once(story: Story, name: str, find_out: Callable[[Story], Any]) -> Any:
    """What `find_out` answers; of a story that is read for the index, which does not change, it is asked once."""
    if isinstance(story, Story):
        return find_out(story)
    known = story.__dict__
    if name not in known:
        known[name] = find_out(story)
    return known[name]


@lru_cache(maxsize=1000)
def country_name(code: str) -> str:
    """The country's name in the library's language, in which the index is written."""
    return countries.name(code)


def chosen(story: Story, name: str) -> list[tuple[str, str]]:
    """The story's choice in the field, as a value of a facet."""
    value = getattr(story, name)
    return [(value, str(value))] if value else []


def places_of(story: Story) -> dict[str, str]:
    """The story's places, and those that they lie within."""
    return once(story, "_places_of", _places_of)


def _places_of(story: Story) -> dict[str, str]:
    return {place.slug: place.full_name for own in story.places.all() for place in (own, *around(own))}


def around(place: Place) -> list[Place]:
    """The places that this one lies within, nearest first; found out once for each that is read for the index."""
    known = place.__dict__
    if "_around" not in known:
        known["_around"] = place.larger
    return known["_around"]


def origin_value(step: Adaptation) -> str:
    """Where an adaptation comes from, as a value: the slug of the story, or of the words for elsewhere."""
    if step.from_story_id:
        return step.from_story.slug
    return text.slugify(step.from_elsewhere)[:80] or step.from_elsewhere[:80]


def origins_of(story: Story) -> dict[str, str]:
    """Where the story took something from: other published stories, places, and what words say."""
    return once(story, "_origins_of", _origins_of)


def _origins_of(story: Story) -> dict[str, str]:
    found = {}
    for step in story.adaptations.all():
        if step.from_story_id and not step.from_story.live:
            continue
        found[origin_value(step)] = step.from_story.title if step.from_story_id else step.from_elsewhere
        if step.from_place_id:
            found[step.from_place.slug] = step.from_place.full_name
    return found


def organisations_of(story: Story) -> dict:
    """Every body in the story, whether it takes part itself or somebody acts for it."""
    return once(story, "_organisations_of", _organisations_of)


def _organisations_of(story: Story) -> dict:
    bodies = {part.organisation for part in story.participations.all()}
    return {body.slug: body for body in bodies | {role.organisation for role in story.roles.all() if role.organisation}}


def collections_of(story: Story) -> dict[str, str]:
    """The published collections that hold the story."""
    return {row.collection.slug: row.collection.title for row in story.collected.all() if row.collection.live}
