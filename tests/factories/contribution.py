"""Contributions."""

import factory

from cases.models import Contribution


class ContributionFactory(factory.django.DjangoModelFactory):
    """A story that somebody has begun to tell."""

    class Meta:
        model = Contribution

    title = factory.Sequence(lambda n: f"Told {n}")
