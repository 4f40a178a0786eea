"""The system's own checks: each says what is wrong, what to do, and has a number."""

import re

import pytest
from django.core.checks import registry

from civic import checks


@pytest.fixture
def everything_wrong(settings, tmp_path, monkeypatch):
    """Every mistake that a check looks for."""
    settings.VAR_DIR = tmp_path / "not-there"
    settings.SITE_URL = "casebook"
    settings.OIDC_SERVER = "login.example.org"
    settings.OIDC_GROUPS = ["staff=Nobody"]
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")


def ours():
    """The checks that the project registers."""
    known = [*registry.registry.registered_checks, *registry.registry.deployment_checks]
    return [check for check in known if check.__module__ == checks.__name__]


def test_it_has_checks():
    assert len(ours()) >= 5


def test_it_gives_each_finding_a_hint_and_a_number(everything_wrong):
    found = [message for check in ours() for message in check(app_configs=None)]

    assert len(found) == len(ours())
    assert [message for message in found if not message.hint or not re.fullmatch(r"civic\.[EW]\d{3}", message.id)] == []


def test_it_gives_no_number_twice(everything_wrong):
    numbers = [message.id for check in ours() for message in check(app_configs=None)]

    assert len(numbers) == len(set(numbers))


def test_it_finds_nothing_where_all_is_well(settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")

    assert [message for check in ours() for message in check(app_configs=None)] == []


@pytest.mark.parametrize("pair", ["staff", "=Editor", "staff=editor", "staff=Editors", "staff=", ""])
def test_it_finds_a_group_that_there_is_not(settings, pair):
    settings.OIDC_GROUPS = ["trainers=Trainer", pair]

    [found] = checks.organisation_puts_people_into_groups_that_there_are(app_configs=None)

    assert found.msg == f"OIDC_GROUPS has {pair}."


def test_it_takes_a_value_with_the_sign_in_it(settings):
    settings.OIDC_GROUPS = ["cn=editors=Editor"]

    assert checks.organisation_puts_people_into_groups_that_there_are(app_configs=None) == []


@pytest.mark.parametrize(("server", "debug", "findings"), [("http://a.test", True, 0), ("http://a.test", False, 1)])
def test_it_wants_an_organisation_that_is_asked_in_secret(settings, server, debug, findings):
    settings.OIDC_SERVER, settings.DEBUG = server, debug

    assert len(checks.organisation_is_asked_safely(app_configs=None)) == findings
