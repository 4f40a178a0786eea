"""Answers in groups."""

import factory

from lessons.models import Reply
from tests.factories.member import MemberFactory


class ReplyFactory(factory.django.DjangoModelFactory):
    """A few words."""

    class Meta:
        model = Reply

    member = factory.SubFactory(MemberFactory)
    mark = "0123456789abcdef"
    words = "On Monday."
