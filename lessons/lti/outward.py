"""
Asking other servers: learning platforms for their keys, for tokens, and with what somebody has reached.

What they answer is waited for some seconds and read up to a size; nothing is followed elsewhere. While somebody registers a platform that
no Administrator has looked at, addresses inside one's own network are not asked at all.
"""

import ipaddress
import socket
from urllib.parse import urlsplit

import requests
from django.conf import settings

PATIENCE = (5, 10)
"""Seconds to connect, and for an answer."""

LARGEST = 500_000
"""Bytes of an answer."""


class Unasked(requests.RequestException):
    """The address is not one that is asked, or answered too much."""


def refuse_unsafe(url: str, public_only: bool = False) -> None:
    """Unasked, unless the address is HTTPS; in development this machine may be asked in the clear."""
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError as error:
        raise Unasked(f"{url!r} is not an address.") from error
    if settings.DEBUG and parts.hostname in {"127.0.0.1", "localhost"}:
        return
    if parts.scheme != "https" or not parts.hostname or parts.username:
        raise Unasked(f"{url!r} is not an https address.")
    if public_only:
        _refuse_private(parts.hostname, port)


def _refuse_private(host: str, port: int) -> None:
    try:
        found = {row[4][0] for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise Unasked(f"{host!r} is not known.") from error
    if not all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in found):
        raise Unasked(f"{host!r} is inside a network of its own.")


class Outward(requests.Session):
    """A session of requests with these limits."""

    def __init__(self, public_only: bool = False):
        super().__init__()
        self.public_only = public_only
        self.headers["User-Agent"] = "Civic-Casebook"

    def request(self, method, url, **kwargs):
        """Ask, within the limits."""
        refuse_unsafe(url, self.public_only)
        kwargs = {**kwargs, "timeout": PATIENCE, "allow_redirects": False, "stream": True}
        with super().request(method, url, **kwargs) as response:
            body = response.raw.read(LARGEST + 1, decode_content=True)
            if len(body) > LARGEST:
                raise Unasked(f"{url!r} answers more than {LARGEST} bytes.")
            response._content = body
        return response
