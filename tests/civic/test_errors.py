"""When something goes wrong, the page says what, and where to go next."""

import json

import pytest
from django.db import DatabaseError
from django.test import Client, RequestFactory

from civic import views
from tests.factories import StoryFactory
from tests.reading import links, soup, words

WAYS_ON = {"See the stories": "/stories/", "See the lessons": "/lessons/", "Go to the first page": "/"}


@pytest.mark.parametrize(
    "address", ["/no-such-page/", "/stories/no-such-story/", "/stories/no/such/story/", "/favicon.ico"]
)
@pytest.mark.django_db
def test_it_says_that_nothing_is_there(client, address):
    response = client.get(address)

    assert (response.status_code, soup(response).h1.get_text()) == (404, "There is nothing at this address")
    assert links(response).items() >= WAYS_ON.items()


@pytest.mark.django_db
def test_it_says_that_a_page_was_taken_back(client):
    StoryFactory(slug="bus", title="The <b>bus</b>", retired=True)

    response = client.get("/stories/bus/")

    assert (response.status_code, soup(response).h1.get_text()) == (410, "This page has been taken back")
    assert b"The &lt;b&gt;bus" in response.content
    assert links(response).items() >= WAYS_ON.items()


@pytest.mark.parametrize(("name", "status"), [("bad_request", 400), ("forbidden", 403), ("not_found", 404)])
def test_it_offers_ways_on(name, status):
    response = getattr(views, name)(RequestFactory().get("/"), Exception())

    assert response.status_code == status
    assert links(response).items() >= WAYS_ON.items()
    assert soup(response).find("form", action="/stories/")


def test_it_asks_nothing_of_the_database_when_it_broke(monkeypatch):
    """Without the mark django_db any query fails the test."""
    monkeypatch.setattr("civic.views.about.__wrapped__", raising(RuntimeError()), raising=False)
    response = views.server_error(RequestFactory().get("/"))

    assert (response.status_code, soup(response).h1.get_text()) == (500, "Something went wrong on our side")
    assert links(response)["Go to the first page"] == "/"


@pytest.mark.django_db
def test_it_shows_its_own_page_when_a_view_breaks(monkeypatch):
    monkeypatch.setattr("lessons.views.home_context", raising(RuntimeError("Secret detail")))

    response = Client(raise_request_exception=False).get("/")

    assert (response.status_code, soup(response).h1.get_text()) == (500, "Something went wrong on our side")
    assert "Secret detail" not in response.content.decode()


@pytest.mark.django_db
def test_it_says_that_a_form_was_open_too_long():
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x", "password": "y"})

    assert (response.status_code, soup(response).h1.get_text()) == (403, "The form was not taken")
    assert "what you typed is still there" in words(response)


@pytest.mark.parametrize("status", ["403", "404", "410", "500"])
def test_it_shows_each_error_page_in_development(status):
    assert views.error_example(RequestFactory().get("/"), status).status_code == int(status)


@pytest.mark.django_db
def test_it_is_well(client):
    StoryFactory()

    response = client.get("/healthz")

    state = response.json()
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert {name: state[name] for name in ("status", "database", "index", "stories", "indexed")} == {
        "status": "ok",
        "database": "ok",
        "index": "ok",
        "stories": 1,
        "indexed": 1,
    }
    assert state["generation"] == state["index_generation"]


@pytest.mark.django_db
def test_it_is_not_well_without_its_database(client, monkeypatch):
    monkeypatch.setattr("civic.views.changes.current", raising(DatabaseError("password in here")))

    response = client.get("/healthz")

    assert response.status_code == 503
    assert (response.json()["status"], response.json()["database"]) == ("unavailable", "DatabaseError")
    assert "password" not in json.dumps(response.json())


@pytest.mark.django_db
def test_it_is_not_well_without_its_index(client, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.INDEX_DIR = tmp_path / "file"

    response = client.get("/healthz")

    assert response.status_code == 503
    assert (response.json()["status"], response.json()["database"]) == ("unavailable", "ok")
    assert response.json()["index"] != "ok"


def raising(error):
    """Something that raises the error when it is called."""

    def raise_it(*args, **kwargs):
        raise error

    return raise_it


@pytest.mark.django_db
def test_it_says_on_every_page_where_one_is(client):
    assert soup(client.get("/lessons/")).select_one("header [aria-current=page]").get_text() == "Lessons"
    assert "How to read this library" in words(client.get("/about/"))
