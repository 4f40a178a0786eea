"""Drafts stay beside the live version; what is published is found, and nothing else."""

import pytest

from cases.models import Role


@pytest.fixture
def live(make_story):
    """A published story."""
    return make_story(title="The recycling scheme", slug="recycling")


@pytest.fixture
def save(editor, live, story_form):
    """Saves the live story's screen with other words."""

    def post(*, action="action-draft", **given):
        form = story_form(**{"title": live.title, "slug": live.slug, **given})
        return editor.post(f"/desk/stories/edit/{live.pk}/", {**form, action: "1"})

    return post


def test_it_makes_a_new_story_findable(editor, story_form, found):
    assert found("bins") == []

    editor.post("/desk/stories/add/", {**story_form(), "action-publish": "1"})

    assert found("bins") == ["the-bins"]


def test_it_keeps_a_draft_from_readers_and_from_the_index(save, live, client, found):
    save(title="The zeppelin scheme")

    assert found("zeppelin") == []
    assert found("recycling") == ["recycling"]
    assert "zeppelin" not in client.get("/stories/recycling/").content.decode()


def test_it_publishes_the_draft(save, live, client, found):
    assert found("recycling") == ["recycling"]

    save(title="The zeppelin scheme")
    save(title="The zeppelin scheme", action="action-publish")

    assert found("zeppelin") == ["recycling"]
    assert found("recycling") == []
    assert "zeppelin" in client.get("/stories/recycling/").content.decode()


def test_it_publishes_a_change_of_a_part(save, live, client, make_story, found):
    make_story(title="Another recycling scheme")
    assert len(found("recycling")) == 2

    save(roles=[{"group": "The pilots", "realm": "community", "part": "led"}], action="action-publish")

    assert live.roles.get().group == "The pilots"
    assert client.get("/stories.json", {"realm": "community"}).json()["total"] == 1
    assert "The pilots" in client.get("/stories/recycling/").content.decode()


def test_it_takes_an_unpublished_story_from_readers(editor, live, client, found):
    assert found("recycling") == ["recycling"]

    editor.post(f"/desk/stories/unpublish/{live.pk}/")

    assert found("recycling") == []
    assert client.get("/stories/recycling/").status_code == 404


def test_it_goes_back_to_an_older_version(editor, save, live, story_form, found):
    save(title="The zeppelin scheme", action="action-publish")
    older = live.revisions.order_by("pk").first()
    save(title="The balloon scheme", action="action-publish")
    assert found("balloon") == ["recycling"]

    shown = editor.get(f"/desk/stories/history/{live.pk}/revisions/{older.pk}/revert/").content.decode()
    form = {**story_form(title="The zeppelin scheme", slug="recycling"), "action-publish": "1"}
    editor.post(f"/desk/stories/history/{live.pk}/revisions/{older.pk}/revert/", form)

    assert "The zeppelin scheme" in shown
    assert found("zeppelin") == ["recycling"]
    assert found("balloon") == []


def test_it_compares_two_versions(editor, save, live):
    save(title="The zeppelin scheme", action="action-publish")
    save(title="The balloon scheme")

    page = editor.get(f"/desk/stories/history/{live.pk}/revisions/compare/live...latest/").content.decode()

    assert "balloon" in page
    assert "zeppelin" in page


def test_it_previews_the_real_page_of_a_draft(editor, live, story_form):
    address = f"/desk/stories/preview/{live.pk}/"
    milestones = [
        {"year": 1995, "text": "The balloon rose."},
        {"year": 1993, "text": "The balloon was sewn."},
    ]
    answer = editor.post(address, story_form(title="The zeppelin scheme", slug="recycling", milestones=milestones))

    page = editor.get(address).content.decode()

    assert answer.json() == {"is_valid": True, "is_available": True}
    assert "The zeppelin scheme" in page
    assert page.index("The balloon was sewn.") < page.index("The balloon rose.")


def test_it_previews_a_story_that_is_not_saved_yet(editor, story_form):
    editor.post("/desk/stories/preview/", story_form(title="The zeppelin scheme"))

    page = editor.get("/desk/stories/preview/")

    assert "The zeppelin scheme" in page.content.decode()


def test_it_deletes_a_part_that_was_taken_off_the_screen(save, live):
    role = Role.objects.create(story=live, group="The crews", realm="community", part="led")

    save(
        roles=[{"id": role.pk, "group": "The crews", "realm": "community", "part": "led", "DELETE": "on"}],
        roles_before=1,
        action="action-publish",
    )

    assert not live.roles.exists()
