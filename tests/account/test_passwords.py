"""Forgotten passwords, new ones, and what happens to devices that were signed in with the old one."""

import pytest
from django.test import Client

from tests.reading import soup, words

NEW = "harbour violin eleven"


@pytest.fixture
def link(ada, client, mails):
    """The path of the link to a new password."""
    client.post("/account/password/reset/", {"email": "ada@example.org"})
    return mails()[-1][3][0].removeprefix("http://127.0.0.1:8000")


def test_it_lets_people_choose_a_new_password_by_a_link(link, client, sign_in):
    form = client.get(link, follow=True)
    done = client.post(form.request["PATH_INFO"], {"password1": NEW}, follow=True)

    assert "Your password is set" in words(done)
    assert sign_in("ada", NEW)[1].url == "/account/"
    assert "together with this password" in words(sign_in("ada")[1])


def test_it_takes_a_link_once(link, client):
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW})

    assert "This link does not work any more" in words(Client().get(link, follow=True))


def test_it_keeps_the_key_out_of_the_address_of_the_form(link, client):
    form = client.get(link, follow=True)

    assert form.request["PATH_INFO"].endswith("-set-password/")


@pytest.mark.parametrize(
    "path", ["/account/password/reset/key/1-x/", "/account/password/reset/key/zzzzzzzzzzzzz-set-password/"]
)
def test_it_says_that_a_link_is_none(client, db, path):
    assert "This link does not work any more" in words(client.get(path))


def test_it_writes_to_an_address_without_an_account_that_it_has_none(client, db, mails):
    response = client.post("/account/password/reset/", {"email": "nobody@example.org"})

    [(to, subject, _text, _links)] = mails()
    assert response.url == "/account/password/reset/done/"
    assert (to, subject) == ("nobody@example.org", "This address has no account")


def test_it_changes_a_password_and_signs_out_everywhere_else(ada, sign_in, mails):
    here, _response = sign_in("ada")
    there, _response = sign_in("ada")

    page = here.post("/account/password/change/", {"oldpassword": "otter lantern seven", "password1": NEW}, follow=True)

    assert "Your new password counts from now on." in words(page)
    assert there.get("/account/").status_code == 302
    assert mails()[-1][1] == "Your password has been changed"


def test_it_asks_for_the_present_password(ada, sign_in):
    browser, _response = sign_in("ada")

    page = browser.post("/account/password/change/", {"oldpassword": "wrong", "password1": NEW})

    assert "This is not your present password. Enter it once more." in words(page)
    assert sign_in("ada")[1].url == "/account/"


def test_it_confirms_the_address_of_who_was_invited(db, mails):
    from civic.account.actions import invite
    from tests.factories import PersonFactory

    ben = PersonFactory(username="ben", email="ben@example.org", address=False)
    invite(user=ben)
    browser = Client()
    form = browser.get(mails()[-1][3][0].removeprefix("http://127.0.0.1:8000"), follow=True)
    browser.post(form.request["PATH_INFO"], {"password1": NEW})

    assert browser.post("/account/login/", {"login": "ben@example.org", "password": NEW}).url == "/account/"


def test_it_stores_no_password_in_clear(ada, settings):
    settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS[1:]
    ada.set_password(NEW)

    assert ada.password.startswith("pbkdf2_sha256$")


def test_it_says_how_long_a_password_must_be(ada, sign_in, settings):
    browser, _response = sign_in("ada")
    hint = soup(browser.get("/account/password/change/")).select_one("#id_password1_helptext").get_text()

    assert f"At least {settings.AUTH_PASSWORD_VALIDATORS[0]['OPTIONS']['min_length']} characters" in hint
