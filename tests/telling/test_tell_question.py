"""Somebody answers a question: saved page by page, with what is wrong said at the field, and nothing typed ever lost."""

import pytest

from cases.models import Answer
from cases.telling.steps import STEPS
from tests.reading import links, soup, words
from tests.telling.people import LEAST

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_it_asks_one_thing_a_page(ada, step):
    page = soup(ada.get(f"{step.key}/"))

    assert page.h1.get_text() == str(step.title)
    assert {"Back", "Skip this for now", "Come back later"} <= set(links(ada.get(f"{step.key}/")))
    assert [button["value"] for button in page.select(".tell-buttons button")][:1] == ["on"]


def test_it_leads_through_every_question_and_back(ada):
    ways = [links(ada.get(f"{step.key}/")) for step in STEPS]

    assert [way["Skip this for now"] for way in ways] == [
        *(ada.address(f"{step.key}/") for step in STEPS[1:]),
        ada.address("check/"),
    ]
    assert [way["Back"] for way in ways] == [ada.address(), *(ada.address(f"{step.key}/") for step in STEPS[:-1])]


@pytest.mark.parametrize(
    ("button", "page"),
    [("on", "what-they-did/"), ("overview", ""), ("", "what-they-did/"), ("nonsense", "what-they-did/")],
)
def test_it_saves_and_goes_on(ada, button, page):
    response = ada.write("problem/", problem="Nobody came.", do=button)

    assert response.url == ada.address(f"{page}#saved=problem/0")
    assert "Nobody came." in ada.see("problem/")


def test_it_saves_an_empty_page_as_nothing(ada):
    response = ada.write("problem/", problem="  ")

    assert response.status_code == 302
    assert not Answer.objects.filter(step="problem").exists()


def test_it_keeps_what_was_deleted_in_the_history(ada):
    ada.write("problem/", problem="Nobody came.")
    ada.write("problem/", problem="")

    assert "Nobody came." in ada.see("problem/0/history/")
    assert "Nobody came." not in ada.see("problem/")


def test_it_calls_the_story_by_its_new_title(ada):
    ada.write("title/", title="The library in the bus", summary="")

    assert soup(ada.get()).h1.get_text() == "The library in the bus"


@pytest.mark.parametrize(
    ("page", "data", "field", "sentence"),
    [
        ("title/", {"title": ""}, "title", "Write a title. A working title is enough."),
        ("title/", {"title": "Bus", "summary": "x" * 301}, "summary", "1 character too long: write at most 300."),
        ("years/", {"year_from": "199"}, "year_from", "“199” is not a year. Write four digits, such as 2019."),
        ("years/", {"year_from": "1999", "year_to": "1998"}, "year_to", "1998 lies before 1999"),
        ("problem/", {"problem": "One\n\n<script>x</script>"}, "problem", "Line 3: HTML such as “<script>x” is refused."),
        ("problem/", {"problem": "[x](javascript:alert(1))"}, "problem", "The link target “javascript:alert(1” is refused"),
        ("kind/", {"level": "cosmic"}, "level", "“cosmic” is not one of the answers."),
        ("areas/", {"policy_areas": "magic"}, "policy_areas", "“magic” is not one of the answers."),
        ("vouchers/", {"scholar": "Lena", "scholar_email": "lena"}, "scholar_email", "“lena” is not an e-mail address."),
        ("vouchers/", {"scholar_email": "l@example.org"}, "scholar", "Say whose address “l@example.org” is."),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong_at_the_field(ada, page, data, field, sentence):
    response = ada.write(page, **data)

    shown = soup(response)
    assert response.status_code == 422
    assert sentence in " ".join(shown.select_one(f"#id_{field}-error").get_text().split())
    assert shown.select_one(f'.tell-errors a[href="#id_{field}"]')
    assert shown.title.get_text().startswith("Something is wrong: ")


def test_it_keeps_everything_that_was_typed_beside_an_error(ada):
    response = ada.write("years/", year_from="199", year_to="2004")

    page = soup(response)
    assert (page.select_one("#id_year_from")["value"], page.select_one("#id_year_to")["value"]) == ("199", "2004")


@pytest.mark.parametrize(
    "text",
    ["# 1 in the county", "Costs\n---\n£5", "    indented, pasted from a mail", "a < b, and 5 > 3", "Tom & “Jerry”", "```\nx\n```"],
)  # fmt: skip
def test_it_takes_what_people_type_by_accident(ada, text):
    response = ada.write("problem/", problem=text)

    assert response.status_code == 302
    assert Answer.objects.get(step="problem").data == {"problem": text.strip()}


def test_it_drops_what_no_text_can_hold(ada):
    ada.write("problem/", problem="No\x00body\u202e came.\r\nNobody.")

    assert Answer.objects.get(step="problem").data == {"problem": "Nobody came.\nNobody."}


def test_it_shows_a_worked_example_beside_the_field(ada):
    example = soup(ada.get("problem/")).select_one("details.tell-example")

    assert example.summary.get_text() == "See an example"
    assert "nine villages lost their libraries" in example.get_text()


def test_it_says_how_much_fits(ada):
    count = soup(ada.get("title/")).select_one("#id_summary-count")

    assert count.get_text() == "At most 300 characters."
    assert count["data-count"] == "300"


def test_it_says_on_the_overview_what_is_missing_and_what_is_there(ada):
    before = ada.see()
    ada.write("you/", **LEAST["you"])
    ada.write("result/", result="failed")

    assert "6 things are missing before you can send it" in before
    assert "4 things are missing before you can send it" in ada.see()
    assert "Say what came of it." not in ada.see()
    assert "Who you are Written ✓" in ada.see()


def test_it_says_that_nothing_is_missing(told):
    assert "Nothing is missing: you can send it" in told.see()
    assert links(told.get())["Check it and send it"] == told.address("check/")


def test_it_shows_everything_once_more_before_it_is_sent(told):
    seen = told.see("check/")

    assert [
        said for said in ("The bus", "Upper Valley", "They bought a bus.", "Drove the bus") if said not in seen
    ] == []
    assert links(told.get("check/"))["Change : Title and summary"] == told.address("title/")


@pytest.mark.parametrize("page", ["no-such-step/", "places/7/", "problem/3/", "-/", "title/new/"])
def test_it_knows_no_page_that_is_none(ada, page):
    assert ada.get(page).status_code in {302, 404}


def test_it_says_where_the_story_stands_on_every_page(ada):
    pages = [f"{step.key}/" for step in STEPS] + ["", "authors/", "check/", "later/", "end/", "title/0/history/"]

    silent = [page for page in pages if "Who can see it now" not in words(ada.get(page))]

    assert silent == []
