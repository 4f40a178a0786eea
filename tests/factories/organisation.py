"""Organisations."""

import factory

from cases.models import Organisation
from tests.factories.record import RecordFactory


class OrganisationFactory(RecordFactory):
    """A council."""

    class Meta:
        model = Organisation

    slug = factory.Sequence(lambda n: f"organisation-{n}")
    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = "council"
