"""Answers."""

import factory

from cases.models import Answer
from tests.factories.contribution import ContributionFactory


class AnswerFactory(factory.django.DjangoModelFactory):
    """The problem, in a sentence."""

    class Meta:
        model = Answer

    contribution = factory.SubFactory(ContributionFactory)
    step = "problem"
    data = factory.LazyFunction(lambda: {"problem": "Nobody came."})
