"""Somebody answers the learning audit alone: in their browser, and then under a private link."""

from time import time

import pytest
from django.test import Client
from time_machine import travel

from lessons.models import Audit, Reply
from tests.audits import nine_with_statements, opened
from tests.factories import StoryFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """Three elements with two statements each, and a story."""
    StoryFactory(result="failed")
    return nine_with_statements()


@pytest.fixture
def reader(asked):
    """A browser that has answered the first element."""
    client = Client()
    client.post("/audit/alone/element-0/", {"s0-0": "often", "s0-1": "never"})
    return client


def kept(client, **fields):
    """The page to which keeping the answers leads."""
    form = {"name": "The youth service", "moment": opened("keep an audit"), **fields}
    return client.post("/audit/alone/-/keep/", form)


def test_it_says_what_it_asks_and_what_it_is_not(asked):
    page = Client().get("/audit/")

    assert "Do we 0?" in links(page)
    assert "No score of merit" in words(page)
    assert links(page)["Begin"] == "/audit/alone/"


def test_it_says_so_where_nothing_is_asked(db):
    page = Client().get("/audit/")

    assert "No statement is published at the moment" in words(page)


def test_it_begins_with_the_first_element_and_goes_on_to_the_next(asked):
    client = Client()

    assert client.get("/audit/alone/").url == "/audit/alone/element-0/"
    assert client.post("/audit/alone/element-0/", {"s0-0": "often"}).url == "/audit/alone/element-1/"
    assert client.get("/audit/alone/").url == "/audit/alone/element-1/"


def test_it_shows_what_was_answered_when_one_comes_back(reader):
    page = soup(reader.get("/audit/alone/element-0/"))

    assert [field["value"] for field in page.select("input[checked]")] == ["often", "never"]


def test_it_keeps_nothing_in_the_library(reader):
    assert not Audit.objects.exists()
    assert reader.cookies["casebook-audit"]["path"] == "/audit/"
    assert reader.cookies["casebook-audit"]["httponly"]


def test_it_shows_the_result_of_what_is_answered(reader):
    page = reader.get("/audit/alone/-/result/")

    assert "2 of 6 statements answered, by one person." in words(page)
    assert "What is often so" in words(page)
    assert "Not answered, or by too few: Do we 1? Do we 2?" in words(page)


def test_it_suggests_what_to_do_where_nothing_is_answered(asked):
    page = Client().get("/audit/alone/-/result/")

    assert "Nothing has been answered in this browser yet." in words(page)
    assert links(page)["Begin"] == "/audit/alone/"


def test_it_remembers_where_the_reader_is(reader):
    reader.post("/audit/alone/-/where/", {"body": "school", "place": "nowhere", "country": "gb"})
    page = soup(reader.get("/audit/alone/-/result/"))

    assert [option["value"] for option in page.select(".audit-near option[selected]")] == ["school", "", "gb"]


def test_it_forgets_the_answers_when_asked(reader):
    reader.post("/audit/alone/-/forget/")

    assert "Nothing has been answered" in words(reader.get("/audit/alone/-/result/"))


def test_it_keeps_the_answers_under_a_private_link(reader):
    to = kept(reader, **{"s0-0-example": "Last spring."})

    page = Client().get(to.url)
    assert "The youth service" in words(page)
    result = Client().get(links(page)["See the result"])
    assert "One person answered." in words(result)
    assert "Last spring." in words(result)
    assert "Nothing has been answered" in words(reader.get("/audit/alone/-/result/"))


def test_it_lets_nobody_else_answer_what_is_kept_for_one(reader):
    address = kept(reader).url
    Client().post(address + "again/")
    page = Client().get(address)

    sheet = links(page)["Go on answering"]
    assert Client().get(sheet.replace("/audit/sheet/", "/audit/round/").replace("-/on/", "")).status_code == 404


def test_it_asks_for_a_name_and_loses_nothing(reader):
    page = kept(reader, name=" ")

    assert "Give it a name" in words(page)
    assert not Reply.objects.exists()
    assert "2 of 6 statements answered" in words(reader.get("/audit/alone/-/result/"))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (None, "The form did not come from this page."),
        (("keep an audit", 0), "quicker than a person"),
        (("keep an audit", 90_000), "more than a day"),
        (("ask a team", 60), "The form did not come from this page."),
    ],
)
def test_it_refuses_what_a_robot_sends_with_a_reason(reader, moment, said):
    page = kept(reader, moment=opened(*moment) if moment else "")

    assert said in words(page)
    assert "The youth service" in str(soup(page).select_one("#id_name"))
    assert not Audit.objects.exists()


@pytest.mark.parametrize(
    "cookie", ["", "s0-0:often.s0-0:maybe.nothing:often", "my-body:school.my-body", "%00.\xff:", "a" * 9000]
)
def test_it_reads_any_cookie(asked, cookie):
    client = Client()
    client.cookies["casebook-audit"] = cookie

    assert client.get("/audit/alone/-/result/").status_code == 200


def test_it_says_what_is_wrong_with_an_answer_that_there_is_not(asked):
    page = Client().post("/audit/alone/element-0/", {"s0-0": "daily"})

    assert "daily is not one of the available choices" in words(page)


@pytest.mark.parametrize("address", ["/audit/alone/no-element/", "/audit/alone/-/nothing/"])
def test_it_answers_404_for_what_it_does_not_ask(asked, address):
    assert Client().get(address).status_code == 404


def test_it_refuses_who_fills_in_what_people_do_not_see(reader):
    page = kept(reader, website="http://spam.example")

    assert "Empty this field" in words(page)
    assert not soup(page).select(".hidden #id_website")


def test_it_takes_the_form_when_it_is_sent_again(reader):
    moment = soup(kept(reader, moment="")).select_one("#id_moment")["value"]

    with travel(time() + 10):
        assert kept(reader, moment=moment).status_code == 302

    assert Audit.objects.get().name == "The youth service"
