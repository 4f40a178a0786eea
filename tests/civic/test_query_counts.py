"""How many queries each page asks, pinned: the same for three stories and for three hundred."""

import pytest
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
    **dict.fromkeys(("course-page", "course-handout", "course-handout-docx", "course-pack"), "course-0"),
    **dict.fromkeys(("course-pack-docx", "course-slides"), "course-0"),
    **dict.fromkeys(("course-platform", "course-cartridge", "course-questions", "course-study"), "course-0"),
    **dict.fromkeys(("course-teach", "course-teach-notes"), ("course-0", 1, 3)),
    "course-teach-session": ("course-0", 1),
    "course-add": ("story", "shelf-1"),
    "story-teach": "shelf-1",
    "story-teach-screen": ("shelf-1", 2),
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

# The finder asks one query, for the library's generation: everything else it shows is in the index.
COUNTS = {
    "home": 7,
    "story-list": 1,
    "story-list-json": 1,
    "story-list-csv": 1,
    "story-list-atom": 1,
    "story-suggestions": 1,
    "story-options": 1,
    "story-page": 17,
    "collection-list": 2,
    "collection-page": 3,
    "reading-list": 1,
    "reading-list-add": 1,
    "reading-list-csv": 1,
    "reading-list-json": 1,
    "reading-list-md": 1,
    "organisation-list": 2,
    "organisation-page": 6,
    "leader-list": 3,
    "leader-page": 5,
    "place-list": 2,
    "place-page": 8,
    "source-list": 2,
    "source-page": 6,
    "lesson-list": 4,
    "lesson-page": 12,
    "framework-list": 2,
    "framework-page": 4,
    "element-page": 13,
    "question-list": 2,
    "question-page": 4,
    "explore": 0,
    "explore-evidence-map": 3,
    "explore-zones": 1,
    "explore-outcomes": 2,
    "explore-lineage": 2,
    "explore-map": 1,
    "story-compare": 14,
    "explore-here": 1,
    "framework-crosswalk": 3,
    "tension-list": 3,
    "tension-page": 11,
    "course-list": 4,
    "course-new": 0,
    "course-add": 11,
    "course-page": 5,
    "course-teach": 3,
    "course-teach-notes": 3,
    "course-handout": 3,
    "course-handout-docx": 3,
    "course-pack": 3,
    "course-pack-docx": 3,
    "course-slides": 3,
    "course-study": 3,
    "group-find": 0,
    "course-platform": 3,
    "course-cartridge": 3,
    "course-questions": 3,
    "story-teach": 6,
    "story-teach-screen": 6,
    "schema": 0,
    "about": 0,
    "healthz": 3,
    "robots": 0,
}

UNPINNED = {
    "reading-list-change": "takes a form and leads back to the list",
    "course-teach-session": "leads on to its first screen",
    **dict.fromkeys(
        ("course-build", "course-news", "course-find", "course-sharing", "course-changes"),
        "for somebody who is signed in; see tests/courses/test_query_counts.py",
    ),
    **dict.fromkeys(
        ("course-adapt", "course-revise", "course-change", "course-invitation"),
        "takes a form of somebody who is signed in, and leads on",
    ),
    **dict.fromkeys(
        ("course-groups", "group-answer", "group-results", "group-csv"),
        "for a group and its trainer; see tests/courses/test_query_counts.py",
    ),
    **dict.fromkeys(("course-study-keep", "course-study-take", "group-change"), "takes a form, and leads on"),
    "sitemap": "a file for robots with a line for every record",
    "gallery": "in development only",
    "error-example": "in development only",
}


def address(name):
    """The page of that name, of a record where it is of one."""
    found = SLUGS.get(name, ())
    return reverse(name, args=[found] if isinstance(found, str) else found)


def count(name):
    """The queries of the second request; the first may build the index."""
    BROWSER.get(address(name), WORDS.get(name)).getvalue()
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
