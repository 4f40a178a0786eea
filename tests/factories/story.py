"""Stories."""

import factory

from cases.models import Citation, Story
from tests.factories.place import PlaceFactory
from tests.factories.record import RecordFactory
from tests.factories.source import SourceFactory


class StoryFactory(RecordFactory):
    """A story of which only the least is told; `places`, `policy_areas` and `tags` may be given as lists; `ready=True` may be published."""

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

    @factory.post_generation
    def ready(story, create, ready, **kwargs):
        """What else a story needs to be published by an editor: a place and a source."""
        if ready:
            Citation.objects.create(story=story, source=SourceFactory())
            story.places.set([PlaceFactory()])
            story.save()
