"""Evidence."""

import factory

from lessons.models import Evidence
from tests.factories.lesson import LessonFactory
from tests.factories.source import SourceFactory
from tests.factories.story import StoryFactory


class EvidenceFactory(factory.django.DjangoModelFactory):
    """A supporting observation, with its heading in the source."""

    class Meta:
        model = Evidence

    story = factory.SubFactory(StoryFactory)
    lesson = factory.SubFactory(LessonFactory)
    source = factory.SubFactory(SourceFactory)
    section = "Learning from failure"
    stance = "supports"
    strength = "observed"
    what_happened = "It happened so."
