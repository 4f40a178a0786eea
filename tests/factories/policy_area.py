"""Policy areas."""

import factory

from cases.models import PolicyArea
from tests.factories.record import RecordFactory


class PolicyAreaFactory(RecordFactory):
    """A field of public policy."""

    class Meta:
        model = PolicyArea

    slug = factory.Sequence(lambda n: f"policy-{n}")
    name = factory.Sequence(lambda n: f"Policy area {n}")
