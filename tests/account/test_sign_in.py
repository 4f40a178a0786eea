"""Signing in and out, in the library and at the desk alike."""

import pytest
from django.contrib.auth import get_user_model

from cases.people import Group
from tests.factories import PersonFactory
from tests.reading import soup, words


@pytest.mark.parametrize("login", ["ada@example.org", "ADA@example.org", "ada", " ada "])
def test_it_lets_people_in_by_address_or_by_name(ada, sign_in, login):
    browser, response = sign_in(login)

    assert response.url == "/account/"
    assert soup(browser.get("/account/")).h1.get_text() == "Ada Okafor"


def test_it_leads_back_to_what_was_being_read(client, ada):
    link = soup(client.get("/stories/", {"q": "bus"})).select_one(".header-account")["href"]
    form = soup(client.get(link)).select_one("form.account-form")
    sent = {field["name"]: field.get("value", "") for field in form.select("input")}

    response = client.post("/account/login/", sent | {"login": "ada", "password": "otter lantern seven"})

    assert response.url == "/stories/?q=bus"


def test_it_leads_back_to_the_desk(sign_in, db):
    PersonFactory(username="eva", groups=[Group.EDITOR])

    _browser, response = sign_in("eva", next="/desk/stories/")

    assert response.url == "/desk/stories/"


@pytest.mark.parametrize("away", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_it_leads_nowhere_else(ada, sign_in, away):
    _browser, response = sign_in("ada", next=away)

    assert response.url == "/account/"


@pytest.mark.parametrize(
    ("login", "password"), [("ada", "wrong"), ("nobody", "wrong"), ("nobody@example.org", "wrong")]
)
def test_it_says_the_same_of_a_wrong_name_and_of_a_wrong_password(ada, sign_in, login, password):
    _browser, response = sign_in(login, password)

    assert "No account has this e-mail address (or name) together with this password." in words(response)
    assert soup(response).find("input", {"name": "login"})["value"] == login
    assert password not in response.content.decode()


def test_it_says_that_an_account_is_closed(ada, sign_in):
    get_user_model().objects.update(is_active=False)

    browser, response = sign_in("ada")

    assert "This account is closed" in words(browser.get(response.url))


def test_it_lets_people_in_who_were_given_an_account_without_an_address(db, sign_in):
    PersonFactory(username="editor", email="")

    _browser, response = sign_in("editor")

    assert response.url == "/account/"


def test_it_keeps_people_signed_in_only_if_they_want(ada, sign_in):
    short, _response = sign_in("ada")
    long, _response = sign_in("ada", remember="on")

    assert short.cookies["sessionid"]["max-age"] == ""
    assert long.cookies["sessionid"]["max-age"] == 14 * 24 * 60 * 60


def test_it_signs_out_by_a_form_and_not_by_a_link(ada, sign_in):
    browser, _response = sign_in("ada")

    asked = browser.get("/account/logout/")
    done = browser.post("/account/logout/")

    assert "Sign out?" in words(asked)
    assert done.url == "/"
    assert browser.get("/account/").status_code == 302


def test_it_signs_out_at_the_desk_too(db, sign_in):
    PersonFactory(username="eva", groups=[Group.EDITOR])
    browser, _response = sign_in("eva")

    browser.post("/desk/logout/")

    assert browser.get("/desk/").url == "/account/login/?next=/desk/"


def test_it_has_no_other_door_to_the_desk(client, db):
    assert client.get("/desk/login/?next=/desk/stories/").url == "/account/login/?next=/desk/stories/"
    assert client.get("/desk/password_reset/").status_code == 302


@pytest.mark.parametrize("name", ["login", "signup", "password/reset"])
def test_it_takes_no_form_from_elsewhere(db, name):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(f"/account/{name}/", {}).status_code == 403
