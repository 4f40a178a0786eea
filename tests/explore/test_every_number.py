"""Every number of every view is the number of stories behind its link: bare and narrowed, in the real library."""

import pytest

from tests.explore.figures import VIEWS, figures, totals, untrue, view

pytestmark = pytest.mark.usefixtures("real_library")

LEAST = {"evidence-map": 200, "innovation-zones": 30, "outcomes": 25, "lineage": 8, "map": 20}
"""So many numbers each shows of the real library, at least: a view that shows none is true of nothing."""

NARROWED = [
    "q=police",
    "q=nothing-at-all",
    "policy=education&policy=health&policy=social-care",
    "element=risk-management&for=risk-management",
    "zone=political-managerial&zone=community&realm=political",
    "orgkind=council&orgkind=business",
    "leader=ken-gillespie&organisation=kirklees-council",
    "country=gb&country=au&result=failed&result=mixed",
    "place=kirklees&place=huddersfield",
    "measure=none",
    "measure=outcome&measure=output&lineage=adapted",
    "decade=1990s&q=council&policy=policing-and-justice&orgkind=police-force&country=gb",
]


@pytest.fixture(scope="module")
def total(real_library, index_of_module):
    """How many stories a state has."""
    return totals()


@pytest.mark.parametrize("name", VIEWS)
def test_it_leads_to_as_many_stories_as_it_says(name, total):
    response = view(name)

    assert len(figures(response)) >= LEAST[name]
    assert untrue(response, total) == []


@pytest.mark.parametrize("query", NARROWED)
@pytest.mark.parametrize("name", VIEWS)
def test_it_leads_to_as_many_when_it_is_narrowed(name, query, total):
    response = view(name, query)

    assert response.status_code == 200
    assert untrue(response, total) == []


@pytest.mark.parametrize("query", NARROWED[2:-1])
def test_it_knows_every_narrowing_that_is_tried_here(query):
    assert view("innovation-zones", query).context["finder"].state.ignored == ()


def test_it_leads_to_the_same_number_in_the_list_and_its_twin(client):
    words, number, query = figures(view("innovation-zones"))[0]

    assert client.get(f"/stories.json?{query}").json()["total"] == number, words
    assert client.get(f"/stories/?{query}").context["finder"].total == number
