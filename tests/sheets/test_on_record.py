"""An import that publishes keeps the record, as publishing at the desk does: what readers saw stays under its number."""

import pytest

from cases.models import ChangeNote, Place, Story, Version
from cases.search import changes
from tests.sheets.conftest import workbook

pytestmark = pytest.mark.django_db

LATER = workbook(Stories=[["Slug", "Title"], ["bus", "The late bus"]])
LATEST = workbook(Stories=[["Slug", "Title"], ["bus", "The last bus"]])


def test_it_counts_the_versions(bring_in, bus, client):
    bring_in(LATER)
    bring_in(LATEST)

    assert Story.objects.get(pk=bus.pk).version == 3
    assert sorted(Version.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert "The bus" in client.get("/stories/bus/versions/1/").content.decode()
    assert "The late bus" in client.get("/stories/bus/versions/2/").content.decode()


def test_it_keeps_no_version_for_drafts(bring_in, bus):
    bring_in(LATER, "drafts")

    assert (Story.objects.get(pk=bus.pk).version, Version.objects.count()) == (1, 0)


def test_it_makes_no_version_of_a_story_that_shows_another_record(bring_in, bus):
    bus.places.add(Place.objects.get(slug="kirklees"))
    bus.save()

    bring_in(workbook(Places=[["Slug", "Name"], ["kirklees", "Huddersfield"]]))

    assert Story.objects.get(pk=bus.pk).version == 1


def test_it_tells_readers_what_a_draft_tells_them(bring_in, bus, admin_user):
    bus.title, bus.change_note = "The drafted bus", "The name was wrong."
    bus.save_revision(user=admin_user)

    bring_in(workbook(Stories=[["Slug", "Title"], ["bus", "The drafted bus"]]))

    assert list(ChangeNote.objects.values_list("version", "note")) == [(2, "The name was wrong.")]
    assert Story.objects.get(pk=bus.pk).get_latest_revision_as_object().change_note == ""


def test_it_makes_one_edition_of_an_import(bring_in, bus):
    (number, _stamp), edition = changes.current(), changes.now().edition

    bring_in(LATER)

    assert changes.current()[0] == number + 1
    assert changes.now().edition != edition


def test_it_makes_no_edition_of_drafts(bring_in, bus):
    edition = changes.now().edition

    bring_in(LATER, "drafts")

    assert changes.now().edition == edition
