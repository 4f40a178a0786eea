"""Working through a course alone: what is ticked and noted is kept in the account, and what lay on a device is taken over."""

import json

import pytest

from lessons.marks import mark_of
from lessons.models import Course, Item, Progress
from lessons.options import Option
from tests.factories import CourseFactory, ItemFactory, ProgressFactory, StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

OPTIONS = [{"text": "The drivers", "right": True, "feedback": "They know."}, {"text": "The mayor", "right": False}]


@pytest.fixture
def buses():
    """A public course with a story and a question."""
    items = [{"story": StoryFactory(slug="bus")}, {"kind": "choice", "text": "Whom?", "options": OPTIONS}]
    return CourseFactory(slug="on-buses", items=items)


@pytest.fixture
def mark(buses):
    """By what its story is known."""
    return mark_of(Item.objects.get(kind="story"))


@pytest.fixture
def keep(signed_in, ada):
    """Keeps something at an item, as Ada."""
    return lambda **fields: signed_in(ada).post("/courses/on-buses/study/keep/", fields)


@pytest.fixture
def take(signed_in, ada):
    """Takes over what lies on a device, as Ada."""
    return lambda kept: signed_in(ada).post("/courses/on-buses/study/take/", {"kept": kept})


def test_it_keeps_what_somebody_ticks_and_writes(keep, signed_in, ada, mark):
    answer = keep(mark=mark, done="1", note="Ask our drivers.")

    assert answer["Location"] == f"/courses/on-buses/study/#m-{mark}"
    page = signed_in(ada).get("/courses/on-buses/study/")
    assert "1 of 2 done" in words(page)
    assert "Ask our drivers.</textarea>" in page.content.decode()


def test_it_forgets_what_is_emptied(keep, mark):
    keep(mark=mark, done="1", note="Ask.")
    keep(mark=mark, note="")

    assert not Progress.objects.exists()


def test_it_keeps_progress_when_the_items_are_written_anew(keep, signed_in, ada, buses, mark):
    keep(mark=mark, done="1")

    Item.objects.all().delete()
    ItemFactory(session=buses.sessions.get(), story=StoryFactory._meta.model.objects.get(slug="bus"))

    assert "1 of 1 done" in words(signed_in(ada).get("/courses/on-buses/study/"))


def test_it_shows_nobody_what_somebody_else_noted(keep, client, signed_in, ben, mark):
    keep(mark=mark, note="Secret.")

    pages = [client.get("/courses/on-buses/study/"), signed_in(ben).get("/courses/on-buses/study/")]

    assert not [page for page in pages if "Secret." in page.content.decode()]


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [("0" * 16, "That is not in the course any more. What you wrote: Mine."), ("<b>", "Enter a valid value.")],
)
def test_it_gives_back_what_it_cannot_keep(keep, buses, mark, sentence):
    page = keep(mark=mark, note="Mine.")

    assert page.status_code == 422
    assert sentence in words(page)
    assert "This is what you wrote: Mine." in words(page)


def test_it_tells_a_script_what_was_wrong(signed_in, ada, mark):
    answer = signed_in(ada).post(
        "/courses/on-buses/study/keep/", {"mark": mark, "note": "x" * 2001}, headers={"X-Requested-With": "study"}
    )

    assert answer.status_code == 422
    assert "2000" in answer.json()["errors"]["note"][0]


def test_it_takes_over_what_lay_on_a_device_and_loses_neither_note(take, ada, buses, mark):
    ProgressFactory(user=ada, course=buses, mark=mark, done=False, note="In the account.")
    gone = {"mark": "0" * 16, "done": True, "note": ""}

    answer = take(json.dumps([{"mark": mark, "done": True, "note": "On the phone."}, gone, 5, None]))

    assert answer.status_code == 302
    row = Progress.objects.get()
    assert (row.done, row.note) == (True, "In the account.\n\nOn the phone.")


def test_it_changes_nothing_when_it_takes_over_twice(take, buses, mark):
    kept = json.dumps([{"mark": mark, "done": True, "note": "On the phone."}])
    take(kept)
    take(kept)

    assert Progress.objects.get().note == "On the phone."


@pytest.mark.parametrize("kept", ["", "{", "[" * 3000, '{"a": 1}', "null", '[{"mark": {"a": 1}, "note": []}]', "\x00"])
def test_it_takes_no_nonsense_from_a_device(take, buses, kept):
    assert take(kept).status_code in {302, 422}
    assert not Progress.objects.exists()


def test_it_deletes_all_of_it_when_it_is_asked_to(signed_in, ada, ben, buses, mark):
    ProgressFactory(user=ada, course=buses, mark=mark)
    ProgressFactory(user=ben, course=buses, mark=mark)

    signed_in(ada).post("/courses/on-buses/study/take/", {"forget": "1"})

    assert [row.user for row in Progress.objects.all()] == [ben]


def test_it_checks_the_question_that_was_asked_about(client, buses):
    question = mark_of(Item.objects.get(kind="choice"))

    there = {"question": question, "chosen": Option("The drivers").key}
    asked, other = (client.get("/courses/on-buses/study/", {**there, **more}) for more in ({}, {"question": "x"}))

    assert "They know." in words(asked)
    assert "They know." not in words(other)


def test_it_says_where_ticks_and_notes_are_kept(client, signed_in, ada, buses):
    assert "They stay on this device" in words(client.get("/courses/on-buses/study/"))
    assert "They are kept in your account" in words(signed_in(ada).get("/courses/on-buses/study/"))


def test_it_keeps_nothing_for_who_is_not_signed_in(client, mark):
    answer = client.post("/courses/on-buses/study/keep/", {"mark": mark, "done": "1"})

    assert "/login/" in answer["Location"]
    assert not Progress.objects.exists()


def test_it_deletes_progress_with_the_account(ada, buses, mark):
    ProgressFactory(user=ada, course=buses, mark=mark)

    ada.delete()

    assert not Progress.objects.exists()
    assert Course.objects.filter(pk=buses.pk).exists()
