"""Whoever fails too often waits, and is told why and until when; on every machine alike."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.reading import soup, words

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def five_failures(ada, sign_in):
    """Somebody guessed five times, at noon."""
    with time_machine.travel(NOON, tick=False):
        [sign_in("ada@example.org", f"guess number {n}") for n in range(5)]


def test_it_says_why_and_until_when(five_failures, sign_in):
    with time_machine.travel(NOON + timedelta(minutes=2), tick=False):
        _browser, response = sign_in("ada@example.org")

    said = soup(response).select_one(".form-errors").get_text(" ")
    assert "Too many attempts failed. So that nobody can guess their way in" in said
    assert "It opens again at 12:05, in about 3 minutes." in said


def test_it_opens_again_when_it_said(five_failures, sign_in):
    with time_machine.travel(NOON + timedelta(minutes=5, seconds=1), tick=False):
        _browser, response = sign_in("ada@example.org")

    assert response.url == "/account/"


def test_it_opens_at_once_for_who_chooses_a_new_password(five_failures, sign_in, mails):
    browser = Client()
    with time_machine.travel(NOON + timedelta(minutes=1), tick=False):
        browser.post("/account/password/reset/", {"email": "ada@example.org"})
        form = browser.get(mails()[-1][3][0].removeprefix("http://127.0.0.1:8000"), follow=True)
        browser.post(form.request["PATH_INFO"], {"password1": "harbour violin eleven"})
        _browser, response = sign_in("ada@example.org", "harbour violin eleven")

    assert response.url == "/account/"


def test_it_locks_nobody_else_out(five_failures, sign_in, db):
    with time_machine.travel(NOON + timedelta(minutes=1), tick=False):
        _browser, response = sign_in("somebody@example.org")

    assert "Too many attempts" not in words(response)


def test_it_counts_where_every_process_sees_it(five_failures):
    assert type(cache._connections[cache._alias]).__name__ == "DatabaseCache"


def test_it_says_when_a_form_may_be_sent_again(ada, client):
    with time_machine.travel(NOON, tick=False):
        [client.post("/account/password/reset/", {"email": "ada@example.org"}) for _n in range(3)]
        response = client.post("/account/password/reset/", {"email": "ada@example.org"})

    assert (response.status_code, response["Retry-After"]) == (429, "900")
    assert "It opens again at 12:15, in about 15 minutes." in words(response)
    assert re.search("Reading goes on as before", words(response))
