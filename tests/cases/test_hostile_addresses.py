"""Nobody can break a page by what they write into its address."""

import pytest
from django.db import connection
from django.test import Client

from tests.explore.figures import VIEWS
from tests.hostile import hostile_queries, hostile_slugs

pytestmark = pytest.mark.usefixtures("real_library")

LISTS = {
    "/stories/": 150,
    "/stories.json": 250,
    "/stories.csv": 250,
    "/stories.atom": 250,
    "/stories/-/suggestions/": 300,
    "/stories/-/options/place/": 100,
    "/stories/-/options/result/": 100,
    "/lessons/": 100,
    "/stories/compare/": 60,
    "/explore/would-it-work-here/": 60,
    **dict.fromkeys([f"/explore/{name}/" for name in VIEWS], 20),
}
"""How many query strings each is asked with, twice: more than 3,000 in all; a fifth of them again on PostgreSQL."""

PAGES = [
    "stories",
    "lessons",
    "organisations",
    "leaders",
    "places",
    "sources",
    "frameworks",
    "elements",
    "questions",
    "tensions",
]


def how_many(path):
    """How many query strings the path is asked with on this database."""
    return LISTS[path] // (5 if connection.vendor == "postgresql" else 1)


def broken(path, queries, headers):
    """The query strings that are answered by anything but a page, with the status."""
    client = Client(raise_request_exception=False)
    asked = [(query, client.get(f"{path}?{query}", headers=headers)) for query in queries]
    return [(query, got.status_code) for query, got in asked if got.status_code not in {200, 404}]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(("seed", "headers"), [(1, {}), (2, {"HX-Request": "true"})])
def test_it_answers_any_query_string(path, seed, headers):
    assert broken(path, hostile_queries(f"{seed}{path}", how_many(path)), headers) == []


@pytest.mark.parametrize("noun", PAGES)
def test_it_knows_no_page_of_a_name_that_is_none(noun):
    client = Client(raise_request_exception=False)

    statuses = {slug: client.get(f"/{noun}/{slug}/").status_code for slug in hostile_slugs(3, 40)}

    assert {slug: status for slug, status in statuses.items() if status not in {404, 301}} == {}


@pytest.mark.parametrize("key", ["colour", "place2", "Q", "-", "_", "result-"])
def test_it_knows_no_facet_of_a_name_that_is_none(client, key):
    assert client.get(f"/stories/-/options/{key}/").status_code == 404


@pytest.mark.parametrize("name", ["no-such", "..", "%2e%2e%2fsettings", "a" * 500])
def test_it_gives_schemas_and_nothing_else(client, name):
    assert client.get(f"/schemas/{name}.json").status_code == 404
