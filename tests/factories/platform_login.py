"""Launches that a learning platform has announced."""

import factory

from lessons.models import PlatformLogin
from tests.factories.platform import RegistrationFactory


class PlatformLoginFactory(factory.django.DjangoModelFactory):
    """A login that waits for its launch."""

    class Meta:
        model = PlatformLogin

    registration = factory.SubFactory(RegistrationFactory)
    state = factory.Sequence(lambda n: f"state-{n}")
    nonce = "nonce"
    secret = "secret"
