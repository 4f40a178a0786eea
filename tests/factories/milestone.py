"""Dated steps."""

import factory

from cases.models import Milestone
from tests.factories.story import StoryFactory


class MilestoneFactory(factory.django.DjangoModelFactory):
    """Something that happened in 1995."""

    class Meta:
        model = Milestone

    story = factory.SubFactory(StoryFactory)
    year = 1995
    text = "It began."
