"""Another e-mail address: it counts when its owner has followed the link, and not before."""

import pytest
from django.contrib.auth import get_user_model

from tests.factories import PersonFactory
from tests.reading import words

ADDRESS = "/account/email/"


@pytest.fixture
def browser(ada, sign_in):
    """Ada's browser, in which she has just signed in."""
    browser, _response = sign_in("ada")
    return browser


@pytest.fixture
def asked(browser, mails):
    """Her browser after she asked for another address; and the link."""
    browser.post(ADDRESS, {"email": "ada@example.com", "action_add": ""})
    return browser, mails()[-1][3][0].removeprefix("http://127.0.0.1:8000")


def test_it_asks_for_the_password_where_somebody_signed_in_long_ago(browser, wait):
    wait(6)

    response = browser.post(ADDRESS, {"email": "ada@example.com", "action_add": ""})

    assert response.url == "/account/reauthenticate/?next=%2Faccount%2Femail%2F"


def test_it_goes_on_after_the_password(browser, wait, mails):
    wait(6)
    browser.post(ADDRESS, {"email": "ada@example.com", "action_add": ""})

    browser.post("/account/reauthenticate/", {"password": "otter lantern seven", "next": ADDRESS})

    assert mails()[-1][0] == "ada@example.com"


def test_it_keeps_the_old_address_until_the_new_one_is_confirmed(asked):
    browser, _link = asked

    page = browser.get(ADDRESS)

    assert "Now it is ada@example.org." in words(page)
    assert "ada@example.com waits to be confirmed" in words(page)
    assert get_user_model().objects.get().email == "ada@example.org"


def test_it_changes_when_the_link_is_followed_and_tells_the_old_address(asked, mails):
    browser, link = asked

    browser.post(link)

    assert get_user_model().objects.get().email == "ada@example.com"
    assert mails()[-1][:2] == ("ada@example.org", "Your e-mail address has been changed")


def test_it_can_stay_with_the_old_address(asked):
    browser, link = asked

    browser.post(ADDRESS, {"email": "ada@example.com", "action_remove": ""})

    assert "waits to be confirmed" not in words(browser.get(ADDRESS))
    assert browser.post(link).status_code == 404


def test_it_does_not_say_whether_an_address_has_another_account(browser, mails):
    PersonFactory(email="ada@example.com")

    browser.post(ADDRESS, {"email": "ada@example.com", "action_add": ""})
    page = browser.post(mails()[-1][3][0].removeprefix("http://127.0.0.1:8000"), follow=True)

    assert "could not be confirmed: another account has it" in words(page)
    assert get_user_model().objects.get(username="ada").email == "ada@example.org"
