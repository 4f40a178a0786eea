"""Tensions."""

import factory

from lessons.models import Tension
from tests.factories.record import RecordFactory


class TensionFactory(RecordFactory):
    """A tension without sides."""

    class Meta:
        model = Tension

    slug = factory.Sequence(lambda n: f"tension-{n}")
    title = factory.Sequence(lambda n: f"This or that {n}?")
    summary = "Two sources differ."
