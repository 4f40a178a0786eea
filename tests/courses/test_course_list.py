"""The list of courses: what is public, by whom, how long, for whom; and a trainer's own."""

import pytest

from tests.factories import CourseFactory, ElementFactory, LessonFactory, PolicyAreaFactory, StoryFactory
from tests.reading import links, words

pytestmark = pytest.mark.django_db


def test_it_lists_public_courses_with_their_length(client):
    CourseFactory(title="On trust", by="Ada Okafor", items=[{"minutes": 50}, {"minutes": 40}])

    page = words(client.get("/courses/"))

    assert "On trust" in page
    assert "1 hour 30 minutes · 1 session · A mixed group · by Ada Okafor" in page


def test_it_says_what_to_do_where_there_is_none(client):
    page = client.get("/courses/")

    assert "No course is public yet" in words(page)
    assert links(page)["Build one"] == "/courses/-/new/"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("audience=managers", ["Long"]),
        ("length=short", ["Short"]),
        ("length=half-day", []),
        ("length=longer", ["Long"]),
        ("element=trust", ["Long"]),
        ("policy=housing", ["Short"]),
        ("audience=nobody&length=forever&element=none&policy=none&colour=green", ["Long", "Short"]),
    ],
)
def test_it_narrows_the_list(client, query, found):
    lesson = LessonFactory(elements=[ElementFactory(slug="trust")])
    story = StoryFactory(policy_areas=[PolicyAreaFactory(slug="housing")])
    CourseFactory(title="Long", audience="managers", items=[{"lesson": lesson, "minutes": 600}])
    CourseFactory(title="Short", items=[{"story": story, "minutes": 60}])

    page = client.get(f"/courses/?{query}")

    assert [title for title in ("Long", "Short") if title in links(page)] == found


def test_it_suggests_what_to_do_when_nothing_matches(client):
    CourseFactory(audience="students")

    page = words(client.get("/courses/?audience=managers"))

    assert "0 courses are all of this" in page
    assert "No public course is all of this at once See every course" in page


def test_it_shows_a_trainer_their_own(client, signed_in, ada, course):
    page = signed_in(ada).get("/courses/")

    assert "Your courses Two hours on trust" in words(page)
    assert "Two hours on trust" not in words(client.get("/courses/"))


def test_it_tells_no_cache_to_keep_it(client):
    assert "no-store" in client.get("/courses/")["Cache-Control"]
