"""How many queries each page asks, pinned: the same for three stories and for three hundred."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.following.links import key_of
from cases.models import Subscription
from civic import urls
from lessons.audit.keys import round_key
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
    "tell-records": "places",
    "schema": "stories",
    "error-example": "404",
    "story-atom": "shelf-1",
    "story-suggest": "shelf-1",
    "story-suggested": "shelf-1",
    "lesson-atom": "lesson-1",
    "follow-record": ("story", "shelf-1"),
    "audit-alone-step": "element-1",
    "audit-organise": "organiser",
    "audit-organise-result": ("organiser", 1),
    "audit-organise-csv": ("organiser", 1),
    "audit-change": "organiser",
    "audit-deed": ("organiser", "delete"),
    "audit-round": round_key("organiser", 2),
    "audit-round-result": round_key("organiser", 1),
    "audit-round-csv": round_key("organiser", 1),
    "audit-sheet": "open",
    "audit-sheet-step": ("open", "element-1"),
    "audit-sheet-own": "closed",
    "audit-sheet-together": "closed",
    "audit-sheet-leave": "open",
    **dict.fromkeys(("course-page", "course-handout", "course-handout-docx", "course-pack"), "course-0"),
    **dict.fromkeys(("course-pack-docx", "course-slides"), "course-0"),
    **dict.fromkeys(("course-platform", "course-cartridge", "course-questions", "course-study"), "course-0"),
    **dict.fromkeys(("course-teach", "course-teach-notes"), ("course-0", 1, 3)),
    "course-teach-session": ("course-0", 1),
    "course-add": ("story", "shelf-1"),
    "story-teach": "shelf-1",
    "story-teach-screen": ("shelf-1", 2),
}

FOLLOWED = {"follow-confirm", "follow-stop", "following", "following-stop"}
"""Pages behind a link of a follower."""

COOKIES = {"audit-alone-result": "casebook-audit=statement-0:often.statement-2:seldom.statement-4:sometimes"}

A_LIST = {"story": ["shelf-0", "shelf-1", "shelf-2"]}
WORDS = {
    "story-suggestions": {"q": "recycling"},
    "reading-list": A_LIST,
    "reading-list-csv": A_LIST,
    "reading-list-json": A_LIST,
    "reading-list-md": A_LIST,
    "story-compare": {"story": ["shelf-0", "shelf-1"]},
    "tell-records": {"q": "town"},
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
    "framework-crosswalk": 3,
    "tension-list": 3,
    "tension-page": 11,
    "tell": 2,
    "tell-privacy": 0,
    "tell-records": 1,
    "story-atom": 2,
    "story-suggest": 1,
    "story-suggested": 1,
    "lesson-atom": 3,
    "follow-stories": 2,
    "follow-record": 2,
    "follow-asked": 0,
    "follow-forgotten": 0,
    "follow-confirm": 2,
    "follow-stop": 2,
    "following": 4,
    "following-stop": 1,
    "audit": 2,
    "audit-alone-result": 10,
    "audit-alone-forget": 0,
    "audit-alone-step": 2,
    "audit-team": 0,
    "audit-deleted": 0,
    "audit-organise": 2,
    "audit-organise-result": 13,
    "audit-organise-csv": 4,
    "audit-change": 2,
    "audit-deed": 1,
    "audit-round": 1,
    "audit-round-result": 12,
    "audit-round-csv": 3,
    "audit-sheet": 3,
    "audit-sheet-step": 2,
    "audit-sheet-own": 10,
    "audit-sheet-together": 13,
    "audit-sheet-leave": 1,
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
    "tell-begin": "takes a form",
    "tell-link": "takes a form",
    **dict.fromkeys(
        (
            *("tell-open", "tell-overview", "tell-authors", "tell-check", "tell-later", "tell-end"),
            *("tell-step", "tell-new", "tell-item", "tell-history"),
        ),
        "for one author: pinned in tests/telling/test_tell_queries.py",
    ),
    "reading-list-change": "takes a form and leads back to the list",
    "sign-off": "for one person, by the link in a mail; see tests/reviewing",
    "sign-off-story": "the story as it will be published, for one person",
    "sign-off-renew": "takes a form and sends a mail",
    "audit-alone": "leads on to the step that waits",
    "audit-alone-where": "takes a form and leads back to the result",
    "audit-alone-keep": "leads back where nothing is answered",
    "audit-mine": "leads to signing in",
    "following-mine": "leads to signing in",
    "audit-sheet-first": "leads on to the step that waits",
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
    slugs = private_key(name) if name in FOLLOWED else SLUGS.get(name, ())
    return reverse(name, args=[slugs] if isinstance(slugs, str) else slugs)


def private_key(name):
    """The key in a private link of the follower on the shelf."""
    found = Subscription.objects.select_related("follower").get(kind="story")
    is_page = name.startswith("following")
    return key_of("following" if is_page else name, found.follower if is_page else found, found.follower)


def count(name):
    """The queries of the second request, made anew as for a new edition of the library; the first may build the index."""
    headers = {"cookie": COOKIES[name]} if name in COOKIES else None
    path = address(name)
    BROWSER.get(path, WORDS.get(name), headers=headers).getvalue()
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as queries:
        response = BROWSER.get(path, WORDS.get(name), headers=headers)
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
