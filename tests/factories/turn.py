"""How stories went from hand to hand."""

import factory

from cases.models import Turn
from tests.factories.contribution import ContributionFactory


class TurnFactory(factory.django.DjangoModelFactory):
    """It was sent, and waits for a first look."""

    class Meta:
        model = Turn

    contribution = factory.SubFactory(ContributionFactory)
    state = "held"
