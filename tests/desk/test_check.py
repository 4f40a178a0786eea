"""An editor says that a story is still true, and who looks after it until when."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import Story


@pytest.fixture
def live(make_story):
    """A published story."""
    return make_story(title="The recycling scheme", slug="recycling", first_published_at=timezone.now())


@pytest.fixture
def check(editor, live):
    """Sends the screen of the check, and answers the page."""

    def post(**given):
        form = {"note": "Read again.", "review_by": "2099-01-01", "owner": "", **given}
        return editor.post(f"/desk/stories/check/{live.pk}/", form, follow=True)

    return post


def test_it_offers_two_years_and_whoever_asks(editor, admin_user, live):
    form = editor.get(f"/desk/stories/check/{live.pk}/").context["form"]

    assert form.initial == {"review_by": timezone.localdate() + timedelta(days=730), "owner": admin_user.pk}


def test_it_records_the_check(check, live, client, admin_user):
    check(owner=admin_user.pk)

    story = Story.objects.get()
    assert (story.checked_on, story.review_by, story.owner) == (timezone.localdate(), date(2099, 1, 1), admin_user)
    assert "to be checked again by January 2099" in client.get("/stories/recycling/").content.decode()


def test_it_tells_in_the_history_what_was_looked_at(check, editor, live):
    check(note="Compared with the report of 2027.")

    page = editor.get(f"/desk/stories/history/{live.pk}/").content.decode()

    assert "Found to be still true; next check by 2099-01-01" in page
    assert "Compared with the report of 2027." in page


def test_it_asks_what_was_looked_at(check):
    page = check(note=" ")

    assert "Say in a few words what you looked at" in page.content.decode()
    assert Story.objects.get().checked_on is None


def test_it_asks_for_a_day_that_lies_ahead(check):
    page = check(review_by="2020-02-03")

    assert "3 February 2020 has passed, or is today. Choose a later day." in page.content.decode()


def test_it_changes_who_looks_after_it_without_a_check(check, admin_user):
    check(keep="1", note="", owner=admin_user.pk)

    story = Story.objects.get()
    assert (story.checked_on, story.review_by, story.owner) == (None, date(2099, 1, 1), admin_user)


def test_it_offers_only_who_works_on_the_library(check):
    stranger = User.objects.create_user("stranger")

    page = check(owner=stranger.pk)

    assert "owner" in page.context["form"].errors


def test_it_shows_on_the_publishing_tab_how_the_story_stands(editor, check, live):
    check()

    page = editor.get(f"/desk/stories/edit/{live.pk}/").content.decode()

    assert "to be checked again by January 2099." in page
    assert f'href="/desk/stories/check/{live.pk}/"' in page


def test_it_keeps_a_check_when_the_story_is_published_again(check, editor, live, story_form):
    check()

    editor.post(f"/desk/stories/edit/{live.pk}/", {**story_form(slug="recycling"), "action-publish": "1"})

    story = Story.objects.get()
    assert (story.title, story.checked_on) == ("The bins", timezone.localdate())
