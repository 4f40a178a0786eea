"""Versions of stories."""

import factory

from cases.models import Version
from tests.factories.record import FIRST_DAY
from tests.factories.story import StoryFactory


class VersionFactory(factory.django.DjangoModelFactory):
    """The first version of a story, of which nothing is kept here."""

    class Meta:
        model = Version

    story = factory.SubFactory(StoryFactory)
    number = 1
    published_at = FIRST_DAY
