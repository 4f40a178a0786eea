"""Starting the process: it runs with DEBUG=1 alone, and refuses to serve unsafely."""

import os
import subprocess
import sys

import pytest

from tests.houses import ROOT

SAFE = {
    "SECRET_KEY": "kept-secret-for-this-test-and-long-enough-to-be-a-key-of-fifty-characters",
    "ALLOWED_HOSTS": "casebook.example.org",
    "SITE_URL": "https://casebook.example.org",
}

SHOW = "from django.conf import settings; print(settings.{0})"


def start(variables, script="from django.conf import settings; settings.DEBUG"):
    """A process with these variables and no others."""
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "civic.settings", **variables}
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture
def var(tmp_path):
    """A folder to write to."""
    return {"VAR_DIR": str(tmp_path)}


def test_it_needs_nothing_but_debug_to_develop(var):
    assert start({**var, "DEBUG": "1"}).returncode == 0


def test_it_starts_to_serve_with_three_variables(var):
    assert start({**var, **SAFE}).returncode == 0


@pytest.mark.parametrize("value", [None, "", "  "], ids=["missing", "empty", "blank"])
@pytest.mark.parametrize("name", SAFE)
def test_it_stops_with_a_sentence_that_names_what_is_missing(var, name, value):
    variables = {**var, **SAFE, name: value}

    stopped = start({key: text for key, text in variables.items() if text is not None})

    assert stopped.returncode != 0
    assert f"{name} is not set. Set it in the environment, or set DEBUG=1 to develop" in stopped.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "perhaps", "DEBUG is 'perhaps'. Use 1 or 0 (true/false, yes/no, on/off)."),
        ("DEBUG", "2", "DEBUG is '2'. Use 1 or 0"),
        ("BEHIND_PROXY", "nginx", "BEHIND_PROXY is 'nginx'. Use 1 or 0"),
        ("SECURE_SSL_REDIRECT", "301", "SECURE_SSL_REDIRECT is '301'. Use 1 or 0"),
        (
            "DATABASE_CONN_MAX_AGE",
            "a minute",
            "DATABASE_CONN_MAX_AGE is 'a minute'. Use a whole number, such as 60.",
        ),
        ("SECURE_HSTS_SECONDS", "1e6", "SECURE_HSTS_SECONDS is '1e6'. Use a whole number"),
    ],
)
def test_it_stops_at_a_value_that_makes_no_sense(var, name, value, sentence):
    stopped = start({**var, **SAFE, name: value})

    assert stopped.returncode != 0
    assert sentence in stopped.stderr


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_it_reads_what_is_true(var, value):
    assert start({**var, "DEBUG": value}, SHOW.format("DEBUG")).stdout == "True\n"


@pytest.mark.parametrize("value", ["0", "false", "No", "off", ""])
def test_it_reads_what_is_false(var, value):
    assert start({**var, **SAFE, "DEBUG": value}, SHOW.format("DEBUG")).stdout == "False\n"


@pytest.mark.parametrize(
    ("setting", "shown"),
    [
        ("ALLOWED_HOSTS", "['casebook.example.org']"),
        ("SECURE_SSL_REDIRECT", "True"),
        ("SECURE_HSTS_SECONDS", "31536000"),
        ("SESSION_COOKIE_SECURE", "True"),
        ("CSRF_COOKIE_SECURE", "True"),
        ("SESSION_COOKIE_HTTPONLY", "True"),
        ("SECURE_PROXY_SSL_HEADER", "None"),
        ("DEBUG", "False"),
    ],
)
def test_it_serves_safely_by_itself(var, setting, shown):
    assert start({**var, **SAFE}, SHOW.format(setting)).stdout.strip() == shown


def test_it_has_nothing_of_development_while_serving(var):
    script = "import django; django.setup(); from django.urls import resolve; resolve('/components/')"

    assert "Resolver404" in start({**var, **SAFE}, script).stderr


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"SITE_URL": "casebook.example.org"}, "civic.E002"),
        ({"SITE_URL": "https://casebook.example.org/stories/"}, "civic.E002"),
        ({}, "civic.W001"),
    ],
)
def test_it_checks_itself_before_it_is_deployed(var, variables, sentence):
    asked = "import django; django.setup(); from django.core.management import call_command"

    assert sentence in start({**var, **SAFE, **variables}, f"{asked}; call_command('check', deploy=True)").stderr
