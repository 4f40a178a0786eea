"""Making an account: a name, an address that is confirmed, a password; and a place among those who tell stories."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.factories import PersonFactory
from tests.reading import soup, words

NEW = {
    "first_name": "  Ada   Okafor ",
    "email": "Ada@Example.org",
    "password1": "otter lantern seven",
    "website": "",
}
ADA = get_user_model().objects.filter(email="ada@example.org")


@pytest.fixture
def confirmed(client, mails):
    """A browser in which somebody made an account and followed the link."""
    client.post("/account/signup/", NEW)
    [(_to, _subject, _text, [link, *_rest])] = mails()
    client.post(link.removeprefix("http://127.0.0.1:8000"))
    return client


@pytest.mark.django_db
def test_it_makes_an_account_once_the_address_is_confirmed(confirmed):
    page = confirmed.get("/account/")

    assert soup(page).h1.get_text() == "Ada Okafor"
    assert "Signed in with ada@example.org." in words(page)
    assert "Contributor You may tell stories of your own" in words(page)


def test_it_sends_one_mail_with_a_link_to_the_site(client, mails):
    response = client.post("/account/signup/", NEW)

    [(to, subject, text, [link])] = mails()
    assert response.url == "/account/confirm-email/"
    assert (to, subject) == ("ada@example.org", "Your account at the Civic Casebook")
    assert link.startswith("http://127.0.0.1:8000/account/confirm-email/")
    assert "&" not in text


def test_it_confirms_nothing_when_a_scanner_opens_the_link(client, mails):
    client.post("/account/signup/", NEW)
    [(_to, _subject, _text, [link])] = mails()

    page = Client().get(link.removeprefix("http://127.0.0.1:8000"))

    assert "Is ada@example.org your address?" in words(page)
    assert not ADA.get().emailaddress_set.get().verified


def test_it_lets_nobody_in_before_the_address_is_confirmed(client, mails, sign_in):
    client.post("/account/signup/", NEW)

    browser, response = sign_in("ada@example.org")

    assert response.url == "/account/confirm-email/"
    assert browser.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"first_name": ""}, "Enter your name."),
        ({"first_name": "Buy at https://example.com"}, "Enter the name by which others know you"),
        ({"first_name": "\u202e"}, "Enter the name by which others know you"),
        ({"email": "ada"}, "This is not an e-mail address: one looks like ada@example.org."),
        ({"email": ""}, "Enter an e-mail address, such as ada@example.org."),
        ({"password1": "short"}, "This password is too short. It must contain at least 10 characters."),
        ({"password1": "8372910465"}, "This password is entirely numeric."),
        ({"password1": "password1234"}, "This password is too common."),
        ({"password1": "ada@example.org"}, "The password is too similar to the email address."),
        ({"password1": ""}, "Choose a password."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(client, db, wrong, sentence):
    page = soup(client.post("/account/signup/", NEW | wrong))

    assert sentence in " ".join(page.select_one(".form-errors").get_text(" ").split())
    assert page.title.get_text().startswith("Error: ")
    assert page.find("input", {"name": "first_name"}).get("value", "") == (NEW | wrong)["first_name"]
    assert not ADA.exists()


def test_it_tells_an_address_that_has_an_account_and_nobody_else(client, ada, mails):
    response = client.post("/account/signup/", NEW)

    [(to, subject, _text, _links)] = mails()
    assert response.url == "/account/confirm-email/"
    assert (to, subject) == ("ada@example.org", "You have an account already")
    assert ADA.count() == 1


def test_it_takes_no_account_from_a_robot_that_fills_every_field(client, db, mails):
    response = client.post("/account/signup/", NEW | {"website": "https://example.com"})

    assert response.url == "/account/confirm-email/"
    assert not ADA.exists()
    assert mails() == []


def test_it_makes_no_accounts_where_they_are_given(client, db, settings):
    settings.SIGN_UP = False

    assert "Accounts are given here, not made" in words(client.get("/account/signup/"))
    client.post("/account/signup/", NEW)
    assert not ADA.exists()


def test_it_gives_namesakes_names_of_their_own_to_sign_in_with(client, db):
    PersonFactory(username="ada_okafor")

    client.post("/account/signup/", NEW)

    assert ADA.get().get_username() != "ada_okafor"


@pytest.mark.django_db
def test_it_says_when_a_link_has_run_out(client):
    assert "This link does not work any more" in words(client.get("/account/confirm-email/no-such-key/"))
