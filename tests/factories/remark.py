"""Remarks."""

import factory

from cases.models import Remark
from tests.factories.story import StoryFactory


class RemarkFactory(factory.django.DjangoModelFactory):
    """An open remark on the summary."""

    class Meta:
        model = Remark

    story = factory.SubFactory(StoryFactory)
    field = "summary"
    text = "It ran on Fridays."
    by_name = "Ann Ode"
