"""Frameworks."""

import factory

from lessons.models import Framework
from tests.factories.record import RecordFactory


class FrameworkFactory(RecordFactory):
    """A lens without elements."""

    class Meta:
        model = Framework

    slug = factory.Sequence(lambda n: f"framework-{n}")
    title = factory.Sequence(lambda n: f"Framework {n}")
    summary = "A way of seeing."
