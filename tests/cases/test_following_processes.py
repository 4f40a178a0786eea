"""Nobody is told twice and nothing is lost: by processes at the same time, by one that is killed, through a real mail server."""

from email import message_from_string, policy

import pytest
from aiosmtpd.controller import Controller

from tests.civic.test_keep_house import KEEP, Postbox, free_port
from tests.houses import START, House

FOLLOWERS = 60

MAKE = (
    START
    + f"""
from django.utils import timezone
from cases.following.noting import note_news
from cases.models import Follower, Story, Subscription
note_news()
now = timezone.now()
for n in range({FOLLOWERS}):
    follower = Follower.objects.create(email=f"reader-{{n}}@example.org")
    Subscription.objects.create(follower=follower, kind="stories", pace="at-once", confirmed_at=now)
Story.objects.create(slug="the-bins", title="The bins", summary="They tried.", result="failed", depth="full", first_published_at=now)
"""
)
TELL = (
    START
    + """
from cases.following import telling
from cases.following.noting import note_news
telling.BATCH = 5
queue = telling.queue
def loud(*arguments):
    queue(*arguments)
    print("queued", flush=True)
telling.queue = loud
note_news()
telling.tell_followers()
"""
)
COUNT = (
    START
    + """
from post_office.models import Email
found = [address for mail in Email.objects.all() for address in mail.to]
print(len(found), len(set(found)))
"""
)


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    """A library of its own, in which sixty people wait for one story."""
    with django_db_blocker.unblock():
        house = House(tmp_path)
        house.run(MAKE)
        yield house
        house.tear_down()


def test_it_tells_everybody_once_when_several_tell_at_once(house):
    at_once = [house.start(TELL) for _process in range(3)]
    [house.finish(process) for process in at_once]

    assert house.run(COUNT) == f"{FOLLOWERS} {FOLLOWERS}"


def test_it_tells_everybody_once_where_a_process_is_killed_in_between(house):
    killed = house.start(TELL)
    [killed.stdout.readline() for _mail in range(13)]
    killed.kill()
    killed.communicate()
    house.run(TELL)

    assert house.run(COUNT) == f"{FOLLOWERS} {FOLLOWERS}"


@pytest.fixture
def postbox():
    """A mail server on loopback."""
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=0)
    server.port = box.port = free_port()
    server.start()
    yield box
    server.stop()


def test_it_reaches_a_mail_server_with_the_headers_that_end_it(house, postbox):
    house.environment |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(postbox.port)}
    house.run(KEEP)
    house.run(KEEP)

    assert len(postbox.mails) == FOLLOWERS
    mail = message_from_string(postbox.mails[0][1], policy=policy.default)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip().startswith("<http://127.0.0.1:8000/follow/stop/")
    assert mail["List-Id"] == "<stories.127.0.0.1>"
    assert mail["Auto-Submitted"] == "auto-generated"
