"""Pages that are the same for everybody: not sent again to who has them, and never older than the library."""

import gzip
from unittest import mock

import pytest
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client, RequestFactory

from cases import sharing
from cases.models import Story
from cases.search.index import LibraryIndex, library_index
from tests.factories import CollectionFactory, LessonFactory, QuestionFactory, StoryFactory

pytestmark = pytest.mark.django_db
PAGES = ["/", "/stories/", "/stories.json", "/stories/bus/", "/lessons/", "/explore/innovation-zones/", "/leaders/"]


@pytest.fixture
def bus():
    """A story."""
    return StoryFactory(slug="bus", title="The night bus", ready=True)


def again(client, address, response, **headers):
    """Ask whether the page still holds."""
    return client.get(address, headers={"If-None-Match": response["ETag"], **headers})


@pytest.mark.parametrize("address", PAGES)
def test_it_does_not_send_a_page_again(client, bus, address):
    first = client.get(address)

    second = again(client, address, first)

    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")
    assert "no-cache" in second["Cache-Control"]


@pytest.mark.parametrize("address", PAGES)
def test_it_sends_a_page_again_when_anything_has_changed(client, bus, address):
    first = client.get(address)
    bus.title = "The day bus"
    bus.save()

    assert again(client, address, first).status_code == 200


@pytest.mark.parametrize("factory", [LessonFactory, QuestionFactory, CollectionFactory])
def test_it_knows_of_changes_that_concern_no_story(client, factory):
    record = factory()
    first = client.get("/")
    record.save()

    assert again(client, "/", first).status_code == 200


def test_it_knows_of_what_was_deleted(client):
    question = QuestionFactory(question="Who pays?")
    assert b"Who pays?" in client.get("/questions/").content
    question.delete()

    assert b"Who pays?" not in client.get("/questions/").content


def test_it_knows_of_elements_that_a_lesson_no_longer_has(client):
    lesson = LessonFactory()
    first = client.get("/lessons/")
    lesson.elements.set([])
    lesson.questions.set([QuestionFactory()])

    assert again(client, "/lessons/", first).status_code == 200


def test_it_keeps_a_page_and_asks_one_question(client, bus, django_assert_num_queries):
    first = client.get("/stories/bus/")

    with django_assert_num_queries(1):
        second = client.get("/stories/bus/")

    assert second.content == first.content


def test_it_keeps_no_page_that_is_very_large(client, bus, monkeypatch):
    monkeypatch.setattr(sharing, "LARGEST", 500)
    with mock.patch.object(sharing.kept_pages, "set") as keep:
        response = client.get("/stories/")

    assert (keep.call_count, again(client, "/stories/", response).status_code) == (0, 304)


def test_it_shows_nobody_the_page_of_who_is_signed_in(client, admin_client, bus):
    admin_client.get("/stories/bus/")
    with mock.patch.object(sharing.kept_pages, "set") as keep:
        response = admin_client.get("/stories/bus/")

    assert keep.call_count == 0
    assert response["Cache-Control"] == "private, no-cache" or "private" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]


def test_it_gives_a_page_of_their_own_to_who_has_signed_in(client, admin_client, bus):
    first = client.get("/stories/bus/")
    admin_client.cookies[settings.SESSION_COOKIE_NAME] = admin_client.cookies[settings.SESSION_COOKIE_NAME].value

    assert again(admin_client, "/stories/bus/", first).status_code == 200


def test_it_keeps_no_page_while_a_message_waits(bus):
    client, storage = Client(), CookieStorage(RequestFactory().get("/"))
    client.cookies["messages"] = storage._encode([Message(constants.INFO, "It is done.")])

    assert "private" in client.get("/stories/bus/")["Cache-Control"]


def test_it_tells_a_part_from_a_page(client, bus):
    page = client.get("/stories/")
    part = client.get("/stories/", headers={"HX-Request": "true"})

    assert (b"<html" in page.content, b"<html" in part.content) == (True, False)
    assert page["ETag"] != part["ETag"]


def test_it_tells_one_state_from_another(client, bus):
    tags = {
        client.get(address)["ETag"]
        for address in ("/stories/", "/stories/?q=bus", "/stories/?q=tram", "/stories/?page=2")
    }

    assert len(tags) == 4


def test_it_sends_the_same_pressed_and_plain(client, bus):
    pressed = client.get("/stories/", headers={"Accept-Encoding": "gzip"})
    kept = client.get("/stories/", headers={"Accept-Encoding": "gzip"})

    assert gzip.decompress(pressed.content) == gzip.decompress(kept.content) == client.get("/stories/").content
    assert (pressed["Content-Encoding"], "Accept-Encoding" in kept["Vary"]) == ("gzip", True)


def test_it_neither_keeps_nor_names_a_page_that_is_behind(client, bus, monkeypatch):
    client.get("/stories/")
    behind = library_index().snapshot()
    StoryFactory(title="The tram")
    with monkeypatch.context() as busy:
        busy.setattr(LibraryIndex, "_as_fresh_as", lambda index, generation: behind)
        stale = client.get("/stories/")

    fresh = client.get("/stories/")
    assert (b"The tram" in stale.content, b"The tram" in fresh.content) == (False, True)
    assert "private" in stale["Cache-Control"]


def test_it_shows_a_change_that_was_taken_back_no_longer(client, bus):
    Story.objects.get(slug="bus").unpublish()
    assert client.get("/stories/bus/").status_code == 410

    bus.refresh_from_db()
    bus.save_revision().publish()
    assert client.get("/stories/bus/").status_code == 200


def test_it_is_another_page_in_another_version_of_the_software(client, bus, monkeypatch):
    first = client.get("/stories/")
    monkeypatch.setattr(sharing, "software", lambda: "another")

    assert again(client, "/stories/", first).status_code == 200


def test_it_draws_every_page_anew_in_development(client, bus, settings):
    settings.DEBUG = True

    assert "private" in client.get("/stories/")["Cache-Control"]
