"""Questions inside a launch: asked and checked as the teaching view does it, in the frame of the platform."""

import pytest

from tests.factories import CourseFactory
from tests.lti.school import LTI
from tests.reading import soup, words

pytestmark = pytest.mark.django_db

OPTIONS = [
    {"text": "The drivers", "right": True, "feedback": "They know the streets."},
    {"text": "The mayor", "right": False},
]


@pytest.fixture
def screen(client, opened):
    """The address of the screen that asks."""
    CourseFactory(slug="trust", items=[{"kind": "choice", "text": "Whom first?", "options": OPTIONS}])
    page = opened(**{f"{LTI}custom": {"casebook_thing": "course/trust"}})
    address = soup(page).select_one(".launch-begin a")["href"]
    return address.removesuffix("1/") + "2/"


def test_it_offers_the_answers_in_the_frame(client, screen):
    form = soup(client.get(screen)).select_one("form.teach-choice")

    assert [label.get_text(strip=True) for label in form.select("label")] == ["The drivers", "The mayor"]
    assert form["target"] == "_self"


def test_it_says_whether_the_answer_was_right(client, screen):
    chosen = soup(client.get(screen)).select_one("form.teach-choice input")

    assert "They know the streets." not in words(client.get(screen))
    assert "They know the streets." in words(client.get(screen, {chosen["name"]: chosen["value"]}))
