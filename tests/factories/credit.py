"""Who wrote a story."""

import factory

from cases.models import Credit
from tests.factories.story import StoryFactory


class CreditFactory(factory.django.DjangoModelFactory):
    """Ada, who was there."""

    class Meta:
        model = Credit

    story = factory.SubFactory(StoryFactory)
    name = "Ada Okafor"
    kind = "practitioner"
