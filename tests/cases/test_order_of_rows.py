"""Rows that an editor has given the same place."""

import pytest

from cases.models.story import Story
from tests.factories.citation import CitationFactory
from tests.factories.story import StoryFactory


@pytest.mark.django_db
def test_it_keeps_rows_of_the_same_place_in_the_order_in_which_they_were_made():
    story = StoryFactory(slug="bus")
    first = CitationFactory(story=story, section="One", sort_order=1)
    second = CitationFactory(story=story, section="Two", sort_order=1)
    first.page = "12"
    first.save()

    assert list(Story.objects.get(slug="bus").citations.all()) == [first, second]
