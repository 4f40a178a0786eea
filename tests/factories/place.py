"""Places."""

import factory

from cases.models import Place
from tests.factories.record import RecordFactory


class PlaceFactory(RecordFactory):
    """A city that lies within no other place."""

    class Meta:
        model = Place

    slug = factory.Sequence(lambda n: f"place-{n}")
    name = factory.Sequence(lambda n: f"Place {n}")
    country = "GB"
    kind = "city"
