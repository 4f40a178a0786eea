"""People, and the mails that they get."""

import re
from contextlib import ExitStack
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from tests.factories import PersonFactory
from tests.factories.person import PASSWORD


@pytest.fixture
def ada(db):
    """Somebody with an account and no group."""
    return PersonFactory(username="ada", email="ada@example.org")


@pytest.fixture
def mails(db):
    """The mails that wait, the newest last: each as recipient, subject, text and the links in it."""

    def waiting():
        found = Email.objects.order_by("pk")
        return [(mail.to[0], mail.subject, mail.message, re.findall(r"https?://\S+", mail.message)) for mail in found]

    return waiting


@pytest.fixture
def sign_in():
    """Signs somebody in by the form, in a browser of their own; answers the browser and the last response."""

    def enter(login, password=PASSWORD, browser=None, **more):
        browser = browser or Client()
        response = browser.post("/account/login/", {"login": login, "password": password, **more})
        return browser, response

    return enter


@pytest.fixture
def wait():
    """Lets minutes go by. After five of them a sign-in proves no more who sits there."""
    with ExitStack() as moments:
        yield lambda minutes: moments.enter_context(time_machine.travel(timezone.now() + timedelta(minutes=minutes)))
