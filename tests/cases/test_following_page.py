"""The private page of somebody who follows much."""

import pytest
from django.test import Client

from cases.following.links import page_link
from tests.factories import FollowerFactory, LessonFactory, StoryFactory, SubscriptionFactory
from tests.reading import soup

pytestmark = pytest.mark.django_db


def follow_everything(size):
    """The path of the private page of somebody who follows that many stories, lessons and states of the finder each."""
    follower = FollowerFactory()
    for n in range(size):
        SubscriptionFactory(follower=follower, kind="story", key=str(StoryFactory().pk))
        SubscriptionFactory(follower=follower, kind="lesson", key=str(LessonFactory().pk))
        SubscriptionFactory(follower=follower, kind="stories", key=f"q=word{n}")
    return "/" + page_link(follower).split("/", 3)[3]


@pytest.mark.parametrize("size", [1, 15])
def test_it_asks_no_more_for_many_subscriptions_than_for_few(size, django_assert_num_queries):
    page = follow_everything(size)
    Client().get(page)

    with django_assert_num_queries(5):
        answer = Client().get(page)

    assert len(soup(answer).select(".follow-list > li")) == 3 * size
