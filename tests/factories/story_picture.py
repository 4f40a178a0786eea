"""Pictures in stories."""

import factory

from cases.models import StoryPicture
from tests.factories.picture import PictureFactory
from tests.factories.story import StoryFactory


class StoryPictureFactory(factory.django.DjangoModelFactory):
    """A picture at the head of a story."""

    class Meta:
        model = StoryPicture

    story = factory.SubFactory(StoryFactory)
    picture = factory.SubFactory(PictureFactory)
    section = "lead"
