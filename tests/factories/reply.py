"""Replies on sheets."""

import factory

from lessons.models import Reply
from tests.factories.sheet import SheetFactory


class ReplyFactory(factory.django.DjangoModelFactory):
    """“Often”, to the one statement that is asked."""

    class Meta:
        model = Reply

    sheet = factory.SubFactory(SheetFactory)
    statement = "we-do"
    often = "often"
