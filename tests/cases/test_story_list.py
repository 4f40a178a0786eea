"""Opening the list of stories: the sentence, the chips, what is left out, and what a script gets."""

import pytest

from tests.factories import (
    LeaderFactory,
    MeasureFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import at, finder, links, rows, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus_and_school():
    """A story that failed, with everything that a facet can hold, and one that succeeded."""
    yorkshire = PlaceFactory(name="Yorkshire", slug="yorkshire", kind="region")
    bus = StoryFactory(
        title="The night bus",
        slug="bus",
        summary="Somebody tried a bus.",
        result="failed",
        depth="mention",
        level="systemic",
        novelty="radical",
        driver="user",
        year_from=1993,
        year_to=1995,
        places=[PlaceFactory(name="Leeds", slug="leeds", within=yorkshire)],
        policy_areas=[PolicyAreaFactory(name="Education", slug="education")],
        tags=["night buses"],
    )
    RoleFactory(story=bus, leader=LeaderFactory(name="Ann Lee", slug="ann-lee"), realm="political", part="led")
    RoleFactory(story=bus, realm="community", part="sponsored")
    ParticipationFactory(story=bus, organisation=OrganisationFactory(kind="school", name="Hill School", slug="hill"))
    MeasureFactory(story=bus)
    StoryFactory(title="The school", slug="school", summary="Somebody tried a class.", year_from=2001)
    return bus


def test_it_works(client, bus_and_school):
    response = client.get("/stories/")

    assert sorted(rows(response)) == ["The night bus", "The school"]
    assert soup(response).h1.get_text() == "2 stories"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "2 stories"),
        ({"q": "bus"}, "1 story that mentions “bus”"),
        ({"q": "tried"}, "2 stories that mention “tried”"),
        ({"q": "unicorn"}, "No stories that mention “unicorn”"),
        ({"result": "failed"}, "1 story that failed"),
        ({"result": ["succeeded", "failed"]}, "2 stories that failed or succeeded"),
        ({"policy": "education"}, "1 story about education"),
        ({"place": "leeds"}, "1 story in Leeds, Yorkshire"),
        ({"zone": "political-community"}, "1 story, led by political and community leaders"),
        (
            {"realm": ["political", "community"]},
            "1 story with somebody from the community and business or political realm",
        ),
        ({"leader": "ann-lee"}, "1 story with Ann Lee"),
        ({"organisation": "hill"}, "1 story with Hill School"),
        ({"orgkind": "school"}, "1 story with a school"),
        ({"measure": "outcome"}, "1 story with a measured outcome"),
        ({"level": "systemic"}, "1 story at systemic level"),
        ({"novelty": "radical"}, "1 story of radical innovation"),
        ({"driver": "user"}, "1 story driven by users"),
        ({"decade": ["1990s", "2000s"]}, "2 stories from the 1990s or 2000s"),
        ({"tag": "night-buses"}, "1 story tagged night buses"),
        ({"depth": "mention"}, "1 story only mentioned"),
        ({"depth": ["mention", "full"]}, "2 stories told in full or only mentioned"),
        ({"policy": "education", "result": "succeeded"}, "No stories about education that succeeded"),
        ({"decade": "1990s", "result": "failed"}, "1 story that failed, from the 1990s"),
    ],
)
def test_it_says_its_state_in_one_sentence(bus_and_school, query, sentence):
    assert finder(query)["sentence"] == sentence


def test_it_says_the_same_sentence_in_title_and_heading(client, bus_and_school):
    page = soup(client.get("/stories/?result=failed"))

    assert page.title.get_text() == "1 story that failed · Civic Casebook"
    assert page.h1.get_text() == "1 story that failed"


def test_it_shows_a_chip_for_words_and_for_each_value(client, bus_and_school):
    page = soup(client.get("/stories/?q=bus&result=failed&place=leeds"))

    chips = [chip.get_text() for chip in page.select(".chip")]

    assert chips == [f"Remove the filter {label}" for label in ("“bus”", "Failed", "Leeds, Yorkshire")]


def test_it_takes_the_words_away_with_their_chip(client, bus_and_school):
    chip = soup(client.get("/stories/?q=bus&result=failed&sort=title")).select_one(".chip")

    assert chip["href"] == "/stories/?result=failed&sort=title"


def test_it_clears_everything_at_once(client, bus_and_school):
    response = client.get("/stories/?q=bus&result=failed")

    assert links(response)["Clear all"] == "/stories/"


def test_it_keeps_the_search_words_when_a_value_is_added(bus_and_school):
    failed = finder({"q": "tried", "sort": "title"})["facets"]["result"][1]

    assert at(failed["url"])["sentence"] == "1 story that failed and mentions “tried”"
    assert failed["url"].endswith("/stories/?q=tried&result=failed&sort=title")


@pytest.mark.parametrize(
    ("query", "left_out"),
    [
        ("colour=green", "colour=green"),
        ("result=wonderful", "result=wonderful"),
        ("sort=loudest", "sort=loudest"),
        ("page=first", "page=first"),
        ("page=-1", "page=-1"),
        ("q=%3F!", "q=?!"),
        ("%3Cscript%3E=1", "<script>=1"),
    ],
)
def test_it_names_what_it_left_out(client, bus_and_school, query, left_out):
    response = client.get(f"/stories/?{query}")

    assert f"it was left out: {left_out}." in words(response)
    assert rows(response) == rows(client.get("/stories/"))
    assert b"<script>=1" not in response.content


def test_it_hides_drafts_and_what_was_taken_back(client):
    StoryFactory(draft=True, title="A draft")
    StoryFactory(retired=True, title="Taken back")

    response = client.get("/stories/")

    assert rows(response) == []
    assert soup(response).h1.get_text() == "No stories"


def test_it_answers_a_script_with_the_same_results_and_no_frame(client, bus_and_school):
    response = client.get("/stories/?result=failed", headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert rows(response) == ["The night bus"]
    assert response["HX-Push-Url"] == "/stories/?result=failed"


def test_it_answers_a_script_that_goes_back_with_the_whole_page(client, bus_and_school):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    response = client.get("/stories/?result=failed", headers=headers)

    assert b"<html" in response.content


def test_it_tells_caches_that_a_script_gets_another_answer(client):
    assert "HX-Request" in client.get("/stories/")["Vary"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_only_reads(client, method):
    assert getattr(client, method)("/stories/").status_code == 405


def test_it_escapes_names(client):
    StoryFactory(title="<script>alert(1)</script>", tags=["<b>bold</b>"])

    response = client.get("/stories/?tag=bboldb")

    assert b"<script>alert" not in response.content
    assert b"<b>bold" not in response.content
    assert rows(response) == ["<script>alert(1)</script>"]
