"""Questions that are put together once are answered as the querysets would be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Role
from cases.pages import stories_for_page
from cases.prepared import Prepared
from cases.story_reading import STORY
from tests.factories import StoryFactory

NAMES = [getattr(lookup, "prefetch_to", lookup) for lookup in stories_for_page()._prefetch_related_lookups]


def told(record):
    """What the record says of itself, without what Django notes beside it."""
    return {name: value for name, value in vars(record).items() if not name.startswith("_")}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", [0, 1, 7])
def test_it_brings_what_the_queryset_brings(shelf, name, number):
    ours, theirs = STORY.of(f"shelf-{number}"), stories_for_page().get(slug=f"shelf-{number}")

    pairs = list(zip(getattr(ours, name).all(), getattr(theirs, name).all(), strict=True))

    assert [told(one) for one, _other in pairs] == [told(other) for _one, other in pairs]
    assert [type(one) for one, _other in pairs] == [type(other) for _one, other in pairs]


def test_it_brings_the_same_story(shelf):
    assert told(STORY.of("shelf-3")) == told(stories_for_page().get(slug="shelf-3"))


def test_it_brings_what_the_records_refer_to(shelf):
    ours, theirs = STORY.of("shelf-1"), stories_for_page().get(slug="shelf-1")

    with CaptureQueriesContext(connection) as queries:
        shown = [(str(role.leader), str(role.organisation)) for role in ours.roles.all()]
        places = [place.full_name for place in ours.places.all()]

    assert len(queries) == 0
    assert shown == [(str(role.leader), str(role.organisation)) for role in theirs.roles.all()]
    assert places == [place.full_name for place in theirs.places.all()]


def test_it_brings_nothing_of_a_story_that_is_not_there(shelf):
    assert STORY.of("nowhere") is None


@pytest.mark.parametrize("slug", ["\ue000", "'; DROP TABLE cases_story; --", "%s", ""])
def test_it_takes_any_text_for_a_name(shelf, slug):
    assert STORY.of(slug) is None


@pytest.mark.django_db
def test_it_can_be_asked_further():
    story = StoryFactory()
    prepared = Prepared(lambda pk: Role.objects.filter(story=pk))

    assert (list(prepared.about(story.pk)), prepared.about(story.pk).filter(realm="political").count()) == ([], 0)
