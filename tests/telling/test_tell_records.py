"""Somebody names a place, a body, a person or a story: one that the library has, or one that it has not."""

import pytest

from cases.models import Answer
from tests.factories import LeaderFactory, OrganisationFactory, PlaceFactory, StoryFactory
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def kirklees():
    """A place that the library has."""
    yorkshire = PlaceFactory(name="Yorkshire", slug="yorkshire", kind="county", country="GB")
    return PlaceFactory(name="Kirklees", slug="kirklees", kind="borough", country="GB", within=yorkshire)


def kept(step, field):
    """What is kept of a field."""
    return Answer.objects.get(step=step, newest=True).data[field]


def offered(response):
    """What the page asks about."""
    return [option.get_text(" ", strip=True) for option in soup(response).select(".tell-which label")]


def test_it_suggests_while_somebody_types(client, kirklees):
    PlaceFactory(name="Kirkby", draft=True)

    found = client.get("/tell/-/records/places/", {"q": "kirk"}).json()

    assert found["results"] == [{"slug": "kirklees", "label": "Kirklees, Yorkshire", "note": "Borough, United Kingdom"}]
    assert found["new"] == "None of these: it is another place"


@pytest.mark.parametrize("words_typed", ["", "k", "zzz", "\x00", "%", "the", "a" * 5000])
def test_it_suggests_nothing_for_words_that_say_nothing(client, kirklees, words_typed):
    assert client.get("/tell/-/records/places/", {"q": words_typed}).json()["results"] == []


def test_it_knows_no_noun_that_nobody_chooses(client):
    assert client.get("/tell/-/records/users/", {"q": "ada"}).status_code == 404


def test_it_finds_a_body_under_nearly_its_name(client):
    OrganisationFactory(name="Kirklees Metropolitan Council", slug="kirklees-council")

    [found] = client.get("/tell/-/records/organisations/", {"q": "Kirklees Council"}).json()["results"]

    assert found["slug"] == "kirklees-council"


def test_it_takes_the_one_record_of_that_name(ada, kirklees):
    ada.add("places", place="kirklees")

    assert kept("places", "place") == {"words": "Kirklees, Yorkshire", "record": "kirklees"}
    assert "In the library" in ada.see("places/")


def test_it_asks_which_one_is_meant(ada, kirklees):
    response = ada.add("places", place="Kirk")

    assert response.status_code == 422
    assert "Is “Kirk” one of these? Choose it, or say that it is another." in words(response)
    assert offered(response) == [
        "Kirklees, Yorkshire Borough, United Kingdom",
        "None of these: it is another place",
    ]
    assert soup(response).select_one("#id_place")["value"] == "Kirk"


def test_it_takes_the_answer(ada, kirklees):
    ada.add("places", place="Kirk", place_asked="Kirk", place_record="kirklees")

    assert kept("places", "place") == {"words": "Kirklees, Yorkshire", "record": "kirklees"}


def test_it_takes_it_for_another(ada, kirklees):
    ada.add("places", place="Kirk", place_asked="Kirk", place_record="-", country="GB", place_kind="city")

    assert kept("places", "place") == {"words": "Kirk", "record": "-"}


def test_it_asks_again_when_the_words_have_changed(ada, kirklees):
    response = ada.add("places", place="Kirkl", place_asked="Kirk", place_record="-")

    assert response.status_code == 422
    assert offered(response)


def test_it_says_when_what_was_chosen_is_gone(ada):
    response = ada.add("places", place="Kirk", place_asked="Kirk", place_record="kirklees")

    assert response.status_code == 422
    assert "is no longer in the library" in words(response)


def test_it_never_takes_two_people_for_one_by_their_name(ada):
    LeaderFactory(name="John Smith", slug="john-smith")

    response = ada.add("people", leader="John Smith")

    assert offered(response)[-1] == "None of these: it is another person"


def test_it_asks_among_namesakes(ada):
    PlaceFactory(name="Richmond", slug="richmond", country="GB")
    PlaceFactory(name="Richmond", slug="richmond-2", country="AU")

    assert len(offered(ada.add("places", place="Richmond"))) == 3


def test_it_hides_drafts_and_what_was_taken_back(ada):
    StoryFactory(title="The dental bus", draft=True)
    StoryFactory(title="The dental van", retired=True)

    ada.add("origins", origin="The dental bus")

    assert kept("origins", "origin") == {"words": "The dental bus", "record": "-"}


def test_it_keeps_what_was_chosen_when_the_page_is_opened_again(ada, kirklees):
    ada.add("places", place="kirklees")
    page = soup(ada.get("places/1/"))
    sent = {field["name"]: field["value"] for field in page.select("input[name^=place]") if field["type"] != "radio"}

    ada.write("places/1/", **sent)

    assert kept("places", "place")["record"] == "kirklees"
