"""Citations."""

import factory

from cases.models import Citation
from tests.factories.source import SourceFactory
from tests.factories.story import StoryFactory


class CitationFactory(factory.django.DjangoModelFactory):
    """A source of a story, without a pinpoint."""

    class Meta:
        model = Citation

    story = factory.SubFactory(StoryFactory)
    source = factory.SubFactory(SourceFactory)
