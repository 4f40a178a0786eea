"""
A platform registers us by itself (LTI Dynamic Registration): it says where it describes itself, we tell it what we are, and it gives us
a client id.

Whoever asks, what comes of it is switched off until an Administrator has switched it on; and only so many wait at a time.
"""

from datetime import timedelta
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from lti_tool.models import LtiDeployment, LtiRegistration

from cases.addresses import absolute
from lessons.lti.checking import our_key
from lessons.lti.claims import SCORE, mapping, text, web_address
from lessons.lti.linking import HISTORY
from lessons.lti.logins import launch_url
from lessons.lti.outward import Outward, refuse_unsafe
from lessons.lti.refusals import Reason, Refusal

MOST_WAITING = 20
"""Registrations of the last days that wait for an Administrator."""

RECENT = timedelta(days=30)

TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "registration_endpoint")


def description() -> dict:
    """What we are, in the words of the specification. Of a person only the platform's opaque name is asked for."""
    target = launch_url()
    return {
        "application_type": "web",
        "response_types": ["id_token"],
        "grant_types": ["implicit", "client_credentials"],
        "initiate_login_uri": absolute(reverse("lti-login")),
        "redirect_uris": [target],
        "client_name": settings.WAGTAIL_SITE_NAME,
        "client_uri": absolute(reverse("home")),
        "jwks_uri": absolute(reverse("lti-jwks")),
        "token_endpoint_auth_method": "private_key_jwt",
        "scope": SCORE,
        TOOL: {
            "domain": urlsplit(settings.SITE_URL).netloc,
            "description": _("Stories, lessons and courses about innovation in public services."),
            "target_link_uri": target,
            "custom_parameters": HISTORY,
            "claims": ["iss", "sub"],
            "messages": [
                {"type": "LtiDeepLinkingRequest", "target_link_uri": target, "label": _("Link to the library")},
                {"type": "LtiResourceLinkRequest", "target_link_uri": target},
            ],
        },
    }


def addresses() -> dict[str, str]:
    """Our addresses, as they are pasted into a platform."""
    names = {"login": "lti-login", "launch_url": "lti-launch", "jwks": "lti-jwks", "register": "lti-register"}
    return {name: absolute(reverse(view)) for name, view in names.items()}


def register(address: str, token: str) -> LtiRegistration:
    """Register at the platform that describes itself at the address; Refusal where that does not work."""
    recent = LtiRegistration.objects.filter(is_active=False, datetime_created__gt=timezone.now() - RECENT)
    if recent.count() >= MOST_WAITING:
        raise Refusal(Reason.NO_REGISTRATION, "too many registrations wait")
    session = Outward(public_only=True)
    try:
        platform = _answer(session.get(address))
        _check(platform, address)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        given = _answer(session.post(platform["registration_endpoint"], json=description(), headers=headers))
    except (requests.RequestException, ValueError) as error:
        raise Refusal(Reason.NO_REGISTRATION, f"{address}: {error}") from error
    return _remember(platform, given)


def _answer(response) -> dict:
    """The names and values that a server has answered."""
    if not response.ok:
        raise ValueError(f"it answers {response.status_code}")
    found = response.json()
    if not isinstance(found, dict):
        raise ValueError("it answers no names and values")
    return found


def _check(platform: dict, address: str) -> None:
    """A platform speaks for its own host only, and all its services can be asked."""
    if missing := [name for name in NEEDED if not web_address(platform.get(name))]:
        raise ValueError(f"it does not say its {', '.join(missing)}")
    if urlsplit(platform["issuer"]).netloc != urlsplit(address).netloc:
        raise ValueError(f"it says that it is {platform['issuer']}")
    for name in NEEDED[1:]:
        refuse_unsafe(platform[name], public_only=True)


def _remember(platform: dict, given: dict) -> LtiRegistration:
    """Keep it, switched off, with the deployment that it names."""
    client = text(given.get("client_id"))
    if not client:
        raise Refusal(Reason.NO_REGISTRATION, f"{platform['issuer']} gives no client id")
    our_key()
    described = mapping(platform, "https://purl.imsglobal.org/spec/lti-platform-configuration")
    family = text(described.get("product_family_code"), 60)
    urls = {"auth_url": "authorization_endpoint", "token_url": "token_endpoint", "keyset_url": "jwks_uri"}
    try:
        with transaction.atomic():
            made = LtiRegistration.objects.create(
                name=" ".join(filter(None, (family, urlsplit(platform["issuer"]).netloc)))[:255],
                issuer=platform["issuer"],
                client_id=client,
                audience=text(platform.get("authorization_server")),
                is_active=False,
                **{name: platform[said] for name, said in urls.items()},
            )
            deployment = text(mapping(given, TOOL).get("deployment_id")) or text(given.get("deployment_id"))
            if deployment:
                LtiDeployment.objects.create(registration=made, deployment_id=deployment, is_active=True)
    except IntegrityError as error:
        raise Refusal(Reason.NO_REGISTRATION, f"{platform['issuer']} is known as {client}") from error
    return made
