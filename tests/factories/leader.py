"""Leaders."""

import factory

from cases.models import Leader
from tests.factories.record import RecordFactory


class LeaderFactory(RecordFactory):
    """A person in no story."""

    class Meta:
        model = Leader

    slug = factory.Sequence(lambda n: f"leader-{n}")
    name = factory.Sequence(lambda n: f"Leader {n}")
