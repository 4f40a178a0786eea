"""How many queries each page asks, pinned: the same for three stories and for three hundred."""

import factory
import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.following.links import key_of
from cases.models import Source, Story, Subscription
from civic import urls
from tests.civic.pins import COOKIES, COUNTS, FOLLOWED, SLUGS, UNPINNED, WORDS
from tests.factories.evidence import EvidenceFactory
from tests.reading import BROWSER


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


@pytest.mark.once
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


def test_it_asks_no_more_about_a_story_with_more_evidence(shelf):
    before = count("story-page")
    story = Story.objects.get(slug="shelf-1")
    more = {"lesson__slug": factory.Sequence("another-{}".format), "source": Source.objects.first()}
    EvidenceFactory.create_batch(3, story=story, **more)

    assert count("story-page") == before
