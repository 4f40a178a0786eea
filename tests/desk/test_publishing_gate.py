"""No path leads a story below the minimum to readers; whoever tries is told what is missing, and loses nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email
from wagtail.actions.publish_revision import PublishRevisionAction

from cases import chores
from cases.checking_stories.gate import NotReady
from cases.models import Story
from tests.reading import soup

BARE = {"places": (), "citations": []}
MISSING = ["Places", "The sources"]


@pytest.fixture
def bare(make_story):
    """A draft without a place and without a source, as its newest version has it."""
    story = make_story(live=False)
    story.places.clear()
    story.citations.clear()
    story.save_revision()
    return story


def missing(response):
    """The fields that the page names, each with a way to it."""
    return [link.get_text() for link in soup(response).select(".messages .desk-findings a")]


@pytest.fixture
def refused(editor):
    """Publishes by the form at an address, and answers what is said on the screen that it leads to."""

    def publish(address, form):
        response = editor.post(address, {**form, "action-publish": "1"}, follow=True)
        assert "was not published, because 2 things are missing" in response.content.decode()
        return missing(response)

    return publish


def test_it_is_refused_when_it_is_added(refused, story_form):
    assert refused("/desk/stories/add/", story_form(**BARE)) == MISSING

    assert not Story.objects.get(slug="the-bins").live


def test_it_is_refused_when_it_is_edited_and_what_was_typed_is_kept(refused, story_form, make_story):
    story = make_story(slug="the-bins")
    story.citations.all().delete()

    said = refused(f"/desk/stories/edit/{story.pk}/", story_form(**BARE, problem="What was typed."))

    story.refresh_from_db()
    assert said == MISSING
    assert story.problem == ""
    assert story.latest_revision.content["problem"] == "What was typed."


def test_it_is_refused_when_it_is_copied(editor, refused, story_form, bare):
    copy = soup(editor.get(f"/desk/stories/copy/{bare.pk}/")).select_one("#w-editor-form")

    assert refused(copy["action"], story_form(**BARE)) == MISSING


def test_it_changes_no_story_by_its_copy(editor, story_form, bare):
    assert editor.post(f"/desk/stories/copy/{bare.pk}/", story_form()).status_code == 405


def test_it_is_refused_when_an_old_version_is_brought_back(refused, story_form, bare):
    old = bare.latest_revision
    bare.title = "Newer"
    bare.save_revision()

    address = f"/desk/stories/history/{bare.pk}/revisions/{old.pk}/revert/"

    assert refused(address, story_form(**BARE)) == MISSING


def test_it_is_refused_when_it_is_scheduled(refused, story_form, bare):
    later = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")

    assert refused(f"/desk/stories/edit/{bare.pk}/", story_form(**BARE, go_live_at=later)) == MISSING

    assert not bare.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_it_is_refused_to_code_that_publishes_a_version(bare):
    with pytest.raises(NotReady, match="The story has no place"):
        bare.latest_revision.publish()

    bare.refresh_from_db()
    assert not bare.live


def test_it_is_refused_to_code_that_sets_a_time_for_a_live_story(bare):
    Story.objects.update(live=True)
    bare.refresh_from_db()
    bare.go_live_at = timezone.now() + timedelta(days=1)

    with pytest.raises(NotReady):
        bare.save_revision().publish()

    assert not bare.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_it_is_refused_to_code_that_uses_the_action_itself(bare):
    with pytest.raises(NotReady):
        PublishRevisionAction(bare.latest_revision).execute()

    bare.refresh_from_db()
    assert not bare.live


@pytest.fixture
def keep_house(monkeypatch):
    """Does what the house does by itself, and sends no mail."""
    monkeypatch.setattr(chores, "LAST", [])
    return lambda: list(chores.keep_house())


def test_it_is_taken_off_the_schedule_and_editors_are_told(bare, admin_user, keep_house):
    admin_user.email = "ada@example.org"
    admin_user.save()
    bare.save_revision(user=admin_user, approved_go_live_at=timezone.now() - timedelta(hours=1))

    assert keep_house() == ["publish what is scheduled: held back 1"]
    assert keep_house() == []

    [mail] = Email.objects.all()
    assert mail.to == ["ada@example.org"]
    assert "The story has no place." in mail.message
    assert not Story.objects.get().live
    assert not bare.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_it_holds_up_no_other_story_on_the_schedule(bare, make_story, keep_house):
    ready = make_story(live=False, slug="ready")
    ready.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    bare.save_revision(approved_go_live_at=timezone.now() - timedelta(hours=1))

    keep_house()

    assert list(Story.objects.published()) == [ready]


def test_it_is_always_saved_as_a_draft(editor, story_form):
    response = editor.post("/desk/stories/add/", story_form(**BARE))

    assert response.status_code == 302
    assert Story.objects.get(slug="the-bins").latest_revision


def test_it_answers_any_other_door_with_a_page(editor, story_form, bare, monkeypatch):
    monkeypatch.setattr("cases.wagtail_hooks.keep_unready_as_draft", lambda request, story: None)
    form = {**story_form(slug=bare.slug, **BARE), "action-publish": "1"}

    response = editor.post(f"/desk/stories/edit/{bare.pk}/", form)

    assert response.status_code == 409
    assert "The story has no place." in response.content.decode()
