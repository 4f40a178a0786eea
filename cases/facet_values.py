"""What a story has of a facet: values with their labels, read from the story's own rows."""

from django.utils.text import slugify

from cases.models import Adaptation, Story


def chosen(story: Story, name: str) -> list[tuple[str, str]]:
    """The story's choice in the field, as a value of a facet."""
    value = getattr(story, name)
    return [(value, str(value))] if value else []


def places_of(story: Story) -> dict[str, str]:
    """The story's places, and those that they lie within."""
    return {place.slug: place.full_name for own in story.places.all() for place in (own, *own.larger)}


def origin_value(step: Adaptation) -> str:
    """Where an adaptation comes from, as a value: the slug of the story, or of the words for elsewhere."""
    if step.from_story_id:
        return step.from_story.slug
    return slugify(step.from_elsewhere)[:80] or step.from_elsewhere[:80]


def origins_of(story: Story) -> dict[str, str]:
    """Where the story took something from: other published stories, places, and what words say."""
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
    bodies = {part.organisation for part in story.participations.all()}
    return {body.slug: body for body in bodies | {role.organisation for role in story.roles.all() if role.organisation}}


def collections_of(story: Story) -> dict[str, str]:
    """The published collections that hold the story."""
    return {row.collection.slug: row.collection.title for row in story.collected.all() if row.collection.live}
