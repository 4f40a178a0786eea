"""What was measured: by policy area, the best told measures first; and how many stories have no figure."""

import pytest

from cases.explore.outcomes import PAGE_STORIES, SOME_MEASURES
from cases.models import Measure
from tests.explore.figures import view
from tests.factories import MeasureFactory, PolicyAreaFactory, StoryFactory
from tests.reading import finder, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def health():
    """A policy area."""
    return PolicyAreaFactory(slug="health", name="Health")


def measured(area, *kinds, **story):
    """A story about the area with a measure of each kind."""
    story = StoryFactory(policy_areas=[area], **story)
    for kind in kinds:
        MeasureFactory(story=story, kind=kind, indicator=f"{story.title}: {kind}")
    return story


def counts(response):
    """The four counts of the first area."""
    return [count.count for count in response.context["areas"][0].counts]


def indicators(response):
    """What is measured, as listed."""
    return [name.get_text() for name in soup(response).select(".outcome-name")]


def test_it_counts_stories_by_what_they_measured(health):
    measured(health, "outcome", "output")
    measured(health, "social-capital")
    measured(health)
    measured(health, "outcome", draft=True)
    measured(health, "outcome", retired=True)

    assert counts(view("outcomes")) == [1, 1, 1, 1]


def test_it_shows_outcomes_before_outputs(health):
    measured(health, "output", title="Second")
    measured(health, "outcome", title="First")

    assert indicators(view("outcomes")) == ["First: outcome", "Second: output"]


def test_it_says_that_nothing_is_given(health):
    measured(health)

    assert "No story here gives a figure." in words(view("outcomes"))


def test_it_shows_a_story_without_policy_area_in_the_counts_of_the_whole_alone():
    MeasureFactory()

    response = view("outcomes")

    assert [count.count for count in response.context["whole"]] == [1, 0, 0, 0]
    assert "No story here has a policy area." in words(response)


def test_it_shows_measures_of_the_chosen_kind_alone(health):
    measured(health, "outcome", "output", title="Both")
    measured(health, "outcome", title="One")

    assert indicators(view("outcomes", "measure=output")) == ["Both: output"]
    assert indicators(view("outcomes", "measure=none&measure=output&policy=health")) == ["Both: output"]


def test_it_shows_some_of_several_areas_and_leads_to_all_of_one(health):
    measured(PolicyAreaFactory(slug="housing"), "output")
    measured(health, *["outcome"] * (SOME_MEASURES + 1))

    areas = view("outcomes").context["areas"]

    assert [len(area.rows) for area in areas] == [SOME_MEASURES, 1]
    assert [area.alone_url for area in areas] == ["/explore/outcomes/?policy=health", ""]


def test_it_pages_through_one_area(health):
    stories = StoryFactory.create_batch(PAGE_STORIES + 1, policy_areas=[health])
    Measure.objects.bulk_create(Measure(story=s, indicator=s.title, kind="outcome") for s in stories)
    measured(health)

    pages = [indicators(view("outcomes", f"policy=health&page={page}")) for page in (1, 2, 3)]

    assert [len(page) for page in pages] == [PAGE_STORIES, 1, 1]
    assert not set(pages[0]) & set(pages[1])


def test_it_has_no_page_of_stories_without_figures(health):
    measured(health, "outcome")
    StoryFactory.create_batch(PAGE_STORIES, policy_areas=[health])

    assert view("outcomes", "policy=health").context["pages"] == 1


@pytest.mark.parametrize(
    ("target", "result", "better", "said"),
    [("10", "12", "higher", "✓ reached"), ("10", "8", "higher", "✕ not reached"), ("10", "8", "lower", "✓ reached")],
)
def test_it_says_whether_a_target_was_met(health, target, result, better, said):
    MeasureFactory(story=measured(health), target=target, result=result, better=better)

    assert said in words(view("outcomes"))


def test_it_leaves_open_what_cannot_be_told(health):
    MeasureFactory(story=measured(health), target="10", result="12")

    assert not {"✓", "✕"} & set(words(view("outcomes")))


def test_it_finds_what_has_nothing_measured(health):
    measured(health, "outcome")
    bare = measured(health)

    state = finder({"measure": "none"})

    assert [story["slug"] for story in state["results"]] == [bare.slug]
    assert state["sentence"] == "1 story with nothing measured"
