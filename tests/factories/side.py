"""Sides of tensions."""

import factory

from lessons.models import Side
from tests.factories.source import SourceFactory
from tests.factories.tension import TensionFactory


class SideFactory(factory.django.DjangoModelFactory):
    """A side with its heading in the source; `lessons` and `elements` may be given as lists."""

    class Meta:
        model = Side
        skip_postgeneration_save = True

    tension = factory.SubFactory(TensionFactory)
    name = factory.Sequence(lambda n: f"Side {n}")
    claim = "It is so."
    source = factory.SubFactory(SourceFactory)
    section = "Results"

    @factory.post_generation
    def lessons(side, create, lessons, **kwargs):
        """What belongs to it."""
        if lessons:
            side.lessons.set(lessons)
            side.save()

    @factory.post_generation
    def elements(side, create, elements, **kwargs):
        """The ideas behind it."""
        if elements:
            side.elements.set(elements)
            side.save()
