"""Relations."""

import factory

from lessons.models import Relation
from tests.factories.element import ElementFactory


class RelationFactory(factory.django.DjangoModelFactory):
    """An element that meets another of a different lens."""

    class Meta:
        model = Relation

    origin = factory.SubFactory(ElementFactory)
    element = factory.SubFactory(ElementFactory)
    note = "Both ask the residents."
