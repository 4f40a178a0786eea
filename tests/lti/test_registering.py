"""A platform registers the library by itself: it waits for an Administrator, and nothing inside our own network is asked."""

import socket

import pytest
from lti_tool.models import LtiRegistration

from lessons.lti import outward
from tests.factories import RegistrationFactory
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(school):
    """What the platform says when it asks to be registered."""
    return {
        "openid_configuration": f"{school.address}/.well-known/openid-configuration",
        "registration_token": "one-time",
    }


def refused(page):
    """The page says so, and nothing is kept."""
    assert page.status_code == 400
    assert "The learning platform could not be registered." in words(page)
    assert not LtiRegistration.objects.exists()


def test_it_asks_before_it_registers(client, asked, school):
    page = client.get("/lti/register/", asked)

    assert f"The library introduces itself to {school.address}." in words(page)
    assert f"frame-ancestors 'self' {school.address}" in page["Content-Security-Policy"]
    assert page["Cross-Origin-Opener-Policy"] == "unsafe-none"
    assert not LtiRegistration.objects.exists()


def test_it_registers_and_waits_for_an_administrator(client, asked, school):
    page = client.post("/lti/register/", asked)

    made = LtiRegistration.objects.get()
    assert (made.issuer, made.is_active, made.client_id) == (school.address, False, school.known["client"])
    assert made.keyset_url == f"{school.address}/jwks"
    assert [row.deployment_id for row in made.deployments.all()] == ["deployment-1"]
    assert "Your platform is registered, and waits" in words(page)


def test_it_opens_nothing_before_an_administrator_has_agreed(client, asked, school):
    client.post("/lti/register/", asked)

    login = {"iss": school.address, "client_id": LtiRegistration.objects.get().client_id, "login_hint": "x"}
    page = client.get("/lti/login/", login | {"target_link_uri": "http://127.0.0.1:8000/"})

    assert page.status_code == 403


@pytest.mark.parametrize(
    "changes",
    [
        {"registration_token": "stolen"},
        {"openid_configuration": ""},
        {"openid_configuration": "file:///etc/passwd"},
        {"openid_configuration": "http://[::1"},
        {"openid_configuration": "http://127.0.0.1:9/"},
    ],
    ids=lambda changes: next(iter(changes.values())),
)
def test_it_says_that_it_could_not(client, asked, changes):
    refused(client.post("/lti/register/", asked | changes))


def test_it_believes_nobody_who_speaks_for_another_host(client, asked, school):
    other = asked["openid_configuration"].replace("localhost", "127.0.0.1")

    refused(client.post("/lti/register/", asked | {"openid_configuration": other}))


@pytest.mark.parametrize(
    "address",
    ["http://school.example/", "https://127.0.0.1/", "https://10.0.0.7/", "https://[::1]/", "https://169.254.169.254/"],
)
def test_it_asks_nobody_inside_a_network_of_its_own(client, settings, address, monkeypatch):
    settings.DEBUG = False
    monkeypatch.setattr(socket.socket, "connect", lambda *args: pytest.fail("It has asked."))

    refused(client.post("/lti/register/", {"openid_configuration": address}))


def test_it_reads_no_more_than_it_needs(school, monkeypatch):
    monkeypatch.setattr(outward, "LARGEST", 10)

    with pytest.raises(outward.Unasked, match="answers more than 10 bytes"):
        outward.Outward().get(f"{school.address}/jwks")


def test_it_lets_only_so_many_wait(client, asked):
    RegistrationFactory.create_batch(20, is_active=False)

    page = client.post("/lti/register/", asked)

    assert page.status_code == 400
    assert LtiRegistration.objects.count() == 20


def test_it_says_what_to_paste_where(client, settings):
    page = client.get("/lti/")

    assert {"http://127.0.0.1:8000/lti/login/", "http://127.0.0.1:8000/lti/jwks/"} <= {
        dd.text for dd in soup(page).select("dd")
    }
    assert all(name in words(page) for name in ("Moodle", "Canvas", "Open edX", "Brightspace", "Blackboard"))
