"""Pictures."""

import factory
from django.core.files.base import ContentFile

from cases.models import Picture
from tests.drawing import as_bytes


class PictureFactory(factory.django.DjangoModelFactory):
    """A picture in the public domain."""

    class Meta:
        model = Picture

    file = factory.LazyFunction(lambda: ContentFile(as_bytes(), "bus.jpg"))
    description = factory.Sequence(lambda n: f"A library bus stands at stop {n} in the rain.")
    credit = "Ada Okafor"
    licence = "public-domain"
