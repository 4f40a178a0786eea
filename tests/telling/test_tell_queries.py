"""How many queries the pages of one story ask: the same for a short story and for a long one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Answer

pytestmark = pytest.mark.django_db

COUNTS = {
    "": 5,
    "problem/": 4,
    "places/": 4,
    "places/new/": 4,
    "dates/1/": 4,
    "areas/": 5,
    "authors/": 3,
    "check/": 4,
    "later/": 3,
    "end/": 3,
    "problem/0/history/": 4,
}


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize("page", COUNTS)
def test_it_asks_as_many_queries_as_are_pinned(ada, page, many):
    rows = [Answer(contribution=ada.story, step="dates", item=n + 1, data={"text": f"Day {n}"}) for n in range(many)]
    places = [
        Answer(contribution=ada.story, step="places", item=n + 1, data={"place": {"words": "x"}}) for n in range(many)
    ]
    Answer.objects.bulk_create([*rows, *places, Answer(contribution=ada.story, step="problem", data={"problem": "x"})])

    with CaptureQueriesContext(connection) as queries:
        response = ada.get(page)

    assert response.status_code == 200
    assert len(queries) == COUNTS[page]
