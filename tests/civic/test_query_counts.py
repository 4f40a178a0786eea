"""How many queries each page asks, pinned: the same for three stories and for three hundred."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from civic import urls
from tests.reading import BROWSER

SLUGS = {
    "story-page": "shelf-1",
    "organisation-page": "organisation-1",
    "leader-page": "leader-1",
    "place-page": "town-0",
    "source-page": "source-0",
    "lesson-page": "lesson-1",
    "framework-page": "framework-0",
    "element-page": "element-1",
    "question-page": "question-0",
    "collection-page": "collection-0",
    "reading-list-add": "shelf-1",
    "tension-page": "tension-0",
    "story-options": "place",
    "schema": "stories",
    "error-example": "404",
}

A_LIST = {"story": ["shelf-0", "shelf-1", "shelf-2"]}
WORDS = {
    "story-suggestions": {"q": "recycling"},
    "reading-list": A_LIST,
    "reading-list-csv": A_LIST,
    "reading-list-json": A_LIST,
    "reading-list-md": A_LIST,
    "story-compare": {"story": ["shelf-0", "shelf-1"]},
    "explore-here": {"my-body": "council", "my-size": "under-10000", "my-mandate": "elected"},
}

# Every page asks one query, for the library's generation and edition. All else that the finder shows is in the index.
COUNTS = {
    "home": 7,
    "story-list": 1,
    "story-list-json": 1,
    "story-list-csv": 1,
    "story-list-atom": 1,
    "story-suggestions": 1,
    "story-options": 1,
    "story-page": 16,
    "collection-list": 3,
    "collection-page": 3,
    "reading-list": 1,
    "reading-list-add": 1,
    "reading-list-csv": 1,
    "reading-list-json": 1,
    "reading-list-md": 1,
    "organisation-list": 4,
    "organisation-page": 6,
    "leader-list": 5,
    "leader-page": 5,
    "place-list": 4,
    "place-page": 8,
    "source-list": 3,
    "source-page": 7,
    "lesson-list": 5,
    "lesson-page": 12,
    "framework-list": 3,
    "framework-page": 4,
    "element-page": 12,
    "question-list": 3,
    "question-page": 4,
    "explore": 1,
    "explore-evidence-map": 3,
    "explore-zones": 1,
    "explore-outcomes": 2,
    "explore-lineage": 2,
    "explore-map": 1,
    "story-compare": 13,
    "explore-here": 1,
    "framework-crosswalk": 4,
    "tension-list": 4,
    "tension-page": 10,
    "schema": 0,
    "about": 0,
    "healthz": 3,
    "robots": 0,
}

UNPINNED = {
    "reading-list-change": "takes a form and leads back to the list",
    "sitemap": "a file for robots with a line for every record",
    "gallery": "in development only",
    "error-example": "in development only",
}


def address(name):
    """The page of that name, of a record where it is of one."""
    return reverse(name, args=[SLUGS[name]] if name in SLUGS else [])


def count(name):
    """The queries of the second request, made anew as for a new edition of the library; the first may build the index."""
    BROWSER.get(address(name), WORDS.get(name)).getvalue()
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        response = BROWSER.get(address(name), WORDS.get(name))
        response.getvalue()
    assert response.status_code == 200
    return len(queries)


@pytest.mark.parametrize("shelf", [3, 300], indirect=True)
@pytest.mark.parametrize("name", COUNTS)
def test_it_asks_as_many_queries_as_are_pinned(shelf, name):
    assert count(name) == COUNTS[name]


def test_it_pins_every_public_page():
    named = {pattern.name for pattern in urls.urlpatterns if getattr(pattern, "name", None)}

    missing = named - set(COUNTS) - set(UNPINNED)
    assert not missing, f"Pin the queries of {missing} in COUNTS, or say in UNPINNED why not."


def test_it_pins_no_page_that_is_gone():
    named = {pattern.name for pattern in urls.urlpatterns if getattr(pattern, "name", None)}

    assert set(COUNTS) - named == set()
