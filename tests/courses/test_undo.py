"""Undoing and doing again: one's own steps, across reloads, without losing what others have done."""

import pytest

from lessons.courses.building.state import moved, placed
from tests.factories import StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(course):
    """Its one session."""
    return course.sessions.get()


@pytest.fixture
def three(session):
    """Three questions in it."""
    return [session.items.create(kind="question", text=text, sort_order=n) for n, text in enumerate("abc")]


@pytest.fixture
def with_ben(course, ben):
    """Ben may change the course, too."""
    course.trainers.create(user=ben, right="edit")
    return ben


def told_by(course):
    """Each session of the course with its items, in order."""
    sessions = course.sessions.order_by("sort_order")
    return [[found.title, *(item.name for item in found.items.order_by("sort_order"))] for found in sessions]


BEFORE = [["Session 1", "a", "b", "c"]]

STEPS = {
    "adding": "add:story:bus",
    "moving": "down:item-{0}",
    "copying": "copy:item-{1}",
    "removing": "remove:item-{1}",
    "a new session": "add-session",
    "a copied session": "copy:session-{s}",
    "a removed session": "remove:session-{s}",
}


@pytest.mark.parametrize("button", STEPS.values(), ids=STEPS)
def test_it_undoes_and_does_again(act, ada, course, session, three, button):
    StoryFactory(slug="bus")
    act(ada, course, button.format(*(item.pk for item in three), s=session.pk))
    after = told_by(course)
    assert after != BEFORE

    act(ada, course, "undo")
    assert told_by(course) == BEFORE

    act(ada, course, "redo")
    assert told_by(course) == after


def test_it_undoes_what_was_typed(act, ada, course, three):
    name = f"item-{three[0].pk}"
    act(ada, course, "save", rows=[name], **{f"{name}-text": "A!", f"{name}-minutes": "5"})

    act(ada, course, "undo")

    assert told_by(course) == BEFORE


def test_it_takes_typing_on_for_one_step(act, ada, course, three):
    name = f"item-{three[0].pk}"
    act(ada, course, "save", rows=[name], **{f"{name}-text": "a f"})
    act(ada, course, "save", rows=[name], **{f"{name}-text": "a few"})

    act(ada, course, "undo")

    assert told_by(course) == BEFORE


def test_it_undoes_several_steps_in_turn(act, ada, course, three):
    act(ada, course, f"remove:item-{three[0].pk}")
    act(ada, course, f"remove:item-{three[2].pk}")
    act(ada, course, f"down:item-{three[1].pk}")
    act(ada, course, "add-session")

    act(ada, course, "undo")
    act(ada, course, "undo")
    act(ada, course, "undo")

    assert told_by(course) == BEFORE


def test_it_forgets_what_could_be_done_again_once_something_else_is_done(act, ada, course, three):
    act(ada, course, f"remove:item-{three[0].pk}")
    act(ada, course, "undo")
    act(ada, course, f"down:item-{three[0].pk}")

    page = act(ada, course, "redo")

    assert "You have nothing to do again here." in words(page)


def test_it_brings_back_a_session_with_all_that_stood_in_it(act, ada, course, session, three):
    act(ada, course, f"remove:session-{session.pk}")
    act(ada, course, "undo")

    assert [item.pk for item in session.items.order_by("sort_order")] == [item.pk for item in three]


def test_it_undoes_ones_own_step_and_leaves_those_of_others(act, ada, course, three, with_ben):
    act(ada, course, f"remove:item-{three[0].pk}")
    act(with_ben, course, f"down:item-{three[1].pk}")
    act(with_ben, course, "add-session")

    act(ada, course, "undo")

    assert told_by(course) == [["Session 1", "a", "c", "b"], ["Session 2"]]


def test_it_undoes_nothing_that_somebody_else_has_changed_since(act, ada, course, three, with_ben):
    name = f"item-{three[0].pk}"
    act(ada, course, "save", rows=[name], **{f"{name}-text": "by Ada"})
    act(with_ben, course, "save", rows=[name], **{f"{name}-text": "by Ben"})

    page = act(ada, course, "undo")

    assert "cannot be undone: what it changed has been changed again since" in words(page)
    assert told_by(course) == [["Session 1", "by Ben", "b", "c"]]


def test_it_removes_no_session_into_which_somebody_else_has_put_something(act, ada, course, three, with_ben):
    act(ada, course, "add-session")
    new = course.sessions.order_by("sort_order").last()
    act(with_ben, course, "add:question", session=new.pk, **{"new-question-text": "By Ben?"})

    page = act(ada, course, "undo")

    assert page.status_code == 422
    assert told_by(course)[1] == ["Session 2", "By Ben?"]


def test_it_brings_nothing_back_into_a_session_that_is_gone(act, ada, course, session, three, with_ben):
    act(ada, course, f"remove:item-{three[0].pk}")
    act(with_ben, course, f"remove:session-{session.pk}")

    assert act(ada, course, "undo").status_code == 422


def test_it_brings_back_an_item_whose_story_was_deleted_meanwhile(act, ada, course, session):
    story = StoryFactory(slug="bus", title="The bus")
    act(ada, course, "add:story:bus")
    act(ada, course, f"remove:item-{session.items.get().pk}")
    story.delete()

    act(ada, course, "undo")

    item = session.items.get()
    assert (item.story, item.pinned["title"], item.lost) == (None, "The bus", True)


def test_it_keeps_only_the_last_steps(act, ada, course, monkeypatch):
    monkeypatch.setattr("lessons.courses.building.journal.KEPT", 2)
    act(ada, course, "add-session")
    act(ada, course, "add-session")
    act(ada, course, "add-session")

    assert course.steps.count() == 2


@pytest.mark.parametrize(
    ("now", "wanted", "fewest"),
    [("abc", "abc", ""), ("abc", "bca", "a"), ("abcd", "dabc", "d"), ("abcd", "badc", "bd"), ("abc", "xabc", "x"), ("", "ab", "ab")],
)  # fmt: skip
def test_it_moves_as_few_as_can_be(now, wanted, fewest):
    which = moved(now, wanted)

    assert sorted(which) == sorted(fewest) or len(which) == len(fewest)
    assert placed(now, wanted, which) == list(wanted)


def test_it_puts_a_thing_back_where_others_have_moved_about():
    assert placed("dca", "abcd", ["b"]) == ["d", "c", "a", "b"]
    assert placed("dc", "abcd", ["b"]) == ["b", "d", "c"]
