"""Somebody asks to be told what is new, confirms it, changes it, and stops."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from cases.following.links import confirm_link, key_of, page_link, stop_link
from cases.following.telling import forget_unconfirmed
from cases.models import Follower, Subscription
from tests.audits import opened
from tests.factories import FollowerFactory, LessonFactory, StoryFactory, SubscriptionFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    """A story that failed."""
    return StoryFactory(slug="the-bins", title="The bins", result="failed")


def asked(address="/follow/story/the-bins/", client=None, **fields):
    """What asking to be told leads to."""
    form = {"email": "ada@example.org", "pace": "daily", "moment": opened("follow"), **fields}
    return (client or Client()).post(address, form)


def path(link):
    """The path of an address that a mail holds."""
    return "/" + link.split("/", 3)[3]


def link_in(mail, word):
    """The path of the address in the mail that has the word in it."""
    return path(next(line.strip() for line in mail.message.splitlines() if word in line))


@pytest.mark.parametrize(
    ("page", "label", "address"),
    [
        ("/stories/the-bins/", "Tell me when it changes", "/follow/story/the-bins/"),
        ("/stories/?result=failed", "By mail", "/follow/stories/?result=failed"),
    ],
)
def test_it_has_a_way_there_on_the_page(story, page, label, address):
    assert links(Client().get(page))[label] == address


def test_it_has_a_way_there_on_a_lesson(db):
    LessonFactory(slug="ask-first", sentence="Ask first.")

    address = links(Client().get("/lessons/ask-first/"))["Tell me when new evidence supports or contradicts this"]
    assert "“ Ask first. ”" in words(Client().get(address))


def test_it_asks_the_owner_of_the_address_before_it_sends_anything(story):
    assert asked().url == "/follow/asked/"

    mail = Email.objects.get()
    assert mail.to == ["ada@example.org"]
    assert "The bins" in mail.message
    assert not Subscription.objects.confirmed().exists()


def test_it_confirms_nothing_when_a_program_looks_at_the_link(story):
    asked()
    confirm = link_in(Email.objects.get(), "/confirm/")

    assert "The bins" in words(Client().get(confirm))
    assert not Subscription.objects.confirmed().exists()


def test_it_begins_when_the_owner_says_yes(story):
    asked()
    page = Client().post(link_in(Email.objects.get(), "/confirm/"), follow=True)

    assert Subscription.objects.confirmed().get().pace == "daily"
    assert "ada@example.org" in words(page)
    assert "The bins" in words(page)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"email": ""}, "Write the address to which we shall write."),
        ({"email": "ada"}, "This is no e-mail address."),
        ({"pace": ""}, "Choose how often you want to hear."),
        ({"pace": "hourly"}, "hourly is not one of the available choices"),
        ({"website": "x"}, "Empty this field"),
        ({"moment": ""}, "The form did not come from this page."),
    ],
)
def test_it_says_what_is_wrong_and_sends_nothing(story, fields, said):
    assert said in words(asked(**fields))
    assert not Email.objects.exists()
    assert not Follower.objects.exists()


def test_it_keeps_one_key_for_one_state_of_the_finder(story):
    asked("/follow/stories/?result=failed&sort=title&page=1")
    asked("/follow/stories/?page=1&result=failed&colour=green", email="bob@example.org")

    assert set(Subscription.objects.values_list("kind", "key")) == {("stories", "result=failed")}


def test_it_tells_nobody_whether_an_address_follows(story):
    SubscriptionFactory(
        follower__email="ada@example.org", kind="story", key=str(story.pk), asked_at=timezone.now() - timedelta(days=9)
    )

    assert asked(email="ADA@example.org").url == "/follow/asked/"
    assert Email.objects.get().subject == "You follow this already"
    assert Subscription.objects.get().pace == "at-once"


def test_it_sends_an_address_no_second_mail_within_minutes(story):
    asked()
    asked()

    assert Email.objects.count() == 1


def test_it_sends_an_address_few_mails_a_day(story):
    [asked(f"/follow/stories/?q=word{n}") for n in range(9)]

    assert Email.objects.count() == 5


def test_it_takes_no_more_than_so_many_an_hour(story, monkeypatch):
    monkeypatch.setattr("cases.following.forms.MOST_AN_HOUR", 1)
    asked()

    assert "Too many people want to follow something" in words(asked(email="bob@example.org"))


def test_it_forgets_who_did_not_confirm_in_three_days(story):
    asked()
    confirm = link_in(Email.objects.get(), "/confirm/")
    Subscription.objects.update(asked_at=timezone.now() - timedelta(days=3, minutes=1))

    assert Client().post(confirm).status_code == 404
    assert forget_unconfirmed() == "1 unconfirmed subscription was forgotten"
    assert not Follower.objects.exists()
    assert "the link is good for three days" in words(Client().get(confirm))


def test_it_changes_how_often_on_the_private_page(story):
    found = SubscriptionFactory(kind="story", key=str(story.pk))
    Client().post(path(page_link(found.follower)), {"subscription": found.pk, "pace": "weekly"})

    found.refresh_from_db()
    assert found.pace == "weekly"


def test_it_stops_one_on_the_private_page_and_keeps_the_others(story):
    found = SubscriptionFactory(kind="story", key=str(story.pk))
    other = SubscriptionFactory(follower=found.follower, kind="stories", key="")
    Client().post(path(page_link(found.follower)), {"subscription": found.pk, "stop": "1"})

    assert Subscription.objects.get() == other


def test_it_changes_nothing_of_somebody_else(story):
    mine, other = SubscriptionFactory(), SubscriptionFactory()
    Client().post(path(page_link(mine.follower)), {"subscription": other.pk, "stop": "1"})

    assert Subscription.objects.count() == 2


def test_it_stops_everything_and_forgets_the_address(story):
    found = SubscriptionFactory()
    page = Client().post(path(page_link(found.follower)) + "stop/", follow=True)

    assert "nothing is kept of you" in words(page)
    assert not Follower.objects.exists()


def test_it_asks_a_person_before_it_stops(story):
    found = SubscriptionFactory(kind="story", key=str(story.pk))
    page = Client().get(path(stop_link(found)))

    assert soup(page).select_one("form button").get_text() == "Stop these mails"
    assert Subscription.objects.exists()


def test_it_stops_at_once_when_a_mail_program_asks(story):
    found = SubscriptionFactory(kind="story", key=str(story.pk))
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(path(stop_link(found)), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Follower.objects.exists()


@pytest.mark.parametrize("way", ["follow-stop", "follow-confirm", "following"])
def test_it_opens_one_door_with_a_key_and_no_other(story, way):
    found = SubscriptionFactory(kind="story", key=str(story.pk))
    links_of = {
        "follow-stop": stop_link(found),
        "follow-confirm": confirm_link(found),
        "following": page_link(found.follower),
    }
    others = [path(link).rsplit("/", 2)[1] for name, link in links_of.items() if name != way]
    door = path(links_of[way]).rsplit("/", 2)[0]

    assert [Client().get(f"{door}/{key}/").status_code for key in [*others, "0-0", "x", "9" * 30, f"{found.pk}-"]] == [
        404
    ] * 6


def test_it_makes_old_links_useless_when_the_nonce_changes(story):
    follower = FollowerFactory()
    old = key_of("following", follower, follower)
    Follower.objects.update(nonce="another")

    assert Client().get(f"/following/{old}/").status_code == 404


def test_it_lists_what_was_followed_while_signed_in(story, admin_client, admin_user):
    asked(client=admin_client)
    Client().post(link_in(Email.objects.get(), "/confirm/"))
    asked("/follow/stories/")

    page = admin_client.get("/following/mine/")
    assert "The bins" in links(page)
    assert path(links(page)["Change or stop"]).startswith("/following/")


@pytest.mark.parametrize(
    "address", ["/follow/story/nothing/", "/follow/lesson/nothing/", "/follow/place/x/", "/follow/stories/x/"]
)
def test_it_answers_404_for_what_nobody_can_follow(db, address):
    assert Client().get(address).status_code == 404
