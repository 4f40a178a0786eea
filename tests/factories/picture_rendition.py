"""The sizes of pictures."""

import factory
from django.core.files.base import ContentFile

from cases.models import PictureRendition
from tests.drawing import as_bytes, drawing
from tests.factories.picture import PictureFactory


class PictureRenditionFactory(factory.django.DjangoModelFactory):
    """A small JPEG."""

    class Meta:
        model = PictureRendition

    image = factory.SubFactory(PictureFactory)
    filter_spec = "width-200"
    file = factory.LazyFunction(lambda: ContentFile(as_bytes(drawing(200, 150)), "bus.width-200.jpg"))
