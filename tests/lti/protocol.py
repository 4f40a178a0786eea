"""What a learning platform knows, and how it speaks LTI 1.3, as lti1p3platform has it."""

import html
import json

from jwcrypto.jwk import JWK
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.registration import Registration
from lti1p3platform.request import Request
from lti1p3platform.score import UpdateScoreStatus
from lti1p3platform.service_connector import AssignmentsGradesService

DEPLOYMENT = "deployment-1"


def new_key() -> JWK:
    """A pair of keys."""
    return JWK.generate(kty="RSA", size=2048)


def pem(key: JWK, private: bool = False) -> str:
    """A key as text."""
    return key.export_to_pem(private_key=private, password=None).decode() if private else key.export_to_pem().decode()


class School:
    """What the platform knows."""

    def __init__(self, address):
        self.address, self.key = address, new_key()
        self.client, self.tool, self.keys = "", {}, []
        self.links, self.lineitems, self.scores, self.registered = [], {}, [], []
        self.orders = {"tokens": True, "storage": False, "copied": False}

    def registration(self) -> Registration:
        """The tool, as lti1p3platform wants it."""
        found = Registration().set_iss(self.address).set_client_id(self.client).set_deployment_id(DEPLOYMENT)
        found.set_launch_url(self.tool["launch"]).set_oidc_login_url(self.tool["login"])
        found.set_deeplink_launch_url(self.tool["launch"])
        found.set_platform_public_key(pem(self.key)).set_platform_private_key(pem(self.key, private=True))
        if self.keys:
            found.set_tool_key_set({"keys": self.keys})
        return found.set_tool_key_set_url(self.tool["jwks"])

    def known(self) -> dict:
        """Everything, for tests."""
        names = ("client", "tool", "links", "lineitems", "scores", "registered")
        return {name: getattr(self, name) for name in names} | {"key": json.loads(self.key.export_private())}


class Asked(Request):
    """A request of ours, as lti1p3platform wants it."""

    def build_metadata(self, request):
        """It is one already."""
        return request


class Platform(LTI1P3PlatformConfAbstract):
    """The platform's side of the protocol."""

    def init_platform_config(self, school):
        """Whose."""
        self._registration = school.registration()

    def get_registration_by_params(self, **kwargs):
        """The one tool."""
        return self._registration


class Launch(LTIAdvantageMessageLaunchAbstract):
    """A launch of the tool."""

    def render_launch_form(self, launch_data, **kwargs):
        """A form that sends itself, as platforms have it."""
        fields = {name: launch_data[name] for name in ("state", "id_token")}
        return sent_form(launch_data["launch_url"], fields)


class Grades(AssignmentsGradesService):
    """The assignment and grade service."""

    school: School

    def find_lineitem(self, line_item_id):
        """One."""
        return self.school.lineitems[line_item_id]

    def find_lineitems(self, **kwargs):
        """All."""
        return {"content": list(self.school.lineitems.values()), "has_next": False, "next": None}

    def update_score(self, line_item_id, score):
        """Keep what was reached."""
        self.school.scores.append({"lineitem": line_item_id, **score})
        return UpdateScoreStatus.SUCCESS

    def create_lineitem(self, creation_data):
        """Not for this tool."""
        raise NotImplementedError

    update_lineitem = delete_lineitem = get_results = create_lineitem


def sent_form(address: str, fields: dict) -> str:
    """A page that sends a form at once."""
    inputs = "".join(f'<input type="hidden" name="{n}" value="{html.escape(v)}">' for n, v in fields.items())
    return f'<form id="f" method="post" action="{html.escape(address)}">{inputs}</form><script>f.submit()</script>'
