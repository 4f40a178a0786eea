"""The learning platform as tests see it: a process, and what one can tell it."""

import json
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.request import Request, urlopen

import jwt
from jwcrypto.jwk import JWK

from tests.houses import ROOT

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
PATIENCE = 60


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class School:
    """A learning platform that runs."""

    def __init__(self, address):
        self.address = address

    def ask(self, word, sent=None):
        """Order something of it, or ask what it knows."""
        data = json.dumps(sent).encode() if sent is not None else None
        asked = Request(f"{self.address}/made/{word}", data, {"Content-Type": "application/json"})
        with urlopen(asked, timeout=PATIENCE) as answer:
            return json.load(answer)

    @property
    def known(self):
        """What it knows."""
        return self.ask("known")

    @property
    def key(self) -> JWK:
        """The key that it publishes, with its private half."""
        return JWK.from_json(json.dumps(self.known["key"]))

    def claims(self, nonce, /, **changes):
        """What it says in the launch of a story; None takes a claim out."""
        now = int(time.time())
        said = {
            "iss": self.address,
            "aud": "client-1",
            "sub": "learner-7f3a",
            "nonce": nonce,
            "iat": now,
            "exp": now + 300,
            "name": "Ada Learner",
            "email": "ada@school.example",
            f"{LTI}version": "1.3.0",
            f"{LTI}message_type": "LtiResourceLinkRequest",
            f"{LTI}deployment_id": "deployment-1",
            f"{LTI}target_link_uri": "http://127.0.0.1:8000/lti/launch/",
            f"{LTI}roles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"],
            f"{LTI}resource_link": {"id": "link-1", "title": "The bus"},
            f"{LTI}context": {"id": "context-1"},
            f"{LTI}custom": {"casebook_thing": "story/bus"},
            f"{LTI}launch_presentation": {"return_url": f"{self.address}/back"},
        } | changes
        return {name: value for name, value in said.items() if value is not None}

    def sign(self, claims, key=None, algorithm="RS256", **header):
        """The claims as a token."""
        key = key or self.key
        secret = key if isinstance(key, str | bytes) else key.export_to_pem(private_key=True, password=None)
        kid = self.key.thumbprint() if isinstance(key, str | bytes) else key.thumbprint()
        return jwt.encode(claims, secret, algorithm=algorithm, headers={"kid": kid, **header})


@contextmanager
def running_school():
    """A platform, from its start to its end."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.lti.platform", str(port)], cwd=ROOT)
    school = School(f"http://localhost:{port}")
    try:
        for _attempt in range(PATIENCE * 10):
            try:
                school.ask("known")
                break
            except OSError:
                time.sleep(0.1)
        yield school
    finally:
        process.terminate()
        process.wait(PATIENCE)
