"""Subscriptions."""

import factory

from cases.models import Subscription
from tests.factories.follower import FollowerFactory
from tests.factories.record import FIRST_DAY


class SubscriptionFactory(factory.django.DjangoModelFactory):
    """A confirmed subscription to all stories, told as soon as there is something."""

    class Meta:
        model = Subscription

    follower = factory.SubFactory(FollowerFactory)
    kind = "stories"
    pace = "at-once"
    asked_at = FIRST_DAY
    confirmed_at = FIRST_DAY
