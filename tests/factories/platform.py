"""Learning platforms and their deployments."""

import factory
from lti_tool.models import LtiDeployment, LtiRegistration


class RegistrationFactory(factory.django.DjangoModelFactory):
    """A platform that is switched on."""

    class Meta:
        model = LtiRegistration

    name = "School"
    issuer = "https://school.example"
    client_id = factory.Sequence(lambda n: f"client-{n}")
    auth_url = "https://school.example/auth"
    token_url = "https://school.example/token"
    keyset_url = "https://school.example/jwks"


class DeploymentFactory(factory.django.DjangoModelFactory):
    """A part of a platform that is switched on."""

    class Meta:
        model = LtiDeployment

    registration = factory.SubFactory(RegistrationFactory)
    deployment_id = factory.Sequence(lambda n: f"deployment-{n}")
    is_active = True
