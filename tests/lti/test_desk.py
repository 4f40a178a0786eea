"""Administrators register platforms, switch them on and off, and see what waits; others do not see them."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from lti_tool.models import LtiDeployment, LtiRegistration

from tests.factories import DeploymentFactory, PlatformScoreFactory, RegistrationFactory, UserFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

SENT = {
    "name": "School",
    "issuer": "https://school.example",
    "client_id": "c1",
    "auth_url": "https://school.example/auth",
    "token_url": "https://school.example/token",
    "keyset_url": "https://school.example/jwks",
    "is_active": "on",
}


@pytest.fixture
def administrator():
    """Somebody with the rights to platforms, and to nothing else of the desk."""
    user = UserFactory()
    wanted = Permission.objects.filter(
        content_type__app_label="lti_tool", content_type__model__in=("ltiregistration", "ltideployment")
    )
    user.user_permissions.set([*wanted, Permission.objects.get(codename="access_admin")])
    client = Client()
    client.force_login(user)
    return client


def test_it_registers_a_platform_and_switches_it_off(administrator):
    administrator.post("/desk/lti_platforms/new/", SENT)
    made = LtiRegistration.objects.get()

    administrator.post(f"/desk/lti_platforms/edit/{made.pk}/", {**SENT, "is_active": ""})

    made.refresh_from_db()
    assert (made.issuer, made.is_active) == ("https://school.example", False)


def test_it_switches_a_deployment_on(administrator):
    waiting = DeploymentFactory(is_active=False)

    sent = {"registration": waiting.registration_id, "deployment_id": waiting.deployment_id, "is_active": "on"}
    administrator.post(f"/desk/lti_deployments/edit/{waiting.pk}/", sent)

    assert LtiDeployment.objects.get().is_active is True


@pytest.mark.parametrize(
    "address", ["http://school.example/auth", "javascript:alert(1)", "https://you@school.example/"]
)
def test_it_refuses_an_address_that_could_not_be_asked(administrator, address):
    page = administrator.post("/desk/lti_platforms/new/", {**SENT, "token_url": address})

    assert page.status_code == 200
    assert not LtiRegistration.objects.exists()


def test_it_shows_how_many_scores_a_platform_has_not_taken(administrator):
    score = PlatformScoreFactory(sent="Started")
    PlatformScoreFactory(deployment=score.deployment)
    RegistrationFactory(name="Quiet")

    page = words(administrator.get("/desk/lti_platforms/"))

    assert "Scores not taken yet" in page
    assert "https://school.example True 1 1" in page


def test_it_shows_no_key(administrator):
    made = RegistrationFactory(private_key="-----BEGIN SECRET")

    assert "BEGIN SECRET" not in administrator.get(f"/desk/lti_platforms/edit/{made.pk}/").content.decode()


@pytest.mark.parametrize("address", ["/desk/lti_platforms/", "/desk/lti_platforms/new/", "/desk/lti_deployments/"])
def test_it_is_for_administrators(client, address):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.get(address).status_code == 403
