"""Elements."""

import factory

from lessons.models import Element
from tests.factories.framework import FrameworkFactory
from tests.factories.record import NumberedFactory


class ElementFactory(NumberedFactory):
    """An idea of a lens, without a mirror."""

    class Meta:
        model = Element

    framework = factory.SubFactory(FrameworkFactory)
    slug = factory.Sequence(lambda n: f"element-{n}")
    name = factory.Sequence(lambda n: f"Element {n}")
    meaning = "What it means."
