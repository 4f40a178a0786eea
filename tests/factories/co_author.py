"""The people who tell a story."""

import factory

from cases.models import CoAuthor
from tests.factories.contribution import ContributionFactory


class CoAuthorFactory(factory.django.DjangoModelFactory):
    """Ada, of whom nobody knows yet whether the address is hers."""

    class Meta:
        model = CoAuthor

    contribution = factory.SubFactory(ContributionFactory)
    name = "Ada Okafor"
    email = factory.Sequence(lambda n: f"ada{n}@example.org")
