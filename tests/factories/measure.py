"""Measures."""

import factory

from cases.models import Measure
from tests.factories.story import StoryFactory


class MeasureFactory(factory.django.DjangoModelFactory):
    """An outcome without figures."""

    class Meta:
        model = Measure

    story = factory.SubFactory(StoryFactory)
    indicator = "Reoffending"
    kind = "outcome"
