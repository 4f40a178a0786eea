"""What the parts of the library show on a person's own page: courses, audits, and what one follows."""

import pytest
from django.test import Client

from tests.factories import (
    AuditFactory,
    CourseFactory,
    LessonFactory,
    StoryFactory,
    SubscriptionFactory,
    TrainerFactory,
)
from tests.reading import links, soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(ada):
    """The page as Ada sees it."""
    client = Client()
    client.force_login(ada)
    return lambda: client.get("/account/")


def test_it_shows_the_courses_that_one_teaches(ada, page):
    course = CourseFactory(draft=True, title="On trust", slug="trust")
    TrainerFactory(course=course, user=ada)

    assert soup(page()).find(id="my-courses").get_text() == "My courses"
    assert links(page())["On trust"] == "/courses/trust/"


def test_it_shows_the_audits_under_the_account(ada, page):
    AuditFactory(user=ada, name="The night team")

    assert soup(page()).find(id="my-audits").get_text() == "My audits"
    assert links(page())["The night team"].startswith("/audit/organise/")


def test_it_shows_what_one_follows_under_its_name_of_today(ada, page):
    story = StoryFactory(title="The bus", slug="bus")
    SubscriptionFactory(user=ada, kind="story", key=str(story.pk))
    SubscriptionFactory(user=ada, kind="lesson", key=str(LessonFactory(sentence="Go there.", slug="go").pk))

    story.slug, story.title = "night-bus", "The night bus"
    story.save()

    found = links(page())
    assert soup(page()).find(id="my-subscriptions").get_text() == "What I follow"
    assert (found["The night bus"], found["Go there."]) == ("/stories/night-bus/", "/lessons/go/")


def test_it_shows_no_panel_that_has_nothing(page):
    headings = [heading["id"] for heading in soup(page()).main.select("h2[id^=my-]")]

    assert not {"my-courses", "my-audits", "my-subscriptions"} & set(headings)
