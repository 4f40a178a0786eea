"""Two editors on one record: nobody overwrites what they have not seen, and nobody loses what they typed."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from cases.desk import conflict
from cases.models import Story

SENT = ("loaded_state", "loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id", "keep_mine")


@pytest.fixture
def live(make_story):
    """A published story that came from files: the desk has no version of it."""
    return make_story(title="The recycling scheme", slug="recycling", last_published_at=timezone.now())


@pytest.fixture
def second(db):
    """Another editor."""
    user = User.objects.create_superuser("bea", password=None, first_name="Bea", last_name="Okafor")
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def opened(live):
    """Opens the story's screen, and answers what the page would send back by itself."""

    def look(client):
        page = BeautifulSoup(client.get(f"/desk/stories/edit/{live.pk}/").content, "html.parser")
        return {name: field["value"] for name in SENT if (field := page.find("input", attrs={"name": name}))}

    return look


@pytest.fixture
def save(live, story_form):
    """Sends the screen with other words, and what the page sends by itself."""

    def post(client, hidden, **given):
        form = story_form(**{"title": live.title, "slug": live.slug, **given})
        return client.post(f"/desk/stories/edit/{live.pk}/", {**form, **hidden})

    return post


def newest():
    """The title of the newest draft."""
    return Story.objects.get().get_latest_revision_as_object().title


def again(page):
    """What the refused page would send back, with the box ticked."""
    shown = BeautifulSoup(page.content, "html.parser")
    return {name: shown.find("input", attrs={"name": name})["value"] for name in ("loaded_state", "keep_mine")}


def test_it_saves_what_rests_on_the_newest(editor, opened, save):
    save(editor, opened(editor), title="First")

    answer = save(editor, opened(editor), title="Second")

    assert (answer.status_code, newest()) == (302, "Second")


def test_it_refuses_the_second_and_keeps_what_was_typed(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")

    page = save(editor, mine, title="What I wrote")

    assert (page.status_code, newest()) == (200, "What Bea wrote")
    assert "Bea Okafor saved a newer version while you were writing" in page.content.decode()
    assert 'value="What I wrote"' in page.content.decode()


def test_it_shows_what_differs(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote", problem="Nobody came.")

    page = save(editor, mine, title="What I wrote", problem="Nobody came.")

    shown = " ".join(BeautifulSoup(page.content, "html.parser").select_one(".desk-conflict").get_text(" ").split())
    assert "Title" in shown
    assert "The problem" not in shown


def test_it_lets_the_second_put_theirs_on_top(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")
    refused = save(editor, mine, title="What I wrote")

    answer = save(editor, again(refused), title="What I wrote")

    titles = [revision.content["title"] for revision in Story.objects.get().revisions.order_by("pk")]
    assert (answer.status_code, titles[-2:]) == (302, ["What Bea wrote", "What I wrote"])


def test_it_refuses_again_where_a_third_version_came_in_between(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")
    refused = save(editor, mine, title="What I wrote")
    save(second, opened(second), title="What Bea wrote later")

    page = save(editor, again(refused), title="What I wrote")

    assert (page.status_code, newest()) == (200, "What Bea wrote later")


def test_it_stays_refused_without_the_choice(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")
    refused = save(editor, mine, title="What I wrote")

    page = save(editor, {"loaded_state": again(refused)["loaded_state"]}, title="What I wrote")

    assert (page.status_code, newest()) == (200, "What Bea wrote")


def test_it_refuses_to_publish_over_it(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")

    save(editor, mine, title="What I wrote", **{"action-publish": "1"})

    assert Story.objects.get().title == "The recycling scheme"


def test_it_refuses_where_files_were_loaded_in_between(editor, live, opened, save):
    mine = opened(editor)
    Story.objects.update(title="From the files", last_published_at=timezone.now() + timedelta(seconds=1))

    page = save(editor, mine, title="What I wrote")

    assert "Somebody saved a newer version while you were writing" in page.content.decode()
    assert Story.objects.get().title == "From the files"


def test_it_refuses_who_is_slower_by_a_moment(editor, second, opened, save, monkeypatch, live):
    mine = opened(editor)
    valid = conflict.ConflictMixin.is_valid

    def interrupted(view, form):
        found = valid(view, form)
        Story.objects.get(pk=live.pk).save_revision()
        return found

    monkeypatch.setattr(conflict.ConflictMixin, "is_valid", interrupted)

    page = save(editor, mine, title="What I wrote")

    assert (page.status_code, newest()) == (200, "The recycling scheme")
    assert 'value="What I wrote"' in page.content.decode()


def test_it_keeps_every_word_where_something_else_is_wrong_too(editor, second, opened, save):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")

    page = save(editor, mine, title="What I wrote", result="", **{"action-publish": "1"}).content.decode()

    assert 'value="What I wrote"' in page
    assert "Mend what is marked below; then the difference can be shown." in page


def test_it_saves_by_itself_no_more_once_somebody_was_quicker(admin_user, second, opened, save, editor):
    mine, theirs = opened(editor), opened(second)
    save(second, theirs, title="What Bea wrote")
    page = Client(headers={"accept": "application/json"})
    page.force_login(admin_user)

    answer = json.loads(save(page, mine, title="What I wrote").content)

    assert (answer["success"], answer["error_code"], newest()) == (False, "invalid_revision", "What Bea wrote")


def test_it_goes_on_saving_by_itself_for_one_editor(admin_user, opened, editor, save):
    mine = opened(editor)
    page = Client(headers={"accept": "application/json"})
    page.force_login(admin_user)
    first = json.loads(save(page, mine, title="One").content)
    hidden = {
        **mine,
        "loaded_revision_id": first["revision_id"],
        "loaded_revision_created_at": first["revision_created_at"],
        "overwrite_revision_id": first["revision_id"],
    }

    second = json.loads(save(page, hidden, title="Two").content)

    assert (second["success"], newest()) == (True, "Two")


def test_it_lets_a_form_without_a_state_through(editor, save):
    assert save(editor, {}, title="From a program").status_code == 302
