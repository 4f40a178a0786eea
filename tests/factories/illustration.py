"""Illustrations."""

import factory

from lessons.models import Illustration
from tests.factories.element import ElementFactory
from tests.factories.story import StoryFactory


class IllustrationFactory(factory.django.DjangoModelFactory):
    """A story that its source names under an element."""

    class Meta:
        model = Illustration

    story = factory.SubFactory(StoryFactory)
    element = factory.SubFactory(ElementFactory)
