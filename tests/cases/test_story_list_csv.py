"""Taking the list away as a table for a spreadsheet."""

import csv
from io import StringIO

import pytest

from cases.facets import FACETS
from tests.factories import PolicyAreaFactory, StoryFactory
from tests.reading import every

pytestmark = pytest.mark.django_db

COLUMNS = ["slug", "title", "summary", "url", "years", "published", "updated"]


def table(client, query=""):
    """The rows of the table, by column."""
    text = client.get(f"/stories.csv{query}").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_it_works(client):
    response = client.get("/stories.csv")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="stories.csv"'
    assert response.getvalue().startswith("\ufeffslug,title".encode())


def test_it_has_the_facets_as_columns(client):
    StoryFactory()

    assert list(table(client)[0]) == [*COLUMNS, *(facet.key for facet in FACETS)]


def test_it_has_a_row_for_every_story_of_every_page(client):
    stories = StoryFactory.create_batch(45)

    assert sorted(row["slug"] for row in table(client)) == sorted(story.slug for story in stories)


@pytest.mark.parametrize("query", ["?result=failed", "?q=second", "?result=failed&q=second", "?q=unicorn"])
def test_it_narrows_and_orders_like_the_page(client, query):
    StoryFactory(result="failed")
    StoryFactory(result="failed", title="The second", summary="A second.")
    StoryFactory(title="Second to none")

    parameters = dict(pair.split("=") for pair in query[1:].split("&"))

    assert [row["slug"] for row in table(client, query)] == every(parameters)


def test_it_parts_several_values(client):
    StoryFactory(policy_areas=[PolicyAreaFactory(name="Health"), PolicyAreaFactory(name="Housing")])

    assert table(client)[0]["policy"] == "Health; Housing"


def test_it_writes_words_rather_than_codes(client):
    StoryFactory(result="too-early", year_from=1993, year_to=1998)

    row = table(client)[0]

    assert (row["result"], row["years"], row["decade"]) == ("Too early to say", "1993–1998", "1990s")
    assert row["published"] == "2026-01-01T12:00:00+00:00"


@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_it_makes_formulas_inert(client, start):
    StoryFactory(title=f"{start}", summary=f"{start}", policy_areas=[PolicyAreaFactory(name=start)])

    row = table(client)[0]

    assert [row[name][0] for name in ("title", "summary", "policy")] == ["'"] * 3


def test_it_keeps_commas_quotes_and_lines_in_their_cell(client):
    StoryFactory(title='One, "two"', summary="Line one.\nLine two; café.")

    row = table(client)[0]

    assert (row["title"], row["summary"]) == ('One, "two"', "Line one.\nLine two; café.")
