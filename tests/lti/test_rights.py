"""Who opens which course from a learning platform: the walk through private, by link and public."""

import pytest

from lessons.courses.sharing import renew_link, share
from lessons.lti.things import right_to
from lessons.models import Course
from tests.factories import CourseFactory, RegistrationFactory
from tests.lti.school import LTI
from tests.reading import words

pytestmark = pytest.mark.django_db

KEY = "k" * 22
STATES = {"private": {"live": False}, "link": {"live": False, "link_key": KEY}, "public": {"live": True}}
NAMED = ("by its name", "with a right", "with the right of another platform", "with the key", "with a wrong key")
OPENS = {("link", "with a right"), ("link", "with the key"), *(("public", way) for way in NAMED)}


@pytest.fixture
def course(registration):
    """A course in the making."""
    found = CourseFactory(slug="trust", title="On trust", items=[{"for_facilitator": "Secret note."}])
    found.sessions.update(for_facilitator="Secret plan.")
    return found


def custom(course, registration, way):
    """What a link holds."""
    linked = Course(pk=course.pk, link_key=KEY)
    return {
        "by its name": {"casebook_thing": "course/trust"},
        "with a right": {"casebook_thing": "course/trust", "casebook_right": right_to(linked, registration)},
        "with the right of another platform": {
            "casebook_thing": "course/trust",
            "casebook_right": right_to(linked, RegistrationFactory()),
        },
        "with the key": {"casebook_thing": f"course/trust.{KEY}"},
        "with a wrong key": {"casebook_thing": f"course/trust.{'x' * 22}"},
    }[way]


@pytest.mark.parametrize("way", NAMED)
@pytest.mark.parametrize("state", STATES)
def test_it_opens_what_the_table_says_and_nothing_else(course, registration, launch, state, way):
    Course.objects.update(**STATES[state])

    response = launch(**{f"{LTI}custom": custom(course, registration, way)})

    assert response.status_code == (303 if (state, way) in OPENS else 404)
    assert "On trust" not in response.content.decode()


@pytest.mark.parametrize("part", ["session/1-session-1", "item/question/x"])
def test_it_opens_no_part_of_a_private_course(course, launch, part):
    Course.objects.update(live=False)

    assert launch(**{f"{LTI}custom": {"casebook_thing": f"course/trust/{part}"}}).status_code == 404


@pytest.fixture
def shown(course, registration, launch):
    """The address of a page that was opened by a right."""
    Course.objects.update(**STATES["link"])
    return launch(**{f"{LTI}custom": custom(course, registration, "with a right")})["Location"]


@pytest.mark.parametrize("end", ["private", "renewed"])
def test_it_ends_the_right_with_the_link_even_on_open_pages(shown, client, course, registration, launch, end):
    course.refresh_from_db()
    assert client.get(shown).status_code == 200

    [share(course=course, visibility="private") if end == "private" else renew_link(course=course)]

    assert client.get(shown).status_code == 404
    assert launch(**{f"{LTI}custom": custom(course, registration, "with a right")}).status_code == 404


def test_it_shows_participants_no_notes_and_no_key(shown, client):
    pages = [client.get(shown), client.get(f"{shown}1/1/"), client.get(f"{shown}1/2/")]

    assert "On trust" in words(pages[0])
    assert "Secret" not in str([page.content for page in pages])
    assert KEY not in str([page.content for page in pages])
