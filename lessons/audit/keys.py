"""
The keys in private links. Only a hash of each is kept, so nobody can get from a copy of the database to a link.

The key of a round is derived from the organiser's, so that the organiser's page can show the participants' link again, and nobody else can
work it out. Of an audit under an account the organiser's key is derived from the library's own secret, so that the account leads there.
"""

import hmac
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

from django.utils.crypto import salted_hmac

from cases.private import NoSuchLink

BYTES = 18
"""144 bits: 24 letters of an address."""


class NoSuchAudit(NoSuchLink):
    """A link to an audit that leads nowhere."""

    template = "lessons/audit/no_link.html"


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(BYTES)


def hashed(key: str) -> str:
    """What is kept of a key."""
    return sha256(key.encode()).hexdigest()


def round_key(organiser_key: str, number: int) -> str:
    """The participants' key of the audit's round of that number."""
    return _letters(hmac.digest(organiser_key.encode(), f"round {number}".encode(), sha256))


def account_key(audit_id: int) -> str:
    """The organiser's key of an audit that stands under an account."""
    return _letters(salted_hmac("lessons.audit", str(audit_id), algorithm="sha256").digest())


def behind(records, key: str):
    """The one of the records that the key opens, or NoSuchAudit."""
    found = records.filter(key_hash=hashed(key)).first()
    if found is None:
        raise NoSuchAudit
    return found


def _letters(digest: bytes) -> str:
    return urlsafe_b64encode(digest[:BYTES]).decode()
