"""Making a course public: trainers ask, editors decide, and what is public changes only with their leave."""

import pytest
from post_office.models import Email

from lessons.courses.making import copy_course, revise_course
from lessons.courses.sharing import publish
from lessons.models import Course
from tests.factories import CourseFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(signed_in, course):
    """Asks for something on the page on which a course is shared."""
    return lambda user, do, **fields: signed_in(user).post(
        f"/courses/{course.slug}/sharing/", {"do": do, **fields}, follow=True
    )


@pytest.fixture
def whole(course):
    """The course with a summary and a question."""
    course.sessions.get().items.create(kind="question", text="What now?", minutes=5)
    Course.objects.update(summary="What people do in it.")
    course.refresh_from_db()
    return course


def test_it_asks_the_editors(wish, ada, editor, whole):
    page = wish(ada, "ask")

    assert "The editors were asked on" in words(page)
    assert Email.objects.get().to == [editor.email]
    assert "asks you to make the course “Two hours on trust” public" in Email.objects.get().subject


@pytest.mark.parametrize(
    ("missing", "said"), [("summary", "Write a summary first"), ("items", "There is nothing in it yet")]
)
def test_it_asks_for_nothing_that_is_not_ready(wish, ada, whole, missing, said):
    Course.objects.update(summary="" if missing == "summary" else "It.")
    whole.sessions.get().items.filter(pk__gt=0 if missing == "items" else 10**9).delete()

    assert said in words(wish(ada, "ask"))


def test_it_lets_trainers_make_nothing_public(wish, ada, whole):
    assert "Only editors make a course public. Ask them to." in words(wish(ada, "publish"))
    whole.refresh_from_db()
    assert whole.live is False


def test_it_lets_an_editor_see_and_publish_what_asks(wish, signed_in, client, ada, editor, whole):
    assert signed_in(editor).get(f"/courses/{whole.slug}/").status_code == 404
    wish(ada, "ask")
    assert signed_in(editor).get(f"/courses/{whole.slug}/").status_code == 200

    wish(editor, "publish")

    assert client.get(f"/courses/{whole.slug}/").status_code == 200
    assert Email.objects.filter(to=ada.email, subject="The course “Two hours on trust” is public").exists()


def test_it_takes_the_question_back(wish, ada, whole):
    wish(ada, "ask")
    wish(ada, "withdraw")

    whole.refresh_from_db()
    assert whole.asked_at is None


def test_it_takes_a_public_course_back(wish, client, ada, whole):
    publish(course=whole)

    wish(ada, "private")

    assert client.get(f"/courses/{whole.slug}/").status_code == 410


def test_it_lets_nobody_but_editors_change_what_is_public(act, signed_in, ada, editor, whole):
    publish(course=whole)

    assert signed_in(ada).get(f"/courses/{whole.slug}/build/").status_code == 403
    assert act(ada, whole, "add-session").status_code == 403
    assert act(editor, whole, "add-session").status_code == 200


def test_it_works_on_a_new_version_beside_what_is_public(signed_in, act, client, ada, whole):
    publish(course=whole)
    page = signed_in(ada).post(f"/courses/{whole.slug}/revise/", follow=True)
    version = Course.objects.get(revises=whole)
    assert "Build “Two hours on trust”" in words(page)
    act(ada, version, "add:question", **{"new-question-text": "And then?"})
    assert "And then?" not in words(client.get(f"/courses/{whole.slug}/"))

    publish(course=version)

    assert "And then?" in words(client.get(f"/courses/{whole.slug}/"))
    assert list(Course.objects.all()) == [whole]


def test_it_works_on_one_new_version_at_a_time(ada, whole):
    publish(course=whole)

    assert revise_course(course=whole, user=ada) == revise_course(course=whole, user=ada)


def test_it_keeps_strangers_from_revising(signed_in, ben, whole):
    publish(course=whole)

    assert signed_in(ben).post(f"/courses/{whole.slug}/revise/").status_code == 403


def test_it_adapts_somebody_elses_course_with_credit(signed_in, ben, whole):
    publish(course=whole)

    signed_in(ben).post(f"/courses/{whole.slug}/adapt/")

    mine = Course.objects.get(trainers__user=ben)
    assert (mine.live, mine.by, mine.adapted_from) == (False, "Ben", whole)
    assert mine.credit.startswith("“Two hours on trust” by Ada (CC BY 4.0), as of ")
    assert mine.sessions.get().items.get().text == "What now?"


def test_it_keeps_the_credit_when_the_first_course_is_gone(ben, whole, client):
    publish(course=whole)
    mine = copy_course(course=whole, user=ben)
    Course.objects.filter(pk=mine.pk).update(live=True)

    whole.delete()

    assert "Adapted from “Two hours on trust” by Ada" in words(client.get(f"/courses/{mine.slug}/"))


def test_it_copies_ones_own_course_without_credit(ada, whole):
    twin = copy_course(course=whole, user=ada)

    assert (twin.title, twin.credit) == ("Two hours on trust (copy)", "")


def test_it_copies_a_text_without_the_line_ends_of_files(ada):
    course = CourseFactory(items=[{"text": "One\nline?", "for_facilitator": "- a\n- b\n\nThen\nstop."}])

    item = copy_course(course=course, user=ada).sessions.get().items.get()

    assert (item.text, item.for_facilitator) == ("One line?", "- a\n- b\n\nThen stop.")


def test_it_asks_before_it_copies(client, signed_in, person, whole):
    publish(course=whole)

    assert "Sign in and make the copy" in words(client.get(f"/courses/{whole.slug}/adapt/"))
    assert "Courses are built by trainers" in words(
        signed_in(person("cy", trains=False)).get(f"/courses/{whole.slug}/adapt/")
    )
    assert client.post(f"/courses/{whole.slug}/adapt/").status_code == 302


def test_it_makes_only_so_many_courses(ada, whole, signed_in, monkeypatch):
    monkeypatch.setattr("lessons.courses.making.MOST_COURSES", 1)

    page = signed_in(ada).post("/courses/-/new/", {"title": "One more", "audience": "mixed"})

    assert "You have 1 courses, and that is the most." in words(page)
