"""What was taken from where: each adaptation from its origin, in the order of years, nothing of what nobody may see."""

import pytest

from cases.explore.lineage import PAGE
from cases.models import Adaptation
from tests.explore.figures import view
from tests.factories import AdaptationFactory, PlaceFactory, StoryFactory
from tests.reading import at, finder, found, option, soup, words

pytestmark = pytest.mark.django_db


def origins(query=""):
    """Each origin with its number and how many lines lead from it."""
    context = view("lineage", query).context
    return [(origin.name, origin.count, len(origin.steps)) for origin in context["origins"]]


def test_it_joins_what_came_from_one_place():
    AdaptationFactory.create_batch(2)
    AdaptationFactory(from_elsewhere="Chicago")

    assert sorted(origins()) == [("A school in Denmark", 2, 2), ("Chicago", 1, 1)]


def test_it_names_the_story_that_something_was_taken_from():
    AdaptationFactory(from_story=StoryFactory(title="The first"))

    assert origins() == [("The first", 1, 1)]


def test_it_starts_with_the_earliest():
    AdaptationFactory(story__year_from=1998, from_elsewhere="Late")
    AdaptationFactory(story__year_from=1991, from_elsewhere="Early")
    AdaptationFactory(from_elsewhere="Undated")

    assert [name for name, _count, _lines in origins()] == ["Early", "Late", "Undated"]
    assert "no year" in words(view("lineage"))


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_it_shows_nothing_of_stories_that_nobody_may_see(state):
    AdaptationFactory(story=StoryFactory(**{state: True}))
    AdaptationFactory(from_story=StoryFactory(title="Unseen", **{state: True}), from_place=PlaceFactory())

    assert origins() == []
    assert finder()["facets"]["lineage"] == []
    assert "No story here says that it took something" in words(view("lineage"))


def test_it_finds_what_came_from_words_in_another_alphabet():
    AdaptationFactory(story=StoryFactory(slug="bus"), from_elsewhere="東京")
    StoryFactory()

    [origin] = view("lineage").context["origins"]

    assert [story["slug"] for story in at(origin.url)["results"]] == ["bus"]


def test_it_finds_what_came_from_a_place():
    AdaptationFactory(story=StoryFactory(slug="bus"), from_place=PlaceFactory(slug="aarhus", name="Aarhus"))
    StoryFactory()

    assert found({"origin": "aarhus"}) == ["bus"]
    assert finder({"origin": "aarhus"})["sentence"] == "1 story that took something from Aarhus"
    assert "Aarhus" in words(view("lineage"))


def test_it_says_what_was_kept_changed_and_dropped():
    AdaptationFactory(kept="The timetable.", changed="The fare.")

    assert [cell.get_text() for cell in soup(view("lineage")).select(".lineage-table td")][1:] == [
        "The timetable.",
        "The fare.",
        "not said",
    ]


def test_it_counts_an_origin_on_all_pages():
    stories = StoryFactory.create_batch(PAGE + 1)
    Adaptation.objects.bulk_create(Adaptation(story=story, from_elsewhere="Chicago") for story in stories)

    assert origins() == [("Chicago", PAGE + 1, PAGE)]
    assert origins("page=2") == [("Chicago", PAGE + 1, 1)]
    assert origins("page=99") == origins("page=2")


def test_it_leads_to_all_that_adapted_something():
    AdaptationFactory(story=StoryFactory(slug="bus"))
    StoryFactory()

    context = view("lineage").context

    assert (context["adapted"], at(context["adapted_url"])["total"]) == (1, 1)
    assert option(finder({"lineage": "adapted"}), "lineage", "adapted")["selected"] is True


def test_it_shows_a_new_name_of_an_origin_at_once():
    step = AdaptationFactory(from_story=StoryFactory(title="Old"), from_place=PlaceFactory(name="Oldtown", slug="town"))
    origins()

    step.from_story.title = "New"
    step.from_story.save()
    step.from_place.name = "Newtown"
    step.from_place.save()

    assert origins() == [("New", 1, 1)]
    assert {option["label"] for option in finder()["facets"]["origin"]} == {"New", "Newtown"}


def test_it_drops_an_origin_that_is_taken_back():
    step = AdaptationFactory(from_story=StoryFactory())
    origins()

    step.from_story.unpublish()

    assert origins() == []
    assert finder()["facets"]["origin"] == []
