"""Every number of every view is the number of stories behind its link: on a shelf where every combination turns up."""

import random

import pytest

from cases.facets import FACETS
from cases.search.index import library_index
from tests.explore.figures import VIEWS, figures, totals, untrue, view

pytestmark = pytest.mark.usefixtures("shelf")

AXES = {
    "evidence-map": ("element", "policy", "for", "mixed", "against", "named"),
    "innovation-zones": ("zone", "orgkind", "leader"),
    "outcomes": ("policy", "measure"),
    "lineage": ("origin", "lineage"),
    "map": ("country", "place"),
}
"""What each view draws along; a choice there picks what is drawn."""


@pytest.fixture(scope="module")
def total(shelf, index_of_module):
    """How many stories a state has."""
    return totals()


def some(chance, key, most):
    """A few values of the facet, as part of an address."""
    values = sorted(library_index().snapshot().values[key])
    return "&".join(f"{key}={value}" for value in chance.sample(values, min(most, len(values))))


@pytest.mark.parametrize("name", VIEWS)
def test_it_leads_to_as_many_stories_as_it_says(name, total):
    response = view(name)

    assert len(figures(response)) >= 8
    assert untrue(response, total) == []


@pytest.mark.parametrize(("name", "axis"), [(name, axis) for name, axes in AXES.items() for axis in axes])
@pytest.mark.parametrize("most", [1, 2])
def test_it_leads_to_as_many_with_choices_along_an_axis(name, axis, most, total):
    response = view(name, some(random.Random(axis), axis, most))

    assert untrue(response, total) == []


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", VIEWS)
def test_it_leads_to_as_many_in_any_state(name, seed, total):
    chance = random.Random(f"{name}{seed}")
    keys = chance.sample([facet.key for facet in FACETS], 3)
    query = "&".join(["q=year" if seed % 2 else "", *(some(chance, key, 4) for key in keys)])

    assert untrue(view(name, query), total) == []


@pytest.mark.parametrize("name", VIEWS)
def test_it_names_the_stories_that_it_draws(name, total):
    page = view(name, "q=year&result=failed&result=mixed")

    listed = page.context["finder"].list_url.partition("?")[2]
    assert page.context["finder"].total == total(listed)


def test_its_sides_add_up_to_the_stories_of_the_element_in_the_area(total):
    cells = [cell for row in view("evidence-map").context["rows"] for cell in row.cells]

    sums = [(sum(bar.count for bar in cell.bars), total(cell.url.partition("?")[2])) for cell in cells]

    assert len(sums) == 9
    assert [pair for pair in sums if pair[0] != pair[1]] == []
