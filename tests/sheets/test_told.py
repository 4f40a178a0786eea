"""What a spreadsheet brings in reaches those who follow it and those who teach it, as what is published at the desk does."""

import pytest

from cases.following.noting import note_news
from cases.models import News
from lessons.courses.noticing import look_again
from lessons.models import Item
from tests.factories import EvidenceFactory, ItemFactory, LessonFactory, StoryFactory
from tests.sheets.conftest import workbook

pytestmark = pytest.mark.django_db

ROWS = [["Story", "Lesson", "Stance", "What happened"], ["tram", "go", "supports", "Ninety readers came."]]


@pytest.fixture
def evidence(db):
    """A piece of evidence that is taught, and that has been looked at."""
    story, lesson = StoryFactory(slug="tram", ready=True), LessonFactory(slug="go")
    made = EvidenceFactory(story=story, lesson=lesson, stance="supports", what_happened="Nine readers came.")
    ItemFactory(evidence=made)
    note_news()
    look_again()
    return made


def test_it_tells_those_who_follow_the_lesson(evidence, bring_in):
    bring_in(workbook(Evidence=ROWS))

    note_news()
    assert list(News.objects.values_list("about", "how", "parts")) == [("lesson", "changed", ["supports"])]


def test_it_tells_those_who_teach_it(evidence, bring_in):
    bring_in(workbook(Evidence=ROWS))

    look_again()
    assert Item.objects.get().changed_at is not None


def test_it_tells_nobody_of_drafts(evidence, bring_in):
    bring_in(workbook(Evidence=ROWS), "drafts")

    assert (note_news(), look_again()) == ("", "")
