"""How many queries the pages of trainers ask: pinned, and the same for few things as for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lessons.courses.making import make_course
from tests.factories import EvidenceFactory, ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db

COUNTS = {
    "/courses/": 9,
    "/courses/-/new/": 5,
    "/courses/-/add/story/bus/": 18,
    "/courses/{slug}/build/": 11,
    "/courses/{slug}/build/news/": 6,
    "/courses/{slug}/sharing/": 9,
    "/courses/{slug}/changes/": 13,
}


@pytest.fixture(params=[1, 6])
def slug(request, ada):
    """A course of as many sessions, with a story, a piece of evidence and a question in each."""
    StoryFactory(slug="bus")
    course = make_course(user=ada, title="On trust")
    for number in range(request.param):
        session = course.sessions.create(title=f"Session {number}", sort_order=number + 1)
        ItemFactory(session=session, story=StoryFactory())
        ItemFactory(session=session, evidence=EvidenceFactory())
        ItemFactory(session=session)
    return course.slug


@pytest.mark.parametrize("address", COUNTS)
def test_it_asks_as_many_queries_as_are_pinned(signed_in, ada, slug, address):
    client = signed_in(ada)
    client.get(address.format(slug=slug))

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address.format(slug=slug))

    assert response.status_code in {200, 204}
    assert len(queries) == COUNTS[address]
