"""Who led together: every story stands in one of the seven regions, or nobody is known to have led it."""

import pytest

from tests.explore.figures import view
from tests.factories import LeaderFactory, OrganisationFactory, RoleFactory, StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


def led_by(*realms, **story):
    """A story that people of these realms led."""
    story = StoryFactory(**story)
    for realm in realms:
        RoleFactory(story=story, realm=realm, part="led")
    return story


def numbers(query=""):
    """The number of each region, and of the stories that stand in none."""
    context = view("innovation-zones", query).context
    return {zone.value: zone.count for zone in context["zones"]}, context["unknown"]


@pytest.fixture
def eight():
    """Four stories led alone, together or by all; one whose leaders nobody knows; and two that nobody may see."""
    led_by("political")
    led_by("political", "community")
    led_by("political", "managerial", "community")
    led_by("political", "managerial", "community", result="failed")
    led_by()
    led_by("political", draft=True)
    led_by("political", retired=True)


def test_it_counts_every_published_story_once(eight):
    zones, unknown = numbers()

    assert (sum(zones.values()), unknown) == (4, 1)
    assert (zones["political"], zones["political-community"], zones["political-managerial-community"]) == (1, 1, 2)


def test_it_counts_every_story_once_when_it_is_narrowed(eight):
    zones, unknown = numbers("result=succeeded")

    assert (sum(zones.values()), unknown) == (3, 1)


def test_it_draws_all_zones_whichever_is_chosen(eight):
    assert numbers("zone=political") == numbers()


def test_it_names_no_other_body_beside_the_chosen_one():
    story = led_by("political")
    RoleFactory(story=story, organisation=OrganisationFactory(kind="school"))
    RoleFactory(story=story, organisation=OrganisationFactory(kind="council"))

    zone = view("innovation-zones", "orgkind=school").context["zones"][0]

    assert [(named.label, named.count) for named in zone.bodies] == [("School", 1)]


def test_it_names_people_by_how_often_they_act_there():
    ann, bea = LeaderFactory(name="Ann"), LeaderFactory(name="Bea")
    RoleFactory(story=led_by("political"), leader=bea)
    RoleFactory(story=led_by("political"), leader=bea)
    RoleFactory(story=led_by("political"), leader=ann)

    zone = view("innovation-zones").context["zones"][0]

    assert [(named.label, named.count) for named in zone.people] == [("Bea", 2), ("Ann", 1)]


def test_it_says_of_how_many_nobody_knows_who_led(eight):
    assert "In 1 more story the sources do not say who led." in words(view("innovation-zones"))


def test_it_shows_an_empty_library():
    assert numbers() == (dict.fromkeys(numbers()[0], 0), 0)
