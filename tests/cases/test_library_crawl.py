"""The library that comes with the software: in the finder every count is true, every link leads somewhere."""

import random

import pytest
from django.conf import settings

from cases.facets import FACETS
from cases.models import Story
from tests.reading import BROWSER, at, every, finder, links

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("real_library")]

FIRST_SOURCE = "civic-entrepreneurship-1998"
FIRST_STORIES = [
    "aylesbury-restorative-cautioning",
    "canberra-restorative-justice",
    "dorset-gp-planning",
    "dorset-personal-care-plans",
    "dss-regional-office-savings",
    "joint-venture-silicon-valley",
    "kirklees-churches-partnership",
    "kirklees-henry-boot-partnership",
    "kirklees-mcalpine-stadium",
    "kirklees-one-stop-shops",
    "kirklees-recycling",
    "kirklees-restructuring",
    "kirklees-talk-back-panel",
    "kirklees-ward-innovation-fund",
    "lyme-regis-integrated-primary-care",
    "milton-keynes-retail-theft-initiative",
    "milton-keynes-youth-crime-strategy",
    "social-exclusion-unit",
    "south-somerset-decentralisation",
    "south-somerset-first-wave-1991",
    "south-somerset-tenant-housing",
    "thames-valley-force-rollout",
    "us-army-lessons-learned",
    "west-walker-breakfast-club",
    "west-walker-community-wing",
    "west-walker-creche",
    "west-walker-housing-association",
    "west-walker-play-park",
    "west-walker-school",
]
STATES = 30
"""Deeper states for each seed: 300 in all."""


def untrue(options):
    """The options whose count is not the total behind their address."""
    behind = [(option, at(option["url"])["total"]) for option in options]
    return [(option["url"], option["count"], total) for option, total in behind if option["count"] != total]


def deeper(seed):
    """Random states of up to four choices, each an option of the state before."""
    chance = random.Random(seed)
    return [walk(chance, chance.randint(1, 4)) for _ in range(STATES)]


def walk(chance, steps):
    """An option at the end of a random walk from the open list, counted for itself."""
    state = at(chance.choice(["/stories/", "/stories/?q=school", "/stories/?q=police", "/stories/?q=partnership"]))
    for _ in range(steps):
        facet = chance.choice([key for key in sorted(state["facets"]) if state["facets"][key]])
        option = chance.choice(state["facets"][facet])
        alone = {**option, "count": option["count"] if not others(state, facet) else None}
        state = at(option["url"])
    return alone, state["total"]


def others(state, facet):
    """The values chosen in the facet already."""
    return [option for option in state["facets"][facet] if option["selected"]]


@pytest.mark.parametrize("key", [facet.key for facet in FACETS])
def test_it_counts_truly_behind_every_value(key):
    assert untrue(finder()["facets"][key]) == []


@pytest.mark.parametrize("seed", range(10))
def test_it_counts_truly_in_deeper_states(seed):
    walked = deeper(seed)

    assert [(option["url"], total) for option, total in walked if option["count"] not in {None, total}] == []


def test_it_holds_every_story_of_the_first_source():
    told = Story.objects.published().values_list("slug", flat=True)

    assert len(FIRST_STORIES) == 29
    assert set(FIRST_STORIES) - set(told) == set()


def test_it_cites_the_first_source_in_each_of_them():
    assert set(FIRST_STORIES) - set(every({"source": FIRST_SOURCE})) == set()


def test_it_holds_a_file_for_each_of_them():
    files = {path.stem for path in (settings.LIBRARY_DIR / "stories").glob("*.yaml")}

    assert set(FIRST_STORIES) - files == set()


@pytest.mark.parametrize("slug", FIRST_STORIES)
def test_it_has_no_dead_link_on_any_story(slug):
    response = BROWSER.get(f"/stories/{slug}/")

    ours = {url.partition("#")[0] for url in links(response).values() if url.startswith("/")}
    answers = {url: BROWSER.get(url).status_code for url in ours}
    assert {url: status for url, status in answers.items() if status != 200} == {}
