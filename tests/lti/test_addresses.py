"""The tool's addresses: only what each is for, any input whatever, and as many queries as are pinned."""

import base64
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import CourseFactory, EvidenceFactory, ItemFactory, LessonFactory, PlatformLaunchFactory
from tests.hostile import TEXTS
from tests.reading import words

pytestmark = pytest.mark.django_db

COUNTS = {
    "story/bus": 22,
    "lesson/win": 12,
    "course/trust": 5,
    "course/trust/session/1-one": 5,
    "course/trust/item/story/bus": 5,
}
LINE = "https://school.example/lineitems/1"


@pytest.fixture(params=[1, 7])
def many(request, bus):
    """A story, a lesson and a course with a few things in them, and with more."""
    lesson = LessonFactory(slug="win")
    EvidenceFactory.create_batch(request.param, story=bus)
    EvidenceFactory.create_batch(request.param, lesson=lesson)
    course = CourseFactory(slug="trust", items=[{"story": bus}])
    course.sessions.update(title="One")
    ItemFactory.create_batch(request.param, session=course.sessions.get())
    return request.param


@pytest.mark.parametrize("thing", COUNTS)
def test_it_asks_as_many_queries_as_are_pinned(client, many, thing):
    address = f"/lti/at/{PlatformLaunchFactory(thing=thing, lineitem=LINE).token}/"
    client.get(address)

    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200

    assert len(queries) == COUNTS[thing]


def test_it_asks_nothing_for_the_guide(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/lti/")


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/lti/launch/"),
        ("post", "/lti/jwks/"),
        ("post", "/lti/"),
        ("post", "/lti/at/x/"),
        ("get", "/lti/at/x/done/"),
    ],
)
def test_it_is_asked_as_it_is_meant_to_be(client, method, address):
    assert getattr(client, method)(address).status_code == 405


def test_it_publishes_its_public_key_and_no_other(client):
    [key] = client.get("/lti/jwks/").json()["keys"]

    assert set(key) == {"kty", "n", "e", "kid", "alg", "use"}
    assert client.get("/lti/jwks/").json()["keys"] == [key]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ["iss", "client_id", "target_link_uri", "login_hint", "lti_storage_target"])
def test_it_bears_any_login(client, registration, name, text):
    asked = {
        "iss": registration.issuer,
        "client_id": "client-1",
        "login_hint": "x",
        "target_link_uri": "http://127.0.0.1:8000/",
    }

    assert client.get("/lti/login/", asked | {name: text}).status_code in {200, 302, 400, 403}


@pytest.mark.parametrize("text", [*TEXTS, "a.b.c", "..", "é.é.é"])
def test_it_bears_any_token(client, begin, text):
    asked = begin()

    assert client.post("/lti/launch/", {"state": asked["state"], "id_token": text}).status_code in {400, 403}


@pytest.mark.parametrize(
    "body", [[], "x", 1, None, {"iss": []}, {"aud": {}}, {"iss": "a", "aud": [[]], "sub": 1}], ids=str
)
def test_it_bears_any_claims(client, begin, body):
    asked, parts = begin(), ({"alg": "RS256", "kid": "x"}, body)
    token = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + ".eA"

    assert client.post("/lti/launch/", {"state": asked["state"], "id_token": token}).status_code == 400


@pytest.mark.parametrize("path", ["1/0/", "1/999/", "9/1/", "0/1/"])
def test_it_says_so_where_there_is_no_screen(client, many, path):
    launch = PlatformLaunchFactory(thing="course/trust")

    page = client.get(f"/lti/at/{launch.token}/{path}")

    assert page.status_code == 404
    assert "frame-ancestors 'self' https://school.example" in page["Content-Security-Policy"]


def test_it_has_no_screens_of_a_story(client, bus):
    page = client.get(f"/lti/at/{PlatformLaunchFactory(thing='story/bus').token}/1/1/")

    assert page.status_code == 404
    assert "is not in the library" in words(page)
