"""Sheets of rounds."""

import factory

from lessons.models import Sheet
from tests.factories.round import RoundFactory


class SheetFactory(factory.django.DjangoModelFactory):
    """A sheet of somebody on the staff, not handed in."""

    class Meta:
        model = Sheet

    round = factory.SubFactory(RoundFactory)
    key_hash = factory.Sequence(lambda n: f"sheet-{n}")
    voice = "staff"
