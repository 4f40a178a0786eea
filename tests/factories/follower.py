"""Followers."""

import factory

from cases.models import Follower


class FollowerFactory(factory.django.DjangoModelFactory):
    """An address that follows nothing yet."""

    class Meta:
        model = Follower

    email = factory.Sequence(lambda n: f"reader-{n}@example.org")
