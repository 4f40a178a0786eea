"""Somebody begins to tell a story."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cases.models import Contribution, PrivateLink
from tests.factories import StoryFactory
from tests.reading import links, soup, words
from tests.telling.people import Author, link_in, mark

pytestmark = pytest.mark.django_db


def test_it_says_what_telling_takes(client):
    StoryFactory(slug="bus", title="The bus")

    response = client.get("/tell/")

    assert links(response)["Begin"] == "/tell/begin/"
    assert links(response)["Come back to a story"] == "/tell/link/"
    assert links(response)["The bus"] == "/stories/bus/"
    assert dict(client.cookies) == {}


def test_it_needs_a_title_a_name_and_an_address_and_no_more():
    ada = Author()

    response = ada.begin("The bus")

    assert response.url == f"/tell/{ada.key}/#saved=begin"
    assert ada.story.title == "The bus"
    assert soup(ada.get()).h1.get_text() == "The bus"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Write a title. A working title is enough."),
        ("title", "x" * 81, "This is 11 characters too long: write at most 70."),
        ("title", "Win at www.evil.example/now", "Leave the web address out"),
        ("name", " ", "Write your name."),
        ("email", "", "Write the e-mail address."),
        ("email", "ada at home", "“ada at home” is not an e-mail address. Write it as in ada@example.org."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(field, value, sentence):
    response = Author().begin(**{"title": "The bus", field: value})

    page = soup(response)
    assert response.status_code == 422
    assert sentence in words(response)
    assert page.select_one(f'.tell-errors a[href="#id_{field}"]')
    assert page.select_one("#id_name" if field != "name" else "#id_title")["value"] in {"Ada Okafor", "The bus"}
    assert not Contribution.objects.exists()


def test_it_mails_the_link_and_keeps_only_its_hash():
    ada = Author()
    ada.begin()

    [mail] = ada.mails()

    token = link_in(mail).split("/")[3]
    assert len(token) > 40
    assert token not in str(list(PrivateLink.objects.values()))
    assert "Dear Ada Okafor" in mail.message
    assert mail.subject == "Your story “The bus”: the link by which you come back"


def test_it_begins_one_story_when_the_button_is_pressed_twice():
    ada, same = Author(), mark()

    first = ada.begin(signed=same)
    second = ada.begin(signed=same)

    assert first.url == second.url
    assert Contribution.objects.count() == 1


def test_it_begins_another_story_when_the_address_was_corrected():
    ada, same = Author(), mark()
    ada.begin(signed=same, email="adda@example.org")

    ada.begin(signed=same)

    assert sorted(Contribution.objects.values_list("authors__email", flat=True)) == [
        "ada@example.org",
        "adda@example.org",
    ]


def test_it_knows_who_has_an_account():
    user = User.objects.create_user("ada", email="ada@example.org", first_name="Ada", last_name="Okafor")
    ada = Author()
    ada.client.force_login(user)

    page = soup(ada.client.get("/tell/begin/"))
    ada.begin()

    assert page.select_one("#id_name")["value"] == "Ada Okafor"
    assert page.select_one("#id_email")["value"] == "ada@example.org"
    other_device = Client()
    other_device.force_login(user)
    assert "The bus" in links(other_device.get("/tell/"))
    assert other_device.get(f"/tell/{ada.key}/").status_code == 200


def test_it_lists_what_this_browser_has_open():
    ada = Author.who_has_begun("The bus")
    ada.begin("The train")

    assert {"The bus", "The train"} <= set(links(ada.client.get("/tell/")))
    assert "The bus" not in links(Client().get("/tell/"))


def test_it_says_what_it_keeps(client):
    assert "We keep a fingerprint of each" in words(client.get("/tell/privacy/"))
