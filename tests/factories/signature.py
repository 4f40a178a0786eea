"""Signatures."""

from datetime import date

import factory

from cases.models import Signature
from tests.factories.story import StoryFactory


class SignatureFactory(factory.django.DjangoModelFactory):
    """A practitioner's, without a name."""

    class Meta:
        model = Signature

    story = factory.SubFactory(StoryFactory)
    kind = "practitioner"
    given_on = date(2026, 5, 3)
