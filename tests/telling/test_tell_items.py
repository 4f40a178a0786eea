"""Somebody tells of many things, one a page: places, bodies, people, figures, dates."""

import pytest

from cases.models import Answer
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


def names(response):
    """What the list of a step shows."""
    return [name.get_text() for name in soup(response).select(".tell-items:first-of-type .tell-item-name")]


def test_it_asks_for_the_first_one_at_once(ada):
    assert soup(ada.get("figures/")).select_one("#id_indicator")


def test_it_lists_what_is_there_and_asks_for_another(ada):
    ada.add("figures", indicator="Books lent", measure_kind="output", result="1,300")
    response = ada.add("figures", indicator="Readers", do="another")

    assert response.url == ada.address("figures/new/#saved=figures/new")
    assert names(ada.get("figures/")) == ["Books lent", "Readers"]
    assert links(ada.get("figures/"))["Add another figure"] == ada.address("figures/new/")
    assert links(ada.get("figures/"))["Go on"] == ada.address("dates/")


def test_it_changes_one(ada):
    ada.add("dates", text="The bus came.", year="2016")

    ada.write("dates/1/", text="The bus came late.", year="2017")

    assert names(ada.get("dates/")) == ["The bus came late."]
    assert "2017" in ada.see("dates/")


def test_it_takes_one_away_and_puts_it_back(ada):
    ada.add("dates", text="The bus came.", year="2016")
    ada.add("dates", text="It stopped.", year="2019")

    ada.press("dates/", "remove", item=1)
    without = names(ada.get("dates/"))
    ada.press("dates/", "put-back", item=1)

    assert without == ["It stopped."]
    assert names(ada.get("dates/")) == ["The bus came.", "It stopped."]


def test_it_says_what_is_not_said_yet(ada):
    ada.add("people", group="The drivers")

    assert "Not said yet: From where did they act? What did they do for it, or against it?" in ada.see("people/")
    assert "Of “The drivers” it is not said yet" in ada.see("check/")


def test_it_adds_one_when_the_button_is_pressed_twice(ada):
    ada.add("people", group="The drivers")
    ada.add("people", group="The drivers")

    assert Answer.objects.filter(step="people").count() == 1


@pytest.mark.parametrize(
    ("step", "data", "sentence"),
    [
        ("places", {}, "Write the name of the place."),
        ("places", {"place": "Holm", "country": "XX"}, "“XX” is not one of the answers."),
        ("bodies", {}, "Write the name of the body."),
        ("people", {}, "Name a person here, or a group in the next field."),
        ("people", {"leader": "Ada", "group": "All"}, "Name either a person or a group."),
        ("figures", {"indicator": "Books", "result": "a lot"}, "“a lot” is not a number. Write one, such as 25, about 80 or"),
        ("dates", {"text": "It came.", "year": "2016", "until_year": "2015"}, "2015 is not after 2016."),
        ("dates", {"text": "It came.", "year": "2016", "until_year": "2018", "month": "4"}, "A month does not go with"),
        ("origins", {}, "Say from where it came."),
        ("grounds", {"ground": "publication"}, "Give a title, or say in your own words what the story rests on."),
        ("grounds", {"source": "A report", "url": "not an address"}, "“not an address” is not a web address."),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong(ada, step, data, sentence):
    response = ada.add(step, **data)

    assert response.status_code == 422
    assert sentence in words(response)


@pytest.mark.parametrize("figure", ["1,300", "about 80 %", "£3.8 million", "30–40", "roughly 5", ""])
def test_it_takes_figures_as_people_write_them(ada, figure):
    assert ada.add("figures", indicator="Books", result=figure).status_code == 302


def test_it_completes_an_address(ada):
    ada.add("grounds", ground="publication", source="A report", url="example.org/report")

    assert Answer.objects.get(step="grounds").data["url"] == "https://example.org/report"


def test_it_stops_at_forty(ada):
    rows = [Answer(contribution=ada.story, step="dates", item=n, data={"text": f"Day {n}"}) for n in range(1, 41)]
    Answer.objects.bulk_create(rows)

    response = ada.add("dates", text="One more")

    assert response.status_code == 422
    assert "40 of these are enough" in words(response)
    assert Answer.objects.filter(step="dates").count() == 40
