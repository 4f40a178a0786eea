"""What a launch must not get away with: each fault is refused, said in a sentence, logged, and opens nothing."""

import base64
import json
import time

import jwt
import pytest
from lti_tool.models import LtiDeployment, LtiRegistration

from lessons.models import PlatformLaunch, PlatformLogin
from tests.lti.protocol import new_key, pem
from tests.lti.school import LTI
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def story(bus):
    """There is something to open."""


def refused(response, status, sentence):
    """The page says so, nothing is opened, and no secret is on it."""
    assert (response.status_code, PlatformLaunch.objects.count()) == (status, 0)
    assert sentence in words(response)
    assert "eyJ" not in response.content.decode()


def by_the_clock(changes):
    """The changes, with seconds from now as times."""
    return {name: int(time.time()) + value if isinstance(value, int) else value for name, value in changes.items()}


def unsigned(claims, **header):
    """A token without a signature."""
    parts = ({"alg": "none", "typ": "JWT", **header}, claims)
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + "."


def test_it_opens_what_is_right(launch, client):
    response = launch()

    assert response.status_code == 303
    assert "The bus that came to the door" in words(client.get(response["Location"]))


def test_it_refuses_another_key_than_the_published(begin, launch, school):
    forged = launch(then=lambda asked: {"id_token": school.sign(school.claims(asked["nonce"]), new_key())})

    refused(forged, 403, "It is not certain that this launch comes from the learning platform.")


def test_it_refuses_a_foreign_signature_under_a_published_name(launch, school):
    name = school.key.thumbprint()
    forged = launch(then=lambda asked: {"id_token": school.sign(school.claims(asked["nonce"]), new_key(), kid=name)})

    refused(forged, 403, "It is not certain")


def test_it_refuses_a_token_that_was_changed(launch, school):
    def changed(asked):
        head, _body, mark = school.sign(school.claims(asked["nonce"])).split(".")
        body = unsigned(school.claims(asked["nonce"], sub="somebody-else")).split(".")[1]
        return {"id_token": f"{head}.{body}.{mark}"}

    refused(launch(then=changed), 403, "It is not certain")


def test_it_refuses_a_token_without_a_signature(launch, school):
    name = school.key.thumbprint()

    refused(
        launch(then=lambda a: {"id_token": unsigned(school.claims(a["nonce"]), kid=name)}), 403, "It is not certain"
    )


def test_it_refuses_a_signature_made_with_the_public_key(launch, school, monkeypatch):
    monkeypatch.setattr(jwt.algorithms, "is_pem_format", lambda key: False)
    public = pem(school.key)

    def signed(asked):
        return {"id_token": school.sign(school.claims(asked["nonce"]), public, "HS256")}

    refused(launch(then=signed), 403, "It is not certain")


def test_it_refuses_a_key_that_the_platform_no_longer_publishes(launch, school):
    old = school.key
    school.ask("new-key", {})

    refused(launch(then=lambda a: {"id_token": school.sign(school.claims(a["nonce"]), old)}), 403, "It is not certain")


def test_it_says_so_where_the_keys_cannot_be_had(launch, registration):
    LtiRegistration.objects.update(keyset_url="http://127.0.0.1:9/jwks")

    refused(launch(), 502, "The keys of the learning platform could not be fetched")


def test_it_asks_for_keys_nowhere_in_the_clear(launch, settings):
    settings.DEBUG = False

    refused(launch(), 502, "The keys of the learning platform could not be fetched")


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": -3600, "iat": -3900},
        {"exp": -90},
        {"iat": 900, "exp": 1200},
        {"iat": -900},
        {"exp": None},
        {"iat": None},
        {"exp": "soon"},
        {"iat": 1e400},
        {"nonce": "another"},
    ],
    ids=lambda changes: " ".join(changes),
)
def test_it_refuses_what_is_too_old_too_young_or_of_another_launch(launch, changes):
    refused(launch(**by_the_clock(changes)), 403, "It is not certain")


@pytest.mark.parametrize("changes", [{"exp": -5}, {"iat": 30}], ids=str)
def test_it_bears_with_a_clock_that_is_a_little_off(launch, changes):
    assert launch(**by_the_clock(changes)).status_code == 303


@pytest.mark.parametrize(
    ("changes", "status", "sentence"),
    [
        ({"iss": "https://elsewhere.example"}, 403, "does not know the learning platform"),
        ({"aud": "client-9"}, 403, "does not know the learning platform"),
        ({"aud": ["client-1", "client-9"]}, 400, "cannot be read"),
        ({"aud": ["client-1", "client-9"], "azp": "client-9"}, 403, "does not know the learning platform"),
        ({"aud": None}, 400, "cannot be read"),
        ({"sub": None}, 400, "cannot be read"),
        ({"sub": "a\x00b"}, 400, "cannot be read"),
        ({"sub": {"a": 1}}, 400, "cannot be read"),
        ({f"{LTI}deployment_id": "deployment-2"}, 403, "but not the part of it"),
        ({f"{LTI}version": "1.1"}, 400, "asks for something"),
        ({f"{LTI}message_type": "LtiSubmissionReviewRequest"}, 400, "asks for something"),
        ({f"{LTI}resource_link": ["x"]}, 400, "asks for something"),
        ({f"{LTI}target_link_uri": "https://elsewhere.example/"}, 400, "an address that is not of this library"),
        ({f"{LTI}target_link_uri": "javascript:alert(1)"}, 400, "an address that is not of this library"),
        ({f"{LTI}custom": None}, 404, "Nothing has been chosen"),
        ({f"{LTI}custom": {"casebook_thing": "story/no-such"}}, 404, "is not in the library"),
        ({f"{LTI}custom": {"casebook_thing": "../../desk"}}, 404, "is not in the library"),
    ],
    ids=lambda value: next(iter(value)).rpartition("/")[2] if isinstance(value, dict) else "",
)  # fmt: skip
def test_it_refuses_what_is_not_for_it_or_leads_nowhere(launch, changes, status, sentence):
    refused(launch(**changes), status, sentence)


def test_it_remembers_a_new_deployment_for_an_administrator(launch):
    launch(**{f"{LTI}deployment_id": "deployment-2"})

    assert LtiDeployment.objects.get(deployment_id="deployment-2").is_active is False


def test_it_refuses_a_platform_that_was_switched_off_in_the_meantime(begin, launch, registration):
    asked = begin()
    LtiRegistration.objects.update(is_active=False)

    refused(launch(asked), 400, "This launch was not begun here.")


def test_it_refuses_a_launch_of_another_platform_than_the_one_that_began_it(launch, registration, school):
    other = LtiRegistration.objects.create(
        name="B", issuer=school.address, client_id="client-2", keyset_url=registration.keyset_url
    )
    other.deployments.create(deployment_id="deployment-1", is_active=True)

    refused(launch(aud="client-2"), 403, "It is not certain")


@pytest.mark.parametrize("state", ["", "made-up", "a" * 500])
def test_it_refuses_a_state_that_it_has_not_given(launch, state):
    response = launch(then=lambda asked: {"state": state})

    assert response.status_code == 400
    assert PlatformLaunch.objects.count() == 0


def test_it_refuses_a_launch_that_another_browser_began(begin, launch, client):
    asked = begin()
    client.cookies.clear()

    refused(launch(asked), 403, "Your browser keeps nothing of ours inside another site’s page")


def test_it_refuses_a_state_that_is_too_old(begin, launch):
    asked = begin()
    PlatformLogin.objects.update(made_at="2026-01-01T12:00:00Z")

    refused(launch(asked), 400, "This launch has taken too long")


def test_it_opens_nothing_twice(begin, client, school):
    asked = begin()
    sent = {"state": asked["state"], "id_token": school.sign(school.claims(asked["nonce"]))}
    cookies = client.cookies.output()
    assert client.post("/lti/launch/", sent).status_code == 303
    client.cookies.load(cookies.replace("Set-Cookie: ", ""))

    again = client.post("/lti/launch/", sent)

    assert (again.status_code, PlatformLaunch.objects.count()) == (400, 1)
    assert "has been used already" in words(again)


def test_it_logs_a_refusal_in_one_line_and_shows_no_detail(launch, caplog):
    response = launch(iss="https://elsewhere.example/\nForged: line")

    assert "UNKNOWN_PLATFORM" in caplog.text
    assert len([line for line in caplog.text.splitlines() if "Forged" in line]) == 0 or "\\n" in caplog.text
    assert "elsewhere.example" not in response.content.decode()
