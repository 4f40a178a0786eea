"""Choosers find records by the words of their names."""

import pytest

from cases.models import Place
from lessons.models import Element

NOUNS = [
    "stories",
    "organisations",
    "leaders",
    "places",
    "sources",
    "policy-areas",
    "lessons",
    "frameworks",
    "questions",
    "tensions",
]


@pytest.fixture
def newports(db):
    """Places with one name."""
    wales = Place.objects.create(name="Wales", slug="wales", country="GB", kind="nation")
    wight = Place.objects.create(name="Isle of Wight", slug="isle-of-wight", country="GB", kind="county")
    for place in (wales, wight):
        Place.objects.create(name="Newport", slug=f"newport-{place.slug}", country="GB", kind="city", within=place)
    return wales, wight


@pytest.mark.parametrize("noun", NOUNS)
def test_it_has_a_search(editor, noun):
    modal = editor.get(f"/desk/choose/{noun}/").json()["html"]

    assert 'name="q"' in modal


def test_it_searches_by_every_word(editor, library):
    found = editor.get("/desk/choose/organisations/results/", {"q": "council kirk"}).content.decode()
    nothing = editor.get("/desk/choose/organisations/results/", {"q": "council leeds"}).content.decode()

    assert "Kirklees Council" in found
    assert "Nothing has all the words of “council leeds”" in nothing


def test_it_tells_namesakes_apart(editor, newports):
    results = editor.get("/desk/choose/places/results/", {"q": "newport"}).content.decode()

    assert "Newport, Wales" in results
    assert "Newport, Isle of Wight" in results


def test_it_answers_with_the_chosen_records(editor, newports):
    chosen = [place.pk for place in newports]

    answer = editor.get("/desk/choose/places/chosen-multiple/", {"id": chosen, "multiple": 1}).json()

    assert [record["string"] for record in answer["result"]] == ["Isle of Wight", "Wales"]


def test_it_shows_chosen_places_and_no_others(editor, newports, make_story):
    story = make_story()
    story.places = [Place.objects.get(slug="newport-wales")]
    story.save()

    page = editor.get(f"/desk/stories/edit/{story.pk}/").content.decode()

    assert "Newport, Wales" in page
    assert "Newport, Isle of Wight" not in page


def test_it_finds_elements_by_their_framework(editor, library):
    Element.objects.create(framework=library["framework"], slug="embed", name="Embed", meaning="It stays.")

    results = editor.get("/desk/choose/elements/results/", {"q": "elements embed"}).content.decode()

    assert "Embed" in results
    assert "Create space" not in results
