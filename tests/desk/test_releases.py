"""An editor puts drafts together and publishes them at one moment."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cases.models import Release, Story


@pytest.fixture
def drafts(make_story):
    """Two stories that readers have not seen."""
    stories = [make_story(title=title, slug=title.lower(), live=False) for title in ("Bins", "Trams")]
    for story in stories:
        story.save_revision()
    return stories


@pytest.fixture
def made(editor, drafts):
    """A release of the two."""
    names = [f"story:{story.pk}" for story in drafts]
    editor.post("/desk/releases/new/", {"title": "The autumn", "at": "", "records": names})
    return Release.objects.get()


def statuses(client):
    """What readers get at the two addresses."""
    return [client.get(f"/stories/{slug}/").status_code for slug in ("bins", "trams")]


def test_it_is_made_of_drafts(editor, made):
    page = editor.get(f"/desk/releases/edit/{made.pk}/").content.decode()

    assert ("Bins" in page, "Trams" in page, "Publish together" in page) == (True, True, True)
    assert [str(item) for item in made.items.all()] == ["Bins", "Trams"]


def test_it_publishes_all_of_it_by_hand(editor, made, client):
    before = statuses(client)

    page = editor.post(f"/desk/releases/publish/{made.pk}/", follow=True).content.decode()

    assert (before, statuses(client)) == ([404, 404], [200, 200])
    assert "“The autumn” is published: readers see all of it." in page


def test_it_says_what_stands_in_its_way(editor, made, client):
    Story.objects.filter(slug="trams").update(locked=True)

    page = editor.get(f"/desk/releases/edit/{made.pk}/").content.decode()
    told = editor.post(f"/desk/releases/publish/{made.pk}/", follow=True).content.decode()

    assert "“Trams” is locked. Unlock it first." in page
    assert "“Trams” is locked. Unlock it first." in told
    assert statuses(client) == [404, 404]


def test_it_refuses_a_time_that_has_passed(editor, drafts):
    form = {"title": "The autumn", "at": "2020-01-01 12:00", "records": [f"story:{drafts[0].pk}"]}

    page = editor.post("/desk/releases/new/", form).content.decode()

    assert "1 January 2020, 12:00 has passed. Choose a later time, or none and publish by hand." in page
    assert not Release.objects.exists()


def test_it_keeps_its_time(editor, drafts):
    at = timezone.localtime(timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)

    form = {"title": "The autumn", "at": at.strftime("%Y-%m-%d %H:%M"), "records": [f"story:{drafts[0].pk}"]}
    editor.post("/desk/releases/new/", form)

    assert Release.objects.get().at == at


def test_it_tries_again_what_could_not_be_published(editor, made, drafts):
    Release.objects.update(refused="It was locked.")

    editor.post(
        f"/desk/releases/edit/{made.pk}/", {"title": "The winter", "at": "", "records": [f"story:{drafts[1].pk}"]}
    )

    made.refresh_from_db()
    assert (made.title, made.refused, [str(item) for item in made.items.all()]) == ("The winter", "", ["Trams"])


def test_it_leaves_what_was_published_as_it_was(editor, made):
    editor.post(f"/desk/releases/publish/{made.pk}/")

    answer = editor.post(f"/desk/releases/edit/{made.pk}/", {"title": "Other", "at": "", "records": []})

    made.refresh_from_db()
    assert (answer.status_code, made.title) == (403, "The autumn")


def test_it_lists_releases_with_how_they_stand(editor, made):
    before = editor.get("/desk/releases/").content.decode()
    editor.post(f"/desk/releases/publish/{made.pk}/")

    after = editor.get("/desk/releases/").content.decode()

    assert ("waits for an editor" in before, "waits for an editor" in after) == (True, False)


def test_it_lets_only_who_may_publish_releases(made, client):
    user = User.objects.create_user("writer")
    names = ("access_admin", "change_release", "publish_story")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    writer = Client()
    writer.force_login(user)

    writer.post(f"/desk/releases/publish/{made.pk}/")

    assert statuses(client) == [404, 404]
    assert "Publish together" not in writer.get(f"/desk/releases/edit/{made.pk}/").content.decode()


def test_it_tells_in_each_history_with_what_it_was_published(editor, made, drafts):
    editor.post(f"/desk/releases/publish/{made.pk}/")

    entries = ModelLogEntry.objects.filter(action="cases.release")
    page = editor.get(f"/desk/stories/history/{drafts[0].pk}/").content.decode()

    assert entries.count() == 2
    assert "Published with the release “The autumn”" in page
