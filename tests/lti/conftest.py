"""A learning platform that runs, a library that knows it, and a browser that goes from one to the other."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from lti_tool.models import LtiRegistration

from tests.factories import EvidenceFactory, StoryFactory
from tests.lti.school import running_school


@pytest.fixture(scope="session")
def running():
    """The platform's process."""
    with running_school() as school:
        yield school


@pytest.fixture
def school(running, settings):
    """The platform. The library is in development: it asks this machine in the clear."""
    settings.DEBUG = True
    return running


@pytest.fixture
def registration(db, school):
    """The platform as the library knows it, switched on with one deployment."""
    here = school.address
    made = LtiRegistration.objects.create(
        name="School",
        issuer=here,
        client_id="client-1",
        auth_url=f"{here}/auth",
        token_url=f"{here}/token",
        keyset_url=f"{here}/jwks",
    )
    made.deployments.create(deployment_id="deployment-1", is_active=True)
    return made


@pytest.fixture
def bus(db):
    """A story with a piece of evidence."""
    story = StoryFactory(slug="bus", title="The bus that came to the door", problem="Nobody could get to town.")
    EvidenceFactory(story=story)
    return story


@pytest.fixture
def begin(client, school, registration):
    """Begins a login, and answers what the platform is asked."""

    def login(**changes):
        asked = {
            "iss": school.address,
            "client_id": "client-1",
            "login_hint": "learner-7f3a",
            "target_link_uri": "http://127.0.0.1:8000/lti/launch/",
        } | changes
        response = client.get("/lti/login/", {name: value for name, value in asked.items() if value is not None})
        assert response.status_code == 302, response.content.decode()
        return dict(parse_qsl(urlsplit(response["Location"]).query))

    return login


@pytest.fixture
def launch(client, school, begin):
    """Launches, and answers the response of the launch; `then` changes what is posted."""

    def send(asked=None, then=None, **changes):
        asked = asked or begin()
        sent = {"state": asked["state"], "id_token": school.sign(school.claims(asked["nonce"], **changes))}
        return client.post("/lti/launch/", {**sent, **(then(asked) if then else {})})

    return send


@pytest.fixture
def opened(client, launch):
    """Launches, and answers the page that opens."""

    def send(**changes):
        response = launch(**changes)
        assert response.status_code == 303, response.content.decode()
        return client.get(response["Location"])

    return send
