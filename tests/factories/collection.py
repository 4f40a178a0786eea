"""Collections."""

import factory

from cases.models import Collection
from tests.factories.record import RecordFactory


class CollectionFactory(RecordFactory):
    """A collection without stories; `stories` may be given as a list, in the curator's order."""

    class Meta:
        model = Collection

    slug = factory.Sequence(lambda n: f"collection-{n}")
    title = factory.Sequence(lambda n: f"Collection {n}")
    summary = "What they have in common."
    introduction = "Why they stand together."
    curator = "Ada Okafor"

    @factory.post_generation
    def stories(collection, create, stories, **kwargs):
        """What it holds, each with a note that names it."""
        if stories:
            for place, story in enumerate(stories):
                collection.collected.create(story=story, note=f"Why {story.slug}.", sort_order=place)
            collection.save()
