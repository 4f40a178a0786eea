"""What the database promises of followers, news and suggestions."""

import pytest

from cases.choices import How, Pace, SuggestionState, WhichPart
from cases.models import Follower, Subscription, Watch
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import (
    FIRST_DAY,
    FollowerFactory,
    NewsFactory,
    SubscriptionFactory,
    SuggestionFactory,
    WatchFactory,
)

pytestmark = pytest.mark.django_db


def words(field, choices):
    """The sentence of a closed list of words."""
    return f"{field} must be one of: {', '.join(choices.values)}."


CHECKS = [
    case("follower_email_not_empty", FollowerFactory, {"email": ""}, "email must not be empty."),
    case("news_how_one_of", NewsFactory, {"how": "odd"}, words("how", How)),
    case("subscription_kind_not_empty", SubscriptionFactory, {"kind": ""}, "kind must not be empty."),
    case("subscription_pace_one_of", SubscriptionFactory, {"pace": "hourly"}, words("pace", Pace)),
    case(
        "subscription_told_when_confirmed",
        SubscriptionFactory,
        {"told_at": FIRST_DAY, "confirmed_at": None},
        "Nobody is told anything before they have confirmed.",
    ),
    case("suggestion_text_not_empty", SuggestionFactory, {"text": ""}, "text must not be empty."),
    case("suggestion_part_one_of", SuggestionFactory, {"part": "end"}, words("part", WhichPart)),
    case("suggestion_state_one_of", SuggestionFactory, {"state": "lost"}, words("state", SuggestionState)),
    case(
        "suggestion_declined_with_reason",
        SuggestionFactory,
        {"state": "declined"},
        "To decline a suggestion, say why.",
    ),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert refused_by_record(broken) == [broken.sentence]


def test_it_refuses_a_second_follower_under_the_same_address():
    """follower_once."""
    FollowerFactory(email="ada@example.org")

    assert refused_twin(Follower(email="Ada@Example.org")) == ["Somebody follows under this address already."]


def test_it_refuses_to_follow_something_twice():
    """subscription_once."""
    first = SubscriptionFactory()

    twin = Subscription(follower=first.follower, kind=first.kind, key=first.key)
    assert refused_twin(twin) == ["This address follows that already."]


def test_it_refuses_a_second_watch():
    """watch_one_row."""
    WatchFactory()

    assert refused_twin(Watch(pk=2)) == ["There is one watch."]
