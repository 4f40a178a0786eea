"""What the provider says of its people, and the lies that it tells when it is told to."""

import json

from django.conf import settings
from oauth2_provider.oauth2_validators import OAuth2Validator


def file(name: str) -> dict:
    """What a file of the provider's folder holds, now."""
    return json.loads((settings.FOLDER / f"{name}.json").read_text())


class Validator(OAuth2Validator):
    """Signs what people.json says; lies.json changes claims of the token, or its signature."""

    oidc_claim_scope = None

    def get_additional_claims(self, request):
        """The person's claims."""
        return file("people")[request.user.username]

    def get_id_token_dictionary(self, token, token_handler, request):
        """The claims, with the lies among them."""
        claims, end = super().get_id_token_dictionary(token, token_handler, request)
        return claims | {name: lie for name, lie in file("lies").items() if name != "signature"}, end

    def finalize_id_token(self, id_token, token, token_handler, request):
        """The signed token; with another signature where that is the lie."""
        signed = super().finalize_id_token(id_token, token, token_handler, request)
        head, _dot, signature = signed.rpartition(".")
        forged = ("B" if signature.startswith("A") else "A") + signature[1:]
        return f"{head}.{forged}" if "signature" in file("lies") else signed
