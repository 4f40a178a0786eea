"""Rows are compared with what the desk shows of a record: its newest version, which is a draft where one waits."""

import pytest

from cases.models import Place, Story
from tests.factories import LeaderFactory, OrganisationFactory, ParticipationFactory, RoleFactory
from tests.reading import words
from tests.sheets.conftest import doing, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafted(bus, admin_user):
    """The story, with a draft that nobody has published."""
    bus.title, bus.year_from = "The drafted bus", 1993
    bus.measures.first().delete()
    bus.save_revision(user=admin_user)
    return Story.objects.get(pk=bus.pk)


def test_it_compares_with_the_draft(upload, drafted):
    found = upload(workbook(Stories=[["Slug", "Title", "First year"], ["bus", "The drafted bus", 1994]]))

    assert doing(found) == [("changed", "bus", {"First year": ("1993", "1994")})]


def test_it_says_that_drafts_would_be_published_too(editor, upload, drafted):
    found = upload(workbook(Stories=[["Slug", "Title"], ["bus", "The drafted bus"]]))

    page = words(editor.get(f"/desk/sheets/{found.pk}/"))

    assert "One record of these rows has a draft that readers do not see." in page
    assert "Publish the drafts" in page
    assert "As drafts" not in page


def test_it_publishes_the_draft_with_the_rows(bring_in, drafted, client):
    bring_in(workbook(Stories=[["Slug", "Result"], ["bus", "failed"]]))

    drafted.refresh_from_db()
    assert (drafted.title, drafted.year_from, drafted.result, drafted.has_unpublished_changes) == (
        "The drafted bus",
        1993,
        "failed",
        False,
    )
    assert "The drafted bus" in client.get("/stories/bus/").content.decode()


def test_it_adds_to_the_draft(bring_in, drafted):
    bring_in(workbook(Stories=[["Slug", "Result"], ["bus", "failed"]]), "drafts")

    drafted.refresh_from_db()
    newest = drafted.get_latest_revision_as_object()
    assert (newest.title, newest.result, drafted.title, drafted.result) == (
        "The drafted bus",
        "failed",
        "The bus",
        "mixed",
    )


def test_it_puts_tags_and_places_into_a_draft(bring_in, drafted):
    bring_in(workbook(Stories=[["Slug", "Tags", "Places"], ["bus", "rails; towns", "kirklees"]]), "drafts")

    drafted.refresh_from_db()
    newest = drafted.get_latest_revision_as_object()
    assert sorted(newest.tags.names()) == ["rails", "towns"]
    assert [place.slug for place in newest.places.all()] == ["kirklees"]


def test_it_puts_parts_into_a_draft(bring_in, drafted):
    LeaderFactory(slug="ada")
    steps = [["Story", "Date", "What happened"], ["bus", "1995-03", "It rolled."], ["bus", 1993, "It stood."]]
    roles = [["Story", "Leader", "Unnamed group", "Realm", "Part"], ["bus", "ada", "", "political", "led"]]

    bring_in(workbook(Milestones=steps, Roles=roles), "drafts")

    drafted.refresh_from_db()
    newest = drafted.get_latest_revision_as_object()
    assert [step.date for step in newest.milestones.all()] == ["1993", "1995-03"]
    assert [role.leader.slug for role in newest.roles.all()] == ["ada"]


def test_it_reads_a_draft_that_names_what_has_been_deleted(bring_in, bus, admin_user):
    body = OrganisationFactory(slug="gone")
    participation, role = ParticipationFactory(story=bus, organisation=body), RoleFactory(story=bus, organisation=body)
    Story.objects.get(pk=bus.pk).save_revision(user=admin_user)
    participation.delete()
    role.delete()
    body.delete()

    bring_in(workbook(Stories=[["Slug", "Result"], ["bus", "failed"]]))

    bus.refresh_from_db()
    assert (bus.result, bus.participations.count(), bus.roles.get().organisation) == ("failed", 0, None)


def test_it_shows_a_record_again_that_was_taken_back(bring_in, client):
    place = Place.objects.create(slug="oslo", name="Oslo", country="NO", kind="city")
    place.unpublish()

    bring_in(workbook(Places=[["Slug", "Name"], ["oslo", "Oslo"]]))

    assert client.get("/places/oslo/").status_code == 200


def test_it_exports_the_draft(editor, drafted):
    rows = editor.get("/desk/stories/", {"export": "csv"}).getvalue().decode("utf-8-sig").splitlines()

    assert rows[1].startswith('"bus","The drafted bus"')
    assert rows[1].endswith('"published, with a draft"')
