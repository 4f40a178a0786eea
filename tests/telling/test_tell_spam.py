"""Machines are held for somebody to judge, and no person is locked out without a word."""

import pytest
from django.test import RequestFactory

from cases.models import Contribution
from cases.telling import suspicion
from tests.factories import CoAuthorFactory, ContributionFactory
from tests.reading import soup, words
from tests.telling.people import HOME, Author, earlier, mark

pytestmark = pytest.mark.django_db


def test_it_asks_once_more_who_is_as_fast_as_a_machine():
    ada = Author()
    response = ada.begin(signed=mark(0))

    assert response.status_code == 422
    assert "That was very fast, as a machine would be." in words(response)
    assert soup(response).select_one("#id_title")["value"] == "The bus"


@pytest.mark.parametrize("seconds", [60, 3 * 24 * 60 * 60])
def test_it_lets_them_in_when_they_press_again(seconds):
    ada = Author()
    with earlier(seconds):
        page = soup(ada.client.get("/tell/begin/"))
    again = soup(ada.begin(signed=page.select_one("input[name=signed]")["value"]))

    assert ada.key or again.select_one("input[name=signed]")["value"] != page.select_one("input[name=signed]")["value"]


@pytest.mark.parametrize("signed", ["", "nonsense", "abc:1:xyz", "a" * 5000])
def test_it_takes_no_form_that_is_not_ours(signed):
    response = Author().begin(signed=signed)

    assert "This page came to us incomplete. Nothing is lost" in words(response)
    assert not Contribution.objects.exists()


def test_it_holds_who_fills_in_what_nobody_sees():
    ada = Author()
    ada.begin(website="https://spam.example")
    ada.tell_the_least()
    ada.open_newest_link()
    ada.send(website="x")

    assert "A field that people do not see was filled in." in ada.story.suspicions


def test_it_hides_the_trap_from_people():
    field = soup(Author().client.get("/tell/begin/")).select_one("input[name=website]")

    assert (field["tabindex"], field["autocomplete"]) == ("-1", "off")
    assert field.parent["aria-hidden"] == "true"


def test_it_says_when_one_address_begins_too_many():
    [CoAuthorFactory(contribution=ContributionFactory(), email=f"ada{n}@example.org") for n in range(3)]
    [CoAuthorFactory(contribution=ContributionFactory(), email="ada@example.org") for _n in range(6)]

    response = Author().begin()

    assert response.status_code == 429
    assert "6 stories were begun under this address since yesterday." in words(response)
    assert soup(response).select_one("#id_title")["value"] == "The bus"


def test_it_says_when_one_network_begins_too_many():
    network = suspicion.network_of(RequestFactory().get("/", REMOTE_ADDR=HOME))
    Contribution.objects.bulk_create(Contribution(title="x", network=network) for _n in range(60))

    response = Author().begin()

    assert response.status_code == 429
    assert "from another network you need not wait" in words(response)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.200", True),
        ("192.0.2.7", "192.0.3.7", False),
        ("2001:db8:0:1::1", "2001:db8:0:ff::2", True),
        ("2001:db8::1", "2001:db9::1", False),
    ],
)
def test_it_knows_neighbours_and_not_who_they_are(one, other, same):
    prints = [suspicion.network_of(RequestFactory().get("/", REMOTE_ADDR=address)) for address in (one, other)]

    assert (prints[0] == prints[1]) is same
    assert one not in prints[0]


@pytest.mark.parametrize("address", ["", "unix:", "not an address", "127.0.0.1", "::1", "10.1.2.3", "fd00::1"])
def test_it_takes_nobody_for_a_network_who_comes_from_nowhere(address):
    assert suspicion.network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == ""


def test_it_asks_the_proxy_and_nobody_else_for_the_address(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.7")
    direct = suspicion.network_of(request)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    behind = suspicion.network_of(request)

    assert behind == suspicion.network_of(
        RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.7")
    )
    assert direct != behind
