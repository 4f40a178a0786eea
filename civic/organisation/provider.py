"""
The organisation's provider, over allauth's OpenID Connect.

Beyond allauth: the identity token's signature and nonce are checked, its issuer must be the server that was named, and the person that
the server describes must be the one in the token. Whatever is wrong, a page says so, and nobody is signed in.
"""

import secrets
from hashlib import sha256

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from jwt import exceptions as token
from requests import RequestException

from cases.addresses import absolute

BROKEN = (OAuth2Error, RequestException, token.PyJWTError, ValueError, KeyError, TypeError)
"""What talking to a server that is down, or no provider, or a wrong one, can raise."""


class Refused(OAuth2Error):
    """The server's answer does not fit; the sentence says why."""


def nonce_of(verifier: str) -> str:
    """
    The nonce of a sign-in: a hash of the secret that this browser's session keeps for it.

    Only the session can know the secret, so a token that was made for another sign-in does not fit.
    """
    return sha256(f"nonce of {verifier}".encode()).hexdigest()


class OrganisationClient(OpenIDConnectOAuth2Adapter):
    """Asks the server, and believes only what fits."""

    @property
    def openid_config(self):
        """The server's description of itself; it must be of the server that the settings name."""
        config = super().openid_config
        named = self.get_provider().app.settings["server_url"].partition("/.well-known/")[0]
        if config["issuer"].rstrip("/") != named.rstrip("/"):
            raise Refused(_("The server calls itself by another name than the one that is set here."))
        return config

    def get_callback_url(self, request, app):
        """Where the server sends people back to."""
        return absolute(reverse("organisation_callback"))

    def get_access_token_data(self, request, app, client, pkce_code_verifier=None):
        """The tokens; the verifier also tells which nonce they must carry."""
        self.nonce = nonce_of(pkce_code_verifier)
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def complete_login(self, request, app, token, **kwargs):
        """The person, when everything fits."""
        if not kwargs["response"].get("id_token"):
            raise Refused(_("The server did not say who you are: it sent no identity token."))
        login = super().complete_login(request, app, token, **kwargs)
        data = login.account.extra_data
        if data["userinfo"].get("sub") != data["id_token"]["sub"]:
            raise Refused(_("The server describes another person than the one in its token."))
        return login

    def _decode_id_token(self, app, id_token):
        try:
            data = jwtkit.verify_and_decode(
                credential=id_token,
                keys_url=self.openid_config["jwks_uri"],
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                lookup_kid=jwtkit.lookup_kid_jwk,
            )
        except OAuth2Error as error:
            raise Refused(why_refused(error.__cause__)) from error
        if not secrets.compare_digest(str(data.get("nonce", "")), self.nonce):
            raise Refused(_("The token was made for another sign-in: its nonce does not fit."))
        return data


def why_refused(error: BaseException | None) -> str:
    """What is wrong with a token, in words."""
    reasons = {
        token.InvalidIssuerError: _("The token was made by another issuer than the server that is set here."),
        token.InvalidAudienceError: _("The token was made for another site."),
        token.ExpiredSignatureError: _("The token has run out."),
        token.ImmatureSignatureError: _("The token is not valid yet: one of the two clocks is wrong."),
        token.InvalidSignatureError: _("The token's signature is not the server's."),
    }
    return next(
        (words for kind, words in reasons.items() if isinstance(error, kind)), _("The token cannot be trusted.")
    )


class OrganisationProvider(OpenIDConnectProvider):
    """The one provider that the settings name."""

    oauth2_adapter_class = OrganisationClient

    def get_login_url(self, request, **kwargs):
        """Where signing in through it starts."""
        return f"{reverse('organisation_login')}?{urlencode(kwargs)}" if kwargs else reverse("organisation_login")

    def get_callback_url(self):
        """Where it ends."""
        return reverse("organisation_callback")

    def get_pkce_params(self):
        """A new secret for the session, and what of it the server is told."""
        params = super().get_pkce_params()
        return params | {"nonce": nonce_of(params["code_verifier"])}

    def redirect(self, request, *args, **kwargs):
        """
        Send the person to the server, or say that it cannot be reached.

        By a page, not by an answer to the form: our policy lets forms lead nowhere but here.
        """
        try:
            response = super().redirect(request, *args, **kwargs)
        except BROKEN as error:
            return render_authentication_error(request, self, exception=error)
        if not 300 <= response.status_code < 400:
            return response
        context = {"provider": self, "redirect_to": response["Location"]}
        return render(request, "socialaccount/login_redirect.html", context)
