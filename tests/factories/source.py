"""Sources."""

import factory

from cases.models import Source
from tests.factories.record import RecordFactory


class SourceFactory(RecordFactory):
    """A publication without a licence."""

    class Meta:
        model = Source

    slug = factory.Sequence(lambda n: f"source-{n}")
    title = factory.Sequence(lambda n: f"Source {n}")
