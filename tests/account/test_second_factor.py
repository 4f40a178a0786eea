"""The second factor: who must show one, how it is set up, and that no right counts without."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone

from cases.people import Group
from civic.account.second_factor import guarded
from civic.views import forbidden
from tests.codes import code_of
from tests.factories import PersonFactory, StoryFactory
from tests.reading import links, soup, words

SET_UP = "/account/second-factor/totp/activate/"


@pytest.fixture(autouse=True)
def demanded(settings):
    """The setting as it is where people are served."""
    settings.SECOND_FACTOR = True


@pytest.fixture
def eva(db):
    """An editor."""
    return PersonFactory(username="eva", groups=[Group.EDITOR])


@pytest.fixture
def browser(eva, sign_in):
    """The editor's browser, signed in with the password alone."""
    browser, _response = sign_in("eva")
    return browser


@pytest.fixture
def set_up_app(monkeypatch):
    """Sets up an app in a browser; answers its key and the last page. What waits for the end of a transaction is done at once."""
    monkeypatch.setattr(transaction, "on_commit", lambda act, **kwargs: act())

    def set_up(browser):
        key = soup(browser.get(SET_UP)).select_one(".account-key").get_text()
        return key, browser.post(SET_UP, {"code": code_of(key)}, follow=True)

    return set_up


@pytest.fixture
def key(eva, sign_in, set_up_app):
    """The key of the editor's app, which was set up in another browser."""
    key, _page = set_up_app(sign_in("eva")[0])
    return key


def test_it_leads_who_can_publish_to_setting_one_up(browser):
    response = browser.get("/desk/", follow=True)

    assert "Set up a second factor first" in words(response)
    assert links(response)["Set up an app"] == "/account/second-factor/totp/activate/"


@pytest.mark.parametrize("group", [Group.EDITOR, Group.ADMINISTRATOR])
def test_it_is_asked_of_groups_that_can_publish(sign_in, db, group):
    PersonFactory(username="somebody", groups=[group])

    assert sign_in("somebody")[0].get("/desk/").url == "/account/second-factor/needed/"


def test_it_is_asked_of_the_owner(sign_in, db):
    PersonFactory(username="owner", is_superuser=True)

    assert sign_in("owner")[0].get("/desk/").url == "/account/second-factor/needed/"


def test_it_is_not_asked_of_who_only_reads_at_the_desk(sign_in, db):
    PersonFactory(username="rita", groups=[Group.REVIEWER])

    assert sign_in("rita")[0].get("/desk/").status_code == 200


def test_it_opens_the_desk_once_an_app_is_set_up(browser, set_up_app):
    _key, page = set_up_app(browser)

    assert "My recovery codes" in words(page)
    assert links(page)["I have kept them: go to the desk"] == "/desk/"
    assert browser.get("/desk/").status_code == 200


def test_it_asks_for_the_code_at_the_next_sign_in(key, sign_in):
    browser, response = sign_in("eva", next="/desk/stories/")
    asked = browser.get(response.url)
    entered = browser.post(response.url, {"code": code_of(key)})

    assert "Your password is right. Now show what you have." in words(asked)
    assert entered.url == "/desk/stories/"
    assert browser.get("/desk/stories/").status_code == 200


def test_it_lets_nobody_in_with_half_a_sign_in(key, sign_in):
    browser, _response = sign_in("eva")

    assert browser.get("/account/").status_code == 302
    assert browser.get("/desk/").status_code == 302


def test_it_takes_a_code_once(key, sign_in):
    code = code_of(key)
    first, response = sign_in("eva")
    first.post(response.url, {"code": code})
    second, response = sign_in("eva")

    page = second.post(response.url, {"code": code})

    assert "This code is not right, or it has been used or has run out." in words(page)


def test_it_takes_the_code_of_half_a_minute_ago_and_none_that_is_older(key, sign_in):
    browser, response = sign_in("eva")
    now = timezone.now().timestamp()

    old = browser.post(response.url, {"code": code_of(key, now - 90)})
    last = browser.post(response.url, {"code": code_of(key, now - 30)})

    assert "This code is not right" in words(old)
    assert last.status_code == 302


def test_it_says_until_when_who_guesses_codes_must_wait(key, sign_in):
    browser, response = sign_in("eva")
    with time_machine.travel(timezone.now(), tick=False):
        pages = [browser.post(response.url, {"code": f"00000{n}"}) for n in range(6)]

    assert "It opens again at" in words(pages[-1])
    assert "in about 5 minutes" in words(pages[-1])


def test_it_takes_a_recovery_code_once_in_place_of_the_app(browser, sign_in, set_up_app):
    _key, page = set_up_app(browser)
    code = soup(page).select_one(".account-codes li").get_text()
    first, response = sign_in("eva")
    second, _response = sign_in("eva")

    assert first.post(response.url, {"code": code}).url == "/account/"
    assert "This code is not right" in words(second.post(response.url, {"code": code}))


def test_it_asks_who_was_signed_in_before_to_sign_in_again(browser, sign_in, set_up_app):
    set_up_app(sign_in("eva")[0])

    response = browser.get("/desk/", follow=True)

    assert "Show your second factor" in words(response)


def test_it_is_asked_again_when_it_was_taken_away(browser, set_up_app):
    set_up_app(browser)
    browser.post("/account/second-factor/totp/deactivate/")

    assert browser.get("/desk/").url == "/account/second-factor/needed/"


def test_it_answers_every_question_for_a_right_with_no(eva, rf, client):
    request = rf.get("/")
    request.session = client.session
    request.user = guarded(request, eva)

    assert not request.user.has_perm("cases.publish_story")
    assert not request.user.has_perms(["cases.view_story"])
    assert not request.user.has_module_perms("cases")


def test_it_tells_who_is_refused_for_want_of_it(eva, rf, client):
    request = rf.get("/")
    request.session, request.user = client.session, eva

    assert "You may, as soon as you have shown a second factor." in words(forbidden(request))


def test_it_takes_nothing_from_who_owes_it_as_a_reader(browser, db):
    StoryFactory(slug="bus", title="The bus")

    assert "The bus" in words(browser.get("/stories/bus/"))
    assert browser.get("/account/").status_code == 200


def test_it_is_not_asked_where_the_library_is_tried_out(browser, settings):
    settings.SECOND_FACTOR = False

    assert browser.get("/desk/").status_code == 200


def test_it_asks_for_the_password_before_a_factor_is_set_up(browser, wait):
    wait(6)

    response = browser.get(SET_UP)

    assert response.url.startswith("/account/reauthenticate/")


def test_it_tells_people_by_mail_what_was_done_to_their_account(key, eva, mails):
    assert (eva.email, "You have a second factor now") in [mail[:2] for mail in mails()]


def test_it_forgets_half_a_sign_in(key, sign_in):
    browser, response = sign_in("eva")

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        late = browser.post(response.url, {"code": code_of(key)})

    assert late.url == "/account/login/"


def test_it_lets_nobody_set_one_up_for_somebody_else(db):
    assert Client().get(SET_UP).url.startswith("/account/login/")
