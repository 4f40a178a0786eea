"""Marks of changes, and the generation."""

import factory

from cases.models import Change, Generation


class ChangeFactory(factory.django.DjangoModelFactory):
    """Every story has changed."""

    class Meta:
        model = Change

    number = factory.Sequence(lambda n: n + 1)
    stamp = "stamp"


class GenerationFactory(factory.django.DjangoModelFactory):
    """The one generation."""

    class Meta:
        model = Generation

    id = 1
