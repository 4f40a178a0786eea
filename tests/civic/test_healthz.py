"""Asking whether this process can serve."""

from unittest import mock

import pytest
from django.db import OperationalError

from cases.search.index import IndexUnavailable
from tests.factories.story import StoryFactory

pytestmark = pytest.mark.django_db


def test_it_works(client):
    StoryFactory()

    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert (answer.json()["stories"], answer.json()["indexed"]) == (1, 1)


def test_it_is_never_kept(client):
    assert client.get("/healthz")["Cache-Control"] == "no-store"


def test_it_says_when_the_database_is_away(client):
    with mock.patch("civic.views.changes.now", side_effect=OperationalError("gone")):
        answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["database"] == "OperationalError"


def test_it_says_when_the_index_is_away(client):
    with mock.patch("civic.views.library_index", side_effect=IndexUnavailable("It is being built.")):
        answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["index"] == "It is being built."


def test_it_says_so_to_readers_too(client):
    with mock.patch("cases.finder.library_index", side_effect=IndexUnavailable("It is being built.")):
        page = client.get("/stories/")

    assert page.status_code == 503
    assert page["Retry-After"] == "5"
