"""Stories in collections."""

import factory

from cases.models import CollectedStory
from tests.factories.collection import CollectionFactory
from tests.factories.story import StoryFactory


class CollectedStoryFactory(factory.django.DjangoModelFactory):
    """A story in a collection, with a note."""

    class Meta:
        model = CollectedStory

    collection = factory.SubFactory(CollectionFactory)
    story = factory.SubFactory(StoryFactory)
    note = "It shows how it begins."
