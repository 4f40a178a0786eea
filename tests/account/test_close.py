"""Deleting one's own account: what goes, what stays, and who cannot go yet."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.db.models import ProtectedError

from cases.people import Group
from tests.factories import PersonFactory, StoryFactory
from tests.reading import words

USERS = get_user_model().objects
CLOSE = "/account/close/"


@pytest.fixture
def leave(sign_in):
    """Signs somebody in, and sends the form; answers the last page."""

    def close(name, **sent):
        browser, _response = sign_in(name)
        return browser.post(CLOSE, sent)

    return close


def test_it_deletes_the_account_and_everything_of_it(ada, leave, mails):
    page = leave("ada", sure="on")

    assert "Your account is deleted" in words(page)
    assert not USERS.exists()
    assert not EmailAddress.objects.exists()
    assert not UserSession.objects.exists()
    assert mails()[-1][:2] == ("ada@example.org", "Your account is deleted")


def test_it_asks_for_the_password_where_somebody_signed_in_long_ago(ada, sign_in, wait):
    browser, _response = sign_in("ada")
    wait(6)

    assert browser.post(CLOSE, {"sure": "on"}).url.startswith("/account/reauthenticate/")
    assert USERS.exists()


def test_it_deletes_nothing_without_the_tick(ada, leave):
    page = leave("ada")

    assert "Tick the box if you want to delete your account; leave the page if not." in words(page)
    assert USERS.exists()


def test_it_keeps_what_somebody_wrote_for_the_library(db, leave):
    eva = PersonFactory(username="eva", groups=[Group.EDITOR])
    story = StoryFactory(slug="bus", ready=True)
    story.save_revision(user=eva, log_action=True).publish(user=eva)

    leave("eva", sure="on")

    story.refresh_from_db()
    assert story.live
    assert story.latest_revision.user is None


def test_it_empties_an_account_that_the_library_may_not_lose(ada, leave, monkeypatch):
    def protected(user):
        raise ProtectedError("Something rests on it.", {user})

    monkeypatch.setattr(get_user_model(), "delete", protected)
    leave("ada", sure="on")

    shell = USERS.get()
    assert (shell.is_active, shell.email, shell.first_name, shell.last_name) == (False, "", "", "")
    assert shell.username.startswith("closed-")
    assert not shell.has_usable_password()
    assert not EmailAddress.objects.exists()


@pytest.mark.parametrize("fields", [{"groups": [Group.ADMINISTRATOR]}, {"is_superuser": True}])
def test_it_keeps_the_last_who_can_look_after_people(db, leave, fields):
    PersonFactory(username="anna", **fields)

    page = leave("anna", sure="on")

    assert "You are the only one who can look after the people here." in words(page)
    assert USERS.filter(username="anna").exists()


def test_it_lets_an_administrator_go_where_there_is_another(db, leave):
    PersonFactory(username="anna", groups=[Group.ADMINISTRATOR])
    PersonFactory(username="owner", is_superuser=True)

    leave("anna", sure="on")

    assert not USERS.filter(username="anna").exists()
