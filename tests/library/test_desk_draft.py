"""A load meets records that editors have worked on."""

import pytest

from cases.models import Story


@pytest.fixture
def edited(load, small, story):
    """The small story, published from the desk, with a newer draft beside it."""
    story.write_text(story.read_text() + "sources:\n- source: civic-entrepreneurship-1998\n")
    load(small)
    story = Story.objects.get()
    story.save_revision().publish()
    story.refresh_from_db()
    story.title = "A draft at the desk"
    story.save_revision()
    return story


def test_it_leaves_the_draft_of_an_unchanged_record(load, small, edited):
    assert "Nothing changes" in load(small)

    edited.refresh_from_db()
    assert edited.has_unpublished_changes
    assert edited.get_latest_revision_as_object().title == "A draft at the desk"


def test_it_makes_the_new_state_the_newest_revision(load, small, story, edited):
    story.write_text(story.read_text().replace("A story with little in it", "A new title"))

    load(small)

    edited.refresh_from_db()
    assert edited.get_latest_revision_as_object().title == "A new title"
    assert edited.live_revision == edited.latest_revision
    assert not edited.has_unpublished_changes
    assert edited.get_latest_revision_as_object().evidence.count() == 1


def test_it_keeps_the_draft_in_the_history_and_warns(load, small, story, edited):
    story.write_text(story.read_text().replace("A story with little in it", "A new title"))

    said = load(small)

    assert "Warning: The story “little” had an unpublished draft at the desk." in said
    titles = [revision.content["title"] for revision in edited.revisions.order_by("pk")]
    assert titles[-2:] == ["A draft at the desk", "A new title"]


def test_it_gives_no_history_to_a_record_that_has_none(load, small, story):
    load(small)
    story.write_text(story.read_text().replace("mixed", "failed"))

    load(small)

    assert not Story.objects.get().revisions.exists()
