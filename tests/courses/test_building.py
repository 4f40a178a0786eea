"""Building a course with plain forms: whatever button is pressed, everything that was typed is kept."""

import pytest

from lessons.models import Course
from tests.factories import ElementFactory, EvidenceFactory, LessonFactory, StoryFactory
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


def texts(session):
    """The items of a session, in order."""
    return [item.name for item in session.items.order_by("sort_order")]


def test_it_begins_a_course(signed_in, ada):
    page = signed_in(ada).post(
        "/courses/-/new/", {"title": "On trust", "audience": "managers", "minutes": 90}, follow=True
    )

    course = Course.objects.get()
    assert (course.title, course.by, course.minutes, course.visibility) == ("On trust", "Ada", 90, "private")
    assert "Build “On trust”" in words(page)
    assert course.trainers.get().user == ada


def test_it_says_what_is_wrong_with_a_beginning(signed_in, ada):
    page = words(signed_in(ada).post("/courses/-/new/", {"title": " ", "audience": "managers", "minutes": "2"}))

    assert "Title: This field is required." in page
    assert "Ensure this value is greater than or equal to 5." in page
    assert not Course.objects.exists()


def test_it_lets_trainers_build_and_nobody_else(signed_in, person):
    page = signed_in(person("cy", trains=False)).get("/courses/-/new/")

    assert page.status_code == 403
    assert "Courses are built by trainers" in words(page)


def test_it_adds_things_of_the_library(act, ada, course, session):
    evidence = EvidenceFactory(story=StoryFactory(slug="bus"), lesson=LessonFactory(slug="go"))
    ElementFactory(slug="trust")

    act(ada, course, "add:story:bus", session=session.pk)
    act(ada, course, "add:lesson:go", session=session.pk)
    act(ada, course, "add:element:trust", session=session.pk)
    act(ada, course, f"add:evidence:bus:go:{evidence.stance}", session=session.pk)

    assert [item.kind for item in session.items.order_by("sort_order")] == ["story", "lesson", "element", "evidence"]
    assert all(item.pinned["name"] for item in session.items.all())


@pytest.mark.parametrize("name", ["add:story:nothing", "add:evidence:a:b:supports", "add:story", "add:bus:x", "add"])
def test_it_adds_nothing_that_is_not_there(act, ada, course, session, name):
    page = act(ada, course, name, session=session.pk)

    assert page.status_code == 422
    assert not session.items.exists()


def test_it_adds_a_question_an_activity_and_a_reading(act, ada, course, session):
    fields = {"new-question-text": "What now?", "new-question-minutes": "10"}
    fields |= {"new-activity-title": "Four chairs", "new-activity-text": "Sit down."}
    fields |= {"new-reading-title": "A report", "new-reading-address": "https://example.org/r"}

    act(ada, course, "add:question", session=session.pk, **fields)

    assert texts(session) == ["What now?", "Four chairs", "A report"]
    assert session.items.first().minutes == 10


def test_it_says_what_an_activity_lacks_and_keeps_what_was_typed(act, ada, course):
    page = act(ada, course, "add:activity", **{"new-activity-text": "Sit down."})

    assert "Give the activity a title." in words(page)
    assert "Sit down." in page.content.decode()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/", "not an address"])
def test_it_takes_web_addresses_only(act, ada, course, session, address):
    page = act(ada, course, "add:reading", **{"new-reading-title": "A report", "new-reading-address": address})

    assert page.status_code == 422
    assert not session.items.exists()


def test_it_edits_in_place(act, ada, course, session, three):
    name = f"item-{three[0].pk}"
    fields = {f"{name}-text": "Whom do you ask?", f"{name}-minutes": "15", f"{name}-for_facilitator": "- *listen*"}

    act(ada, course, "save", rows=[name], **fields)

    item = session.items.get(pk=three[0].pk)
    assert (item.text, item.minutes, item.for_facilitator) == ("Whom do you ask?", 15, "- *listen*")


def test_it_keeps_what_was_typed_elsewhere_whichever_button_is_pressed(act, ada, course, session, three):
    name = f"item-{three[0].pk}"

    act(ada, course, f"down:item-{three[1].pk}", rows=[name], **{f"{name}-text": "A!", f"{name}-minutes": "5"})

    assert texts(session) == ["A!", "c", "b"]


def test_it_moves_nothing_where_something_typed_cannot_be_kept(act, ada, course, session, three):
    name = f"item-{three[0].pk}"

    page = act(ada, course, f"down:item-{three[1].pk}", rows=[name], **{f"{name}-text": "", f"{name}-minutes": "many"})

    assert "Write the question." in words(page)
    assert 'value="many"' in page.content.decode()
    assert texts(session) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<b>bold</b>", "HTML such as “&lt;"),
        ("a\x00b", "Null characters"),
        ("[x](javascript:y)", "is refused"),
    ],
)
def test_it_refuses_hostile_words_with_a_reason(act, ada, course, three, text, said):
    name = f"item-{three[0].pk}"

    page = act(ada, course, "save", rows=[name], **{f"{name}-text": "a", f"{name}-for_facilitator": text})

    assert said in page.content.decode()


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("up:item-{2}", ["a", "c", "b"]),
        ("down:item-{0}", ["b", "a", "c"]),
        ("remove:item-{1}", ["a", "c"]),
        ("copy:item-{0}", ["a", "a", "b", "c"]),
    ],
)
def test_it_moves_copies_and_removes_items(act, ada, course, session, three, button, order):
    act(ada, course, button.format(*(item.pk for item in three)))

    assert texts(session) == order


def test_it_moves_an_item_over_the_edge_of_a_session(act, ada, course, session, three):
    other = course.sessions.create(title="Second", sort_order=1)

    act(ada, course, f"down:item-{three[2].pk}")
    assert (texts(session), texts(other)) == (["a", "b"], ["c"])

    act(ada, course, f"up:item-{three[2].pk}")
    assert (texts(session), texts(other)) == (["a", "b", "c"], [])


def test_it_says_where_nothing_can_be_moved(act, ada, course, three):
    assert "It is the first item." in words(act(ada, course, f"up:item-{three[0].pk}"))
    assert "It is the last item." in words(act(ada, course, f"down:item-{three[2].pk}"))


def test_it_adds_copies_moves_and_removes_sessions(act, ada, course, session, three):
    act(ada, course, "add-session")
    act(ada, course, f"copy:session-{session.pk}")
    assert [found.title for found in course.sessions.order_by("sort_order")] == ["Session 1", "Session 1", "Session 2"]
    assert texts(course.sessions.order_by("sort_order")[1]) == ["a", "b", "c"]

    act(ada, course, f"down:session-{session.pk}")
    act(ada, course, f"remove:session-{session.pk}")
    assert [found.title for found in course.sessions.order_by("sort_order")] == ["Session 1", "Session 2"]


@pytest.mark.parametrize(
    "button",
    [
        "up:item-999999",
        "copy:session-0",
        "remove:course-1",
        "place:item-x",
        "up:",
        "fly:item-1",
        "remove:item-99999999999999999999999",
    ],
)
def test_it_says_that_something_is_not_there_any_more(act, ada, course, button):
    assert act(ada, course, button).status_code == 422


def test_it_touches_nothing_of_another_course(act, ada, ben, course, three, person):
    from lessons.courses.making import make_course

    theirs = make_course(user=ben, title="Ben's")
    name = f"item-{three[0].pk}"

    act(ben, theirs, f"remove:{name}", rows=[name], **{f"{name}-text": "Mine now", f"{name}-minutes": "1"})

    assert list(course.sessions.get().items.values_list("text", flat=True)) == ["a", "b", "c"]


def test_it_says_how_the_minutes_stand_to_what_was_meant(act, ada, course, three):
    page = act(
        ada,
        course,
        "save",
        rows=[f"item-{three[0].pk}"],
        **{f"item-{three[0].pk}-text": "a", f"item-{three[0].pk}-minutes": "150"},
    )

    assert "2 hours 30 minutes, 30 minutes over what was meant" in words(page)
