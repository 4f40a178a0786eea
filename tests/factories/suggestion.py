"""Suggestions."""

import factory

from cases.models import Suggestion
from tests.factories.story import StoryFactory


class SuggestionFactory(factory.django.DjangoModelFactory):
    """A suggestion that waits, of somebody who left nothing."""

    class Meta:
        model = Suggestion

    story = factory.SubFactory(StoryFactory)
    text = factory.Sequence(lambda n: f"Thing {n} is wrong.")
