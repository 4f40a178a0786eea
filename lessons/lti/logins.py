"""A platform announces a launch: the browser is given a secret, and sent back to the platform with a state and a nonce."""

import secrets
from http.cookies import Morsel
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.urls import reverse
from lti_tool.models import LtiRegistration

from cases.addresses import absolute
from lessons.lti.claims import origin
from lessons.lti.forms import LoginForm
from lessons.lti.refusals import Reason, Refusal
from lessons.models import PlatformLogin


def launch_url() -> str:
    """The one address to which platforms send launches, whatever they shall open."""
    return absolute(reverse("lti-launch"))


def is_ours(address: str) -> bool:
    """Whether the address is of this library."""
    return origin(address) == origin(settings.SITE_URL) != ""


def begin(form: LoginForm) -> PlatformLogin:
    """A login for what the platform asks; Refusal where it is not known, or asks for an address elsewhere."""
    if not form.is_valid():
        raise Refusal(Reason.INCOMPLETE, f"login without {', '.join(form.errors)}")
    asked = form.asked()
    registration = _registration(asked)
    if not is_ours(asked["target_link_uri"]):
        raise Refusal(Reason.ELSEWHERE, asked["target_link_uri"], registration=registration)
    state, nonce, secret = (secrets.token_urlsafe(32) for _each in range(3))
    return PlatformLogin.objects.create(registration=registration, state=state, nonce=nonce, secret=secret, asked=asked)


def _registration(asked: dict[str, str]) -> LtiRegistration:
    """The platform that asks. It may leave out who we are to it where we are only one."""
    known = LtiRegistration.objects.active().filter(issuer=asked["iss"])
    if client := asked.get("client_id"):
        known = known.filter(client_id=client)
    found = list(known[:2])
    if len(found) != 1:
        raise Refusal(Reason.UNKNOWN_PLATFORM, f"login of {asked['iss']} for {client or 'no client'}")
    return found[0]


def way_to_platform(login: PlatformLogin) -> str:
    """The address at which the platform says who the person is."""
    hints = {name: login.asked[name] for name in ("login_hint", "lti_message_hint") if name in login.asked}
    parts = urlsplit(login.registration.auth_url)
    query = parse_qsl(parts.query) + list(
        {
            "scope": "openid",
            "response_type": "id_token",
            "response_mode": "form_post",
            "prompt": "none",
            "client_id": login.registration.client_id,
            "redirect_uri": launch_url(),
            "state": login.state,
            "nonce": login.nonce,
            **hints,
        }.items()
    )
    return parts._replace(query=urlencode(query)).geturl()


def way_anew(login: PlatformLogin) -> str:
    """The same login once more, for a window of its own."""
    asked = {name: value for name, value in login.asked.items() if name != "lti_storage_target"}
    return f"{reverse('lti-login')}?{urlencode(asked)}"


# Cookies that a browser keeps for us inside one other site's page alone; Python knows their mark from 3.14 on.
Morsel._reserved.setdefault("partitioned", "Partitioned")
Morsel._flags.add("partitioned")


def keep_secret(response, login: PlatformLogin) -> None:
    """Let the browser keep the secret until the launch; inside another site's page, too, where it does that."""
    name = f"lti-{login.state}"
    response.set_cookie(
        name,
        login.secret,
        max_age=600,
        path=reverse("lti-launch"),
        secure=True,
        httponly=True,
        samesite="None",
    )
    response.cookies[name]["partitioned"] = True
