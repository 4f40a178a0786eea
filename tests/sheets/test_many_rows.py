"""Many rows: fifty faults among a thousand are named, all of them, and nothing is changed; clean, they are all imported."""

import pytest

from cases.models import Measure, Story
from tests.factories import StoryFactory
from tests.sheets.conftest import problems, workbook

pytestmark = pytest.mark.django_db

HEADINGS = ["Story", "Indicator", "Kind", "Result"]
ROWS, FAULTS = 1_000, 50


def rows(faults=0):
    """Measures of ten stories; every twentieth row is wrong, where faults are asked for."""
    for number in range(ROWS):
        wrong = faults and number % (ROWS // faults) == 0
        yield [f"story-{number % 10}", f"Indicator {number}", "output", "lots" if wrong else f"about {number}"]


@pytest.fixture
def stories(db):
    """Ten stories."""
    return [StoryFactory(slug=f"story-{number}", ready=True) for number in range(10)]


def test_it_names_all_fifty_faults_and_changes_nothing(upload, stories):
    found = upload(workbook(Measures=[HEADINGS, *rows(FAULTS)]))

    assert (found.problems, found.count("added"), found.can_be_imported) == (50, 950, False)
    assert [text.partition(",")[2].partition(",")[0] for text in problems(found)] == [
        f" row {number}" for number in range(2, ROWS + 2, 20)
    ]
    assert not Measure.objects.exists()


def test_it_imports_a_thousand_rows(bring_in, stories):
    found = bring_in(workbook(Measures=[HEADINGS, *rows()]))

    assert (found.state, found.count("added")) == ("done", ROWS)
    assert Measure.objects.filter(story__slug="story-3").count() == 100
    assert [m.indicator for m in Story.objects.get(slug="story-3").measures.all()][:2] == [
        "Indicator 3",
        "Indicator 13",
    ]


def test_it_imports_them_as_drafts(bring_in, stories):
    bring_in(workbook(Measures=[HEADINGS, *rows()]), "drafts")

    story = Story.objects.get(slug="story-3")
    assert (story.measures.count(), story.get_latest_revision_as_object().measures.count()) == (0, 100)
