"""The command that lets the first editor in."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.core.management import call_command


@pytest.fixture
def open_desk(db, capsys):
    """Runs the command; answers what it prints and the password in it."""

    def run(*arguments):
        call_command("open_desk", *arguments)
        printed = capsys.readouterr().out
        words = printed.split("with the password ")
        return printed, words[1].split()[0] if len(words) > 1 else None

    return run


def test_it_makes_an_editor_with_a_password_that_works(open_desk, client):
    printed, password = open_desk()

    assert "/desk/" in printed
    assert client.login(username="editor", password=password)
    assert client.get("/desk/").status_code == 200


def test_it_keeps_the_password_of_an_editor_who_is_there(open_desk, client):
    _printed, password = open_desk()

    printed, second = open_desk()

    assert second is None
    assert "changepassword editor" in printed
    assert client.login(username="editor", password=password)


def test_it_makes_another_password_each_time(open_desk, client):
    _printed, first = open_desk()
    _printed, second = open_desk("--reset")

    assert first != second
    assert not client.login(username="editor", password=first)
    assert client.login(username="editor", password=second)


def test_it_stores_no_password_in_clear(open_desk):
    _printed, password = open_desk()

    assert password not in get_user_model().objects.get(username="editor").password


def test_it_makes_nobody_where_somebody_has_full_rights(open_desk, admin_user):
    _printed, password = open_desk()

    assert password is None
    assert not get_user_model().objects.filter(username="editor").exists()


def test_it_takes_a_lost_second_factor_away_with_a_new_password(open_desk):
    open_desk()
    editor = get_user_model().objects.get(username="editor")
    TOTP.activate(editor, generate_totp_secret())

    open_desk("--reset")

    assert not editor.authenticator_set.exists()
