"""How many queries the pages of trainers ask: pinned, and the same for few things as for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lessons.courses.making import make_course
from lessons.models import Course
from tests.factories import (
    CourseGroupFactory,
    EvidenceFactory,
    GroupAnswerFactory,
    ItemFactory,
    MemberFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db

QUESTION = {"mark": "0123456789abcdef", "kind": "question", "text": "What now?", "options": [], "answer": ""}
COUNTS = {
    "/courses/": 8,
    "/courses/-/new/": 4,
    "/courses/-/add/story/bus/": 17,
    "/courses/{slug}/build/": 10,
    "/courses/{slug}/build/news/": 4,
    "/courses/{slug}/sharing/": 9,
    "/courses/{slug}/changes/": 13,
    "/courses/{slug}/study/": 7,
    "/courses/{slug}/groups/": 7,
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


GROUP_COUNTS = {"": 3, "results/": 8, "answers.csv": 8}


@pytest.mark.parametrize("members", [1, 20])
@pytest.mark.parametrize("path", GROUP_COUNTS)
def test_it_asks_as_many_queries_for_a_large_group_as_for_a_small_one(signed_in, ada, slug, members, path):
    group = CourseGroupFactory(owner=ada, course=Course.objects.get(slug=slug), questions=[QUESTION])
    [GroupAnswerFactory(member=member) for member in MemberFactory.create_batch(members, group=group)]
    client, address = signed_in(ada), f"/groups/{group.code}/{path}"
    client.get(address)

    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200

    assert len(queries) == GROUP_COUNTS[path]
