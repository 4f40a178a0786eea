"""Answers in groups."""

import factory

from lessons.models import GroupAnswer
from tests.factories.member import MemberFactory


class GroupAnswerFactory(factory.django.DjangoModelFactory):
    """A few words."""

    class Meta:
        model = GroupAnswer

    member = factory.SubFactory(MemberFactory)
    mark = "0123456789abcdef"
    words = "On Monday."
