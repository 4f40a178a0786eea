"""A story says when it was last checked and when it will be again, and somebody is reminded."""

from datetime import date

import pytest
from django.contrib.auth.models import Group as Rights
from django.contrib.auth.models import User
from django.core.management import call_command
from post_office.models import Email

from cases.models import Story
from cases.people import Group
from cases.record.upkeep import look_after, remind, still_true
from tests.factories import FIRST_DAY, StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    """A clock that stands at noon on 20 January 2028."""
    time_machine.move_to("2028-01-20 12:00+00:00", tick=False)
    return time_machine


@pytest.fixture
def ada():
    """Somebody who looks after stories."""
    return User.objects.create_user("ada", email="ada@example.org")


@pytest.fixture
def editor():
    """An editor."""
    found = User.objects.create_user("eve", email="eve@example.org")
    found.groups.add(Rights.objects.get_or_create(name=Group.EDITOR)[0])
    return found


@pytest.fixture
def late():
    """A story that was to be checked three weeks ago."""
    return StoryFactory(slug="late", title="The late story", last_published_at=FIRST_DAY, ready=True)


def mails():
    """Who was written to, and the text."""
    return {tuple(mail.to): mail.message for mail in Email.objects.all()}


CHECKED = [
    ({}, "It was to be checked by January 2028, and has not been yet."),
    ({"last_published_at": "2027-06-01T12:00:00Z"}, "To be checked by May 2029."),
    ({"checked_on": date(2027, 3, 5)}, "Last checked in March 2027; to be checked again by March 2029."),
    (
        {"checked_on": date(2027, 3, 5), "review_by": date(2028, 1, 19)},
        "Last checked in March 2027. It was to be checked again by January 2028, and has not been yet.",
    ),
    ({"review_by": date(2028, 1, 20)}, "To be checked by January 2028."),
]


@pytest.mark.parametrize(("fields", "sentence"), CHECKED)
def test_it_says_on_the_page_when_it_was_checked(client, fields, sentence):
    StoryFactory(slug="bus", **fields)

    assert sentence in words(client.get("/stories/bus/"))


DUE = [
    ({"last_published_at": FIRST_DAY}, "overdue"),
    ({"last_published_at": "2026-01-20T23:59:00Z"}, "coming"),
    ({"last_published_at": "2026-01-19T23:59:00Z"}, "overdue"),
    ({"last_published_at": "2026-03-21T23:59:00Z"}, "coming"),
    ({"last_published_at": "2026-03-22T00:01:00Z"}, ""),
    ({"checked_on": date(2026, 1, 19)}, "overdue"),
    ({"checked_on": date(2026, 1, 20)}, "coming"),
    ({"checked_on": date(2026, 3, 22)}, ""),
    ({"checked_on": date(2020, 1, 1), "review_by": date(2029, 1, 1)}, ""),
    ({"checked_on": date(2027, 12, 1), "review_by": date(2028, 1, 19)}, "overdue"),
    ({"last_published_at": FIRST_DAY, "live": False}, ""),
]


@pytest.mark.parametrize(("fields", "list_of"), DUE)
def test_it_is_listed_as_late_or_coming(fields, list_of):
    StoryFactory(**{"last_published_at": "2027-06-01T12:00:00Z", **fields})

    found = {name: getattr(Story.objects, name)().count() for name in ("overdue", "coming")}

    assert found == {"overdue": int(list_of == "overdue"), "coming": int(list_of == "coming")}


@pytest.mark.parametrize(("fields", "list_of"), [case for case in DUE if "live" not in case[0]])
def test_it_says_the_same_day_in_the_database_and_on_the_page(fields, list_of):
    StoryFactory(**{"last_published_at": "2027-06-01T12:00:00Z", **fields})

    story = Story.objects.with_due().get()

    assert (story.due_on, story.overdue) == (story.due, list_of == "overdue")


def test_it_reminds_whoever_looks_after_a_story(ada, editor):
    StoryFactory(title="The coming story", owner=ada, review_by=date(2028, 2, 1))

    assert remind() == "1 reminder queued"

    [(to, text)] = mails().items()
    assert to == ("ada@example.org",)
    assert "The coming story\n  To be checked by 1 February 2028." in text


def test_it_tells_the_editors_what_is_late(late, ada, editor):
    Story.objects.update(owner=ada)

    remind()

    assert set(mails()) == {("ada@example.org",), ("eve@example.org",)}
    assert "The late story\n  It was to be checked by 1 January 2028." in mails()[("eve@example.org",)]


def test_it_tells_the_editors_of_what_nobody_looks_after(editor):
    StoryFactory(title="The coming story", review_by=date(2028, 2, 1))

    remind()

    assert "The coming story" in mails()[("eve@example.org",)]


def test_it_tells_the_editors_where_whoever_looked_after_it_has_left(ada, editor):
    StoryFactory(title="The coming story", owner=ada, review_by=date(2028, 2, 1))
    User.objects.filter(pk=ada.pk).update(is_active=False)

    remind()

    assert set(mails()) == {("eve@example.org",)}


def test_it_leads_to_the_screen_on_which_the_check_is_recorded(admin_client, late):
    remind()

    [text] = mails().values()
    assert f"http://127.0.0.1:8000/desk/stories/check/{late.pk}/" in text
    assert admin_client.get(f"/desk/stories/check/{late.pk}/").status_code == 200


def test_it_reminds_once_a_month(today, late, editor):
    first = remind()
    today.move_to("2028-02-18 12:00+00:00")
    second = remind()
    today.move_to("2028-02-19 12:00+00:00")
    third = remind()

    assert (first, second, third) == ("1 reminder queued", "", "1 reminder queued")


def test_it_reminds_of_many_in_one_mail(editor):
    StoryFactory.create_batch(53, last_published_at=FIRST_DAY)

    remind()

    [text] = mails().values()
    assert (text.count("It was to be checked by"), "and 3 more: http://127.0.0.1:8000/desk/coverage/" in text) == (
        50,
        True,
    )


def test_it_is_reminded_of_by_the_house(late, editor, capsys):
    call_command("keep_house")

    assert "remind of stories to check: 1 reminder queued" in capsys.readouterr().out


def test_it_records_a_check(admin_user, late, ada):
    still_true(story=late, note="Read again.", review_by=date(2030, 1, 20), owner=ada, by=admin_user)

    story = Story.objects.get(pk=late.pk)

    assert (story.checked_on, story.review_by, story.owner) == (date(2028, 1, 20), date(2030, 1, 20), ada)
    assert (story.version, story.last_published_at, story.has_unpublished_changes) == (1, FIRST_DAY, False)


def test_it_changes_who_looks_after_a_story_without_a_check(late, ada):
    look_after(story=late, review_by=date(2028, 6, 1), owner=ada)

    story = Story.objects.get(pk=late.pk)

    assert (story.checked_on, story.review_by, story.owner) == (None, date(2028, 6, 1), ada)


def test_it_keeps_a_check_when_an_older_draft_is_published(admin_user, late):
    draft = late.save_revision()
    still_true(story=late, note="Read again.", review_by=date(2030, 1, 20), owner=None, by=admin_user)

    draft.publish()

    assert Story.objects.get(pk=late.pk).checked_on == date(2028, 1, 20)
