"""Two trainers at one course: what the other does is seen, and nothing is overwritten unseen."""

import pytest

from lessons.courses.building.forms import mark
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(course, ben):
    """A question in a course that Ada and Ben build."""
    course.trainers.create(user=ben, right="edit")
    return course.sessions.get().items.create(kind="question", text="At first?", minutes=5)


@pytest.fixture
def name(item):
    """What its fields are called after."""
    return f"item-{item.pk}"


def seen(**values):
    """The marks of what somebody's page showed."""
    return " ".join(f"{name}={mark(value)}" for name, value in values.items())


FIRST = {"text": "At first?", "minutes": 5, "for_participants": "", "for_facilitator": ""}


def test_it_joins_what_two_changed_in_different_fields(act, ada, ben, course, item, name):
    first = {f"{name}-text": "At first?", f"{name}-minutes": "5", f"{name}-seen": seen(**FIRST)}

    act(ben, course, "save", rows=[name], **{**first, f"{name}-text": "By Ben?"})
    act(ada, course, "save", rows=[name], **{**first, f"{name}-minutes": "20"})

    item.refresh_from_db()
    assert (item.text, item.minutes) == ("By Ben?", 20)


def test_it_shows_both_where_two_changed_the_same(act, ada, ben, course, item, name):
    act(ben, course, "save", rows=[name], **{f"{name}-text": "By Ben?", f"{name}-seen": seen(**FIRST)})

    page = act(ada, course, "save", rows=[name], **{f"{name}-text": "By Ada?", f"{name}-seen": seen(**FIRST)})

    assert "Ben changed “Question” while you were writing." in words(page)
    assert "Their “Question”: By Ben?" in words(page)
    assert "By Ada?" in page.content.decode()
    item.refresh_from_db()
    assert item.text == "By Ben?"


def test_it_keeps_mine_once_i_have_seen_theirs(told, ada, ben, course, item, name):
    told(ben, course, "save", rows=[name], **{f"{name}-text": "By Ben?", f"{name}-seen": seen(**FIRST)})
    mine = {f"{name}-text": "By Ada?", f"{name}-minutes": "5", f"{name}-seen": seen(**FIRST)}
    first = told(ada, course, "save", rows=[name], **mine)
    assert name in first["failed"]

    again = told(ada, course, "save", rows=[name], **mine, **{f"{name}-anyway": seen(**{**FIRST, "text": "By Ben?"})})

    assert again["failed"] == {}
    item.refresh_from_db()
    assert item.text == "By Ada?"


def test_it_asks_again_where_the_other_has_gone_on_writing(told, ada, ben, course, item, name):
    told(ben, course, "save", rows=[name], **{f"{name}-text": "By Ben, twice?"})
    mine = {f"{name}-text": "By Ada?", f"{name}-minutes": "5", f"{name}-seen": seen(**FIRST)}

    answer = told(ada, course, "save", rows=[name], **mine, **{f"{name}-anyway": seen(**{**FIRST, "text": "By Ben?"})})

    assert "By Ben, twice?" in answer["failed"][name]


def test_it_takes_theirs(act, ada, ben, course, item, name):
    act(ben, course, "save", rows=[name], **{f"{name}-text": "By Ben?"})

    act(ada, course, f"theirs:{name}", rows=[name], **{f"{name}-text": "By Ada?", f"{name}-seen": seen(**FIRST)})

    item.refresh_from_db()
    assert item.text == "By Ben?"


def test_it_tells_a_page_with_scripts_what_others_did(told, ada, ben, course, item):
    since = course.changed_at.isoformat()
    told(ben, course, "add-session", since=since)

    answer = told(ada, course, "save", since=since)

    assert answer["news"] == "Ben: Added “Session 2”."
    assert "Session 2" in answer["html"]


def test_it_tells_nobody_of_their_own_doings(told, ada, course, item):
    since = course.changed_at.isoformat()

    answer = told(ada, course, "add-session", since=since)

    assert answer["news"] == ""
    assert answer["said"] == "Added “Session 2”."


def test_it_answers_with_nothing_where_there_is_no_news(signed_in, ada, ben, told, course, item):
    address, since = f"/courses/{course.slug}/build/news/", course.changed_at.isoformat()
    assert signed_in(ada).get(address, {"since": since}).status_code == 204

    told(ben, course, f"remove:item-{item.pk}")

    news = signed_in(ada).get(address, {"since": since}).json()
    assert news["news"] == "Ben: Removed “At first?”."
    assert signed_in(ada).get(address, {"since": news["stamp"]}).status_code == 204


@pytest.mark.parametrize("since", ["", "yesterday", "2026-01-01", "2026-13-01T00:00+00:00", "\x00"])
def test_it_bears_any_moment(signed_in, ada, course, since):
    assert signed_in(ada).get(f"/courses/{course.slug}/build/news/", {"since": since}).status_code == 204


def test_it_keeps_what_was_typed_into_a_row_that_is_gone(act, told, ada, ben, course, item, name):
    told(ben, course, f"remove:{name}")

    answer = told(ada, course, "save", rows=[name], **{f"{name}-text": "Too late?"})

    assert answer["lost"] == ["Too late?"]
    assert "This is what you had written: Too late?" in words(
        act(ada, course, "save", rows=[name], **{f"{name}-text": "Too late?"})
    )


def test_it_says_the_totals_after_each_change(told, ada, course, item, name):
    answer = told(ada, course, "save", rows=[name], **{f"{name}-text": "At first?", f"{name}-minutes": "90"})

    assert answer["totals"]["course-total"] == "1 hour 30 minutes, 30 minutes still open"
    assert answer["totals"][f"session-{item.session_id}-total"] == "1 hour 30 minutes"
