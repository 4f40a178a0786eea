"""The header says who is signed in; who only reads costs no question to the database, and their pages stay alike for caches."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import PersonFactory, StoryFactory
from tests.reading import soup


@pytest.fixture
def signed_in(ada):
    """A browser in which Ada is signed in."""
    client = Client()
    client.force_login(ada)
    return client


def header_of(response):
    """What the header says of the reader."""
    return " ".join(soup(response).select_one(".header-account").get_text(" ").split())


def test_it_offers_to_sign_in_and_to_come_back(client):
    link = soup(client.get("/about/")).select_one(".header-account")

    assert link.get_text() == "Sign in"
    assert link["href"] == "/account/login/?next=%2Fabout%2F"


def test_it_says_who_is_signed_in(signed_in):
    assert header_of(signed_in.get("/about/")) == "My account: Ada Okafor Account"


def test_it_shortens_a_long_name(client, db):
    client.force_login(PersonFactory(first_name="Wolfeschlegelsteinhausen", last_name="bergerdorff"))

    assert "Wolfeschlegelsteinhau…" in header_of(client.get("/about/"))


def test_it_shows_a_hostile_name_as_words(client, db):
    client.force_login(PersonFactory(first_name="<b>Ada</b>", last_name=""))

    assert b"&lt;b&gt;Ada&lt;/b&gt;" in client.get("/about/").content


@pytest.mark.parametrize(
    ("cookies", "queries"), [({}, 0), ({"casebook-list": "bus"}, 0), ({"sessionid": "no-such-session"}, 1)]
)
def test_it_looks_nobody_up_where_no_session_came(client, db, cookies, queries):
    client.cookies.load(cookies)

    with CaptureQueriesContext(connection) as asked:
        client.get("/about/")

    assert len(asked) == queries


def test_it_takes_two_questions_to_say_who_it_is(signed_in):
    with CaptureQueriesContext(connection) as asked:
        signed_in.get("/about/")

    assert len(asked) == 2


@pytest.mark.parametrize("address", ["/", "/stories/", "/about/", "/stories/bus/", "/no-such-page/"])
def test_it_sets_no_cookie_and_tells_caches_that_a_session_makes_a_difference(client, db, address):
    StoryFactory(slug="bus")

    response = client.get(address)

    assert not response.cookies
    assert "Cookie" in response["Vary"]
    assert "private" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("address", ["/sitemap.xml", "/robots.txt"])
def test_it_makes_no_difference_where_nobody_is_named(signed_in, address):
    response = signed_in.get(address)

    assert "Cookie" not in response.get("Vary", "")
    assert "private" not in response.get("Cache-Control", "")


def test_it_lets_nobody_else_keep_a_page_that_names_somebody(signed_in):
    assert signed_in.get("/about/")["Cache-Control"] == "private, no-cache"


def test_it_gives_readers_the_same_page_as_long_as_it_is_the_same(client, signed_in):
    first, named = client.get("/about/"), signed_in.get("/about/")

    again = client.get("/about/", headers={"If-None-Match": first["ETag"]})
    other = signed_in.get("/about/", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert (other.status_code, other["ETag"]) == (200, named["ETag"])


def test_it_asks_nothing_of_the_database_when_it_broke(signed_in, rf):
    from civic.views import server_error

    request = rf.get("/")
    request.COOKIES["sessionid"] = signed_in.cookies["sessionid"].value

    with CaptureQueriesContext(connection) as asked:
        response = server_error(request)

    assert len(asked) == 0
    assert soup(response).select_one(".header-account") is None
