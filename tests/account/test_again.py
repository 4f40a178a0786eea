"""Making sure that it is still the same person: by a code that is mailed, for who has no password or has forgotten it."""

import pytest

from cases.people import Group
from tests.factories import PersonFactory
from tests.reading import words

ASK, CLOSE = "/account/reauthenticate/code/", "/account/close/"
CONFIRM = "/account/reauthenticate/code/confirm/?next=%2Faccount%2Fclose%2F"


@pytest.fixture
def browser(client, db):
    """The browser of an Editor who came through an organisation, and so has no password."""
    client.force_login(PersonFactory(username="eva", email="eva@example.org", password="!", groups=[Group.EDITOR]))
    return client


@pytest.fixture
def code(browser, mails):
    """The code that she was sent."""
    assert browser.post(f"{ASK}?next={CLOSE}", {"recipient": "eva@example.org"}).url == CONFIRM
    return mails()[-1][1].removeprefix("Your code: ")


def test_it_leads_who_has_no_password_to_a_code(browser):
    response = browser.post(CLOSE, {"sure": "on"}, follow=True)

    assert "we send you a code" in words(response)


def test_it_goes_on_after_the_code(browser, code):
    response = browser.post(CONFIRM, {"code": code})

    assert response.url == CLOSE
    assert "Your account is deleted" in words(browser.post(CLOSE, {"sure": "on"}))


def test_it_refuses_another_code_and_keeps_what_was_typed(browser, code):
    response = browser.post(CONFIRM, {"code": "WRONG7"})

    assert "This code is not right" in words(response)
    assert b'value="WRONG7"' in response.content


def test_it_is_no_second_factor(browser, code, settings):
    settings.SECOND_FACTOR = True

    browser.post(CONFIRM, {"code": code})

    assert browser.get("/desk/").url == "/account/second-factor/needed/"
