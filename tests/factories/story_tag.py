"""Tags, and tags on stories."""

import factory
from taggit.models import Tag

from cases.models import StoryTag
from tests.factories.record import NumberedFactory
from tests.factories.story import StoryFactory


class TagFactory(NumberedFactory):
    """A tag on nothing."""

    class Meta:
        model = Tag

    name = factory.Sequence(lambda n: f"tag {n}")
    slug = factory.Sequence(lambda n: f"tag-{n}")


class StoryTagFactory(factory.django.DjangoModelFactory):
    """One tag on one story."""

    class Meta:
        model = StoryTag

    tag = factory.SubFactory(TagFactory)
    content_object = factory.SubFactory(StoryFactory)
