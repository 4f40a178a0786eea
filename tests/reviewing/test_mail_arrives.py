"""The mail of a review arrives at a real mail server, and its link leads to the question."""

import re

import pytest
from aiosmtpd.controller import Controller

from tests.civic.test_keep_house import KEEP, Postbox, free_port
from tests.houses import START, House

BEGIN = (
    START
    + """
from importlib import import_module
from django.apps import apps
from cases.models import Citation, Place, Source, Story
from cases.reviewing.actions import start_review
from cases.reviewing.inviting import Invited
from django.contrib.auth.models import User
import_module("cases.migrations.0002_co_creation_review").make(apps, None)
edith = User.objects.create_superuser("edith", "edith@example.org", first_name="Edith", last_name="Tor")
story = Story.objects.create(slug="bus", title="The night bus", summary="A bus.", result="mixed", depth="full", live=False)
story.save_revision(user=edith)
people = {"practitioner": Invited("Ann Ode", "ann@example.org"), "scholar": Invited("Sam Holder", "sam@example.org")}
start_review(story=story, by=edith, note="Is the order right?", **people)
"""
)
ANSWER = (
    START
    + """
import sys
from django.test import Client
client = Client(SERVER_NAME="127.0.0.1")
path = sys.stdin.readline().strip()
print(client.get(path).status_code, client.post(path).status_code)
client.post(path + "story/", {"answer": "sent-back", "reason": "It never ran."})
"""
)


@pytest.fixture
def postbox():
    """A mail server on loopback."""
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=0)
    box.port = server.port = free_port()
    server.start()
    yield box
    server.stop()


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path, postbox):
    """A library of its own in which a review has begun, and whose mail goes to the server."""
    with django_db_blocker.unblock():
        house = House(tmp_path)
        house.environment |= {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(postbox.port)}
        house.run(BEGIN)
        house.run(KEEP)
        yield house
        house.tear_down()


def arrived(postbox):
    """The mail by address."""
    return {recipients[0]: text for recipients, text in postbox.mails}


def test_it_arrives_with_a_link_and_a_way_to_answer(house, postbox):
    mail = arrived(postbox)["ann@example.org"]

    assert re.search(r"^Subject: .*night", mail, re.M)
    assert "Reply-To: edith@example.org" in mail
    assert "Edith Tor asks you" in mail
    assert re.search(r"http://127\.0\.0\.1:8000/sign/\d+-\w+\.[\w-]+/", mail)


def test_it_leads_to_the_question_and_the_answer_arrives_too(house, postbox):
    path = re.search(r"http://127\.0\.0\.1:8000(/sign/[\w.-]+/)", arrived(postbox)["ann@example.org"])[1]
    process = house.start(ANSWER)
    printed, errors = process.communicate(f"{path}\n", timeout=120)
    house.run(KEEP)

    assert (printed.strip(), process.returncode) == ("200 302", 0), errors
    assert "It never ran." in arrived(postbox)["edith@example.org"]
