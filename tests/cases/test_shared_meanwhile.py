"""A page whose records are changed while it is read."""

from unittest import mock

import pytest

from cases.models import Story
from cases.story_reading import story_for_page
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """A story."""
    return StoryFactory(slug="bus", title="The night bus", ready=True)


def changed_once(bus):
    """What the first who reads meets, who does so while the story is changed; and the second."""
    bus.title = "The day bus"
    bus.save()
    yield Story.DoesNotExist("A record has gone since the last question.")
    yield story_for_page("bus")


def test_it_is_read_again(client, bus):
    with mock.patch("cases.views.story_for_page", side_effect=changed_once(bus)):
        response = client.get("/stories/bus/")

    assert (response.status_code, b"The day bus" in response.content) == (200, True)
    assert client.get("/stories/bus/", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_it_is_not_read_again_where_nothing_was_changed(client, bus):
    with (
        mock.patch("cases.views.story_for_page", side_effect=KeyError("broken")) as asked,
        pytest.raises(KeyError, match="broken"),
    ):
        client.get("/stories/bus/")

    assert asked.call_count == 1
