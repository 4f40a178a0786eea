"""Adaptations."""

import factory

from cases.models import Adaptation
from tests.factories.story import StoryFactory


class AdaptationFactory(factory.django.DjangoModelFactory):
    """Something taken from elsewhere, or from the story `from_story`."""

    class Meta:
        model = Adaptation

    story = factory.SubFactory(StoryFactory)
    from_story = None
    from_elsewhere = factory.Maybe("from_story", yes_declaration="", no_declaration="A school in Denmark")
