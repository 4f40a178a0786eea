"""
Whether a launch is what it says: each step of PyLTI1p3, with what it leaves open, and each fault with its reason.

A state is of one login of one browser, and good for one launch; a nonce is of one state. Only RS256 is read, by a key that the platform
publishes now.
"""

import jwt
import requests
from django.db import transaction
from django.utils.crypto import constant_time_compare
from jwcrypto.common import JWException
from lti_tool.models import Key, LtiDeployment
from lti_tool.utils import DjangoToolConfig
from pylti1p3.contrib.django import DjangoMessageLaunch
from pylti1p3.deployment import Deployment
from pylti1p3.exception import LtiException

from lessons.lti.claims import client_of, text
from lessons.lti.outward import Outward
from lessons.lti.refusals import Reason, Refusal
from lessons.models import PlatformLogin

LEEWAY = 60
"""Seconds that the platform's clock and ours may differ."""

ALGORITHM = "RS256"


def our_key() -> Key:
    """The key by which we sign; made when it is first needed."""
    return Key.objects.active().order_by("datetime_created", "pk").last() or Key.objects.generate()


class ToolConfig(DjangoToolConfig):
    """The platforms that are registered and switched on."""

    def find_registration_by_params(self, iss, client_id, *args, **kwargs):
        """The registration; it signs with a key that is there."""
        our_key()
        return super().find_registration_by_params(iss, client_id, *args, **kwargs)

    def find_deployment_by_params(self, iss, deployment_id, client_id, *args, **kwargs):
        """The deployment. One that is new waits, switched off, for an Administrator: the launch has been found genuine by then."""
        self.deployment, _made = LtiDeployment.objects.get_or_create(
            registration=self.registration, deployment_id=deployment_id
        )
        return Deployment().set_deployment_id(deployment_id)


class CheckedLaunch(DjangoMessageLaunch):
    """A launch that says of itself whether it is genuine."""

    def __init__(self, request, form):
        super().__init__(request, ToolConfig(), requests_session=Outward())
        self.form, self.login, self._auto_validation = form, None, False

    @property
    def claims(self) -> dict:
        """What the platform says; trusted only after `check`."""
        return self._jwt["body"]

    @property
    def registration(self):
        """The platform, as it is registered."""
        return self._tool_config.registration

    @property
    def deployment(self):
        """The part of the platform that the launch comes from."""
        return self._tool_config.deployment

    def check(self) -> "CheckedLaunch":
        """Refusal where anything is not as it should be; nothing is used up before everything else is right."""
        self._known_state()
        self._same_browser()
        self._step(self.validate_jwt_format, Reason.MALFORMED)
        self._readable()
        self._nonce_of_state()
        self._step(self.validate_registration, Reason.UNKNOWN_PLATFORM)
        self._signed()
        with transaction.atomic():
            self._step(self.validate_deployment, Reason.UNKNOWN_DEPLOYMENT)
        if not self.deployment.is_active:
            raise self._refusal(Reason.UNKNOWN_DEPLOYMENT, f"{self.deployment} is switched off")
        self._step(self.validate_message, Reason.OTHER_MESSAGE)
        if not PlatformLogin.objects.use(self.login):
            raise self._refusal(Reason.OLD_STATE, "replayed")
        return self

    def _refusal(self, reason: Reason, detail: str) -> Refusal:
        login = self.login
        return Refusal(reason, detail, registration=login.registration if login else None, login=login)

    def _step(self, step, reason: Reason) -> None:
        try:
            step()
        except (LtiException, AttributeError, KeyError, TypeError, ValueError) as error:
            raise self._refusal(reason, str(error)) from error

    def _known_state(self) -> None:
        state = self.form.cleaned_data.get("state", "")
        login = PlatformLogin.objects.select_related("registration").filter(state=state).first() if state else None
        if login is None or not login.registration.is_active:
            raise Refusal(Reason.NO_STATE, "no state" if not state else "unknown state")
        self.login = login
        if not PlatformLogin.objects.open().filter(pk=login.pk).exists():
            raise self._refusal(Reason.OLD_STATE, "used or old state")

    def _same_browser(self) -> None:
        kept = [self._request.get_cookie(f"lti-{self.login.state}"), self.form.cleaned_data.get("kept")]
        if not any(constant_time_compare(self.login.secret, secret) for secret in kept if secret):
            raise self._refusal(Reason.OTHER_BROWSER, "the browser has not kept the secret of the login")

    def _readable(self) -> None:
        parts = (self._jwt.get("header"), self._jwt.get("body"))
        if not all(isinstance(part, dict) for part in parts):
            raise self._refusal(Reason.MALFORMED, "header or claims are no names and values")
        named = ("iss", "sub", "nonce", "https://purl.imsglobal.org/spec/lti/claim/deployment_id")
        missing = [name for name in named if not text(self.claims.get(name))]
        if missing or not client_of(self.claims):
            raise self._refusal(Reason.MALFORMED, f"no {', '.join(missing) or 'audience'}")

    def _nonce_of_state(self) -> None:
        if not constant_time_compare(self.claims["nonce"], self.login.nonce):
            raise self._refusal(Reason.FORGED, "the nonce is not the one of the state")

    def get_client_id(self):
        """The audience that we are."""
        return client_of(self.claims)

    def _signed(self) -> None:
        """By a key that the platform publishes now, for us, in time."""
        if self.registration.pk != self.login.registration_id:
            raise self._refusal(Reason.FORGED, "another platform than the one that began it")
        if self._jwt["header"].get("alg") != ALGORITHM:
            raise self._refusal(Reason.FORGED, f"signed by {self._jwt['header'].get('alg')!r}")
        try:
            key, _algorithm = self.get_public_key()
        except (LtiException, requests.RequestException, AssertionError) as error:
            missing = "public key" in str(error) or "KID" in str(error)
            raise self._refusal(Reason.FORGED if missing else Reason.NO_KEYS, str(error)) from error
        except (JWException, KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._refusal(Reason.NO_KEYS, f"the keys cannot be read: {error}") from error
        try:
            jwt.decode(
                self.form.cleaned_data["id_token"],
                key,
                algorithms=[ALGORITHM],
                audience=self.registration.client_id,
                issuer=self.registration.issuer,
                leeway=LEEWAY,
                options={"require": ["exp", "iat", "nonce", "sub"]},
            )
        except (jwt.PyJWTError, ArithmeticError, TypeError, ValueError) as error:
            raise self._refusal(Reason.FORGED, str(error)) from error
        if float(self.claims["iat"]) < self.login.made_at.timestamp() - LEEWAY:
            raise self._refusal(Reason.FORGED, "made before it was asked for")
