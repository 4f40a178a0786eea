"""What the house does by itself: e-mail arrives at a real mail server, now or later; one fault stops nothing else."""

import pytest
from aiosmtpd.controller import Controller
from django.core.management import call_command

from cases import chores
from tests.houses import START, House

QUEUE = (
    START
    + """
from django.db import transaction
from cases.mail import queue
queue("trial", "ada@example.org", {}, headers={"List-Id": "<trial>"})
try:
    with transaction.atomic():
        queue("trial", "bob@example.org", {})
        raise ValueError
except ValueError:
    pass
"""
)
KEEP = START + "from django.core.management import call_command; call_command('keep_house')"
LATER = (
    START
    + """
from datetime import timedelta
from django.utils import timezone
from post_office.models import Email
print(Email.objects.update(scheduled_time=timezone.now() - timedelta(seconds=1)))
"""
)


class Postbox:
    """What a real mail server was given."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.rcpt_tos, envelope.content.decode()))
        return "250 Taken"


@pytest.fixture
def postbox():
    """A mail server on loopback."""
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=0)
    server.port = free_port()
    server.start()
    box.port = server.port
    yield box
    server.stop()


def free_port():
    """A port that nobody listens at."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    """A library of its own, with nothing in it and a template for a mail."""
    with django_db_blocker.unblock():
        house = House(tmp_path)
        yield house
        house.tear_down()


def test_it_sends_what_was_queued_and_nothing_that_was_rolled_back(house, postbox):
    house.environment |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(postbox.port)}
    house.run(QUEUE)

    house.run(KEEP)
    house.run(KEEP)

    [(recipients, text)] = postbox.mails
    assert recipients == ["ada@example.org"]
    assert "Subject: The library can send mail" in text
    assert "List-Id: <trial>" in text
    assert "It is from the library at http://127.0.0.1:8000/" in text


def test_it_keeps_what_no_server_takes_and_sends_it_later(house, postbox):
    house.environment |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(free_port())}
    house.run(QUEUE)
    house.run(KEEP)

    house.environment["EMAIL_PORT"] = str(postbox.port)
    house.run(LATER)
    house.run(KEEP)

    assert [recipients for recipients, _text in postbox.mails] == [["ada@example.org"]]


def test_it_does_the_other_chores_where_one_fails(monkeypatch, capsys):
    done = []
    broken = chores.Chore("break", lambda: 1 / 0)
    monkeypatch.setattr(chores, "CHORES", [broken, chores.Chore("count", lambda: done.append(1) or "counted 1")])
    monkeypatch.setattr(chores, "LAST", [])

    call_command("keep_house")

    assert done == [1]
    assert capsys.readouterr().out == "break: failed; see the log\ncount: counted 1\n"
