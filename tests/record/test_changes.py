"""Readers see what changed in a story: a list with notes and versions, and the same as a feed."""

import feedparser
import pytest

from cases.models import ChangeNote, Story
from tests.factories import ChangeNoteFactory, EvidenceFactory, MeasureFactory, StoryFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


def steps(response):
    """The entries of the page, each as a line of words."""
    return [" ".join(step.get_text(" ").split()) for step in soup(response).select(".change")]


def test_it_says_that_nothing_has_changed_yet(client, bus):
    page = client.get("/stories/bus/changes/")

    assert "“The night bus” stands as it was first published." in words(page)
    assert steps(page) == ["Version 1 1 January 2026 what readers see now First published."]


def test_it_lists_versions_newest_first_with_what_changed(client, bus, publish):
    publish(bus, problem="It rained.", summary="A bus in the rain.")
    publish(bus, note="The second winter is told now.", what_changed="More came.")

    found = steps(client.get("/stories/bus/changes/"))

    assert [line.split(" what readers")[0].split(" 20")[0][:9] for line in found] == [
        "Version 3",
        "Version 2",
        "Version 1",
    ]
    assert "The second winter is told now. Rewritten: “What changed”" in found[0]
    assert "Rewritten: the summary, “The problem”" in found[1]


def test_it_counts_parts_that_came_went_and_were_altered(client, bus, publish):
    draft = Story.objects.get(pk=bus.pk)
    draft.measures = [
        MeasureFactory.build(story=None, indicator="Riders", result="4"),
        MeasureFactory.build(story=None),
    ]
    draft.evidence = []
    draft.tags.set(["night owls", "rain"])
    draft.save_revision().publish()

    assert "Added: 1 tag, 1 figure Altered: 1 figure Taken out: 1 piece of evidence" in steps(
        client.get("/stories/bus/changes/")
    )[0].replace("  ", " ")


def test_it_links_to_each_version(client, bus, publish):
    publish(bus, title="The morning bus")

    shown = links(client.get("/stories/bus/changes/"))

    assert (shown["Version 1"], shown["Version 2"]) == ("/stories/bus/versions/1/", "/stories/bus/versions/2/")


def test_it_tells_of_changes_that_another_copy_published(client):
    story = StoryFactory(slug="bus", version=3)
    ChangeNoteFactory(story=story, version=2, note="The second winter.")
    ChangeNoteFactory(story=story, note="A slip.")

    page = client.get("/stories/bus/changes/")

    assert [line.replace("  ", " ") for line in steps(page)][1:] == [
        "Version 2 1 May 2026 The second winter.",
        "A change 1 May 2026 A slip.",
    ]
    assert "Version 2" not in links(page)


def test_it_gives_the_same_as_a_feed(client, bus, publish):
    publish(bus, note="The second winter & what came of it.", problem="It rained.")

    response = client.get("/stories/bus/changes.atom")
    feed = feedparser.parse(response.content)

    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.title for entry in feed.entries] == ["Version 2", "Version 1"]
    assert feed.entries[0].summary == "The second winter & what came of it. Rewritten: “The problem”."
    assert feed.entries[0].link == "http://127.0.0.1:8000/stories/bus/versions/2/"


def test_it_moves_the_note_from_the_draft_to_the_record(bus, publish):
    story = publish(bus, note="The second winter.", problem="It rained.")

    assert ChangeNote.objects.values_list("version", "note").get() == (2, "The second winter.")
    assert (story.change_note, story.change_kind) == ("", "minor")
    assert story.latest_revision.content["change_note"] == ""


def test_it_keeps_the_note_beside_a_draft(bus):
    bus.change_note, bus.change_kind = "Soon.", "major"
    bus.save_revision()

    assert Story.objects.get(pk=bus.pk).get_latest_revision_as_object().change_note == "Soon."
    assert not ChangeNote.objects.exists()


def test_it_leads_from_the_story_to_its_changes(client, bus):
    EvidenceFactory(story=bus)

    page = client.get("/stories/bus/")

    assert links(page)["What changed on this page"] == "/stories/bus/changes/"
    feeds = [link["href"] for link in soup(page).find_all("link", type="application/atom+xml")]
    assert feeds[-1] == "/stories/bus/changes.atom"
    assert "Version 1, last updated 1 January 2026." in words(page)


@pytest.mark.parametrize("address", ["changes/", "changes.atom", "versions/1/", "cite.bib", "cite.ris", "cite.json"])
@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("retired", 410)])
def test_it_has_no_record_of_what_readers_may_not_see(client, address, state, status):
    StoryFactory(slug="bus", **{state: True})

    assert client.get(f"/stories/bus/{address}").status_code == status
