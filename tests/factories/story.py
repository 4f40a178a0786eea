"""Stories."""

import factory

from cases.models import Story
from tests.factories.record import RecordFactory


class StoryFactory(RecordFactory):
    """A story of which only the least is told; `places`, `policy_areas` and `tags` may be given as lists."""

    class Meta:
        model = Story

    slug = factory.Sequence(lambda n: f"story-{n}")
    title = factory.Sequence(lambda n: f"Story {n}")
    summary = "Somebody tried something."
    result = "succeeded"
    depth = "full"

    @factory.post_generation
    def places(story, create, places, **kwargs):
        """Where it happened."""
        if places:
            story.places.set(places)
            story.save()

    @factory.post_generation
    def policy_areas(story, create, areas, **kwargs):
        """What it is about."""
        if areas:
            story.policy_areas.set(areas)
            story.save()

    @factory.post_generation
    def tags(story, create, tags, **kwargs):
        """Its tags, by name."""
        if tags:
            story.tags.add(*tags)
            story.save()
