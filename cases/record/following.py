"""
Following a link out of the library, with care: into the public web alone, for a few seconds, and no further than the answer's head.

A text may hold any address. Each host is looked up once and must be public whatever address it has; the connection goes to the address
that was looked up, so that a name cannot mean another machine a moment later. The same holds for every redirect.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext

from cases.choices import LinkState

SECONDS = 10
"""For each step: looking up, connecting, hearing the head of the answer."""

REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
REFUSES_PROGRAMS = {401, 403, 405, 406, 429}
"""Statuses of pages that are there, but not for programs."""


@dataclass(frozen=True)
class Followed:
    """What came of following a link."""

    state: LinkState
    said: str


class Untriable(Exception):
    """The address does not lead into the public web."""


class Nowhere(Exception):
    """There is nothing behind the address."""


def is_public(address: str) -> bool:
    """Whether a machine's address is one of the public internet."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return mapped.is_global and not mapped.is_multicast


def follow(address: str, allowed: Callable[[str], bool] = is_public, ports: dict[str, int] | None = None) -> Followed:
    """What came of following the link; `allowed` says which machines may be asked."""
    try:
        for _step in range(REDIRECTS + 1):
            status, location = ask(address, allowed, ports or {})
            if status not in range(300, 400) or not location:
                return judged(status)
            address = urljoin(address, location)
    except Untriable as error:
        return Followed(LinkState.UNTRIABLE, str(error))
    except Nowhere as error:
        return Followed(LinkState.BROKEN, str(error))
    return Followed(LinkState.BROKEN, gettext("It leads on more than %d times.") % REDIRECTS)


def judged(status: int) -> Followed:
    """What a status means."""
    if status < 400:
        return Followed(LinkState.WORKS, gettext("Answers %d.") % status)
    if status in REFUSES_PROGRAMS:
        return Followed(LinkState.WORKS, gettext("Answers %d: it is there, and refuses programs.") % status)
    return Followed(LinkState.BROKEN, gettext("Answers %d.") % status)


def ask(address: str, allowed: Callable[[str], bool], ports: dict[str, int]) -> tuple[int, str]:
    """The status of the address and where it leads on; asked for the head alone first, as some servers know only the whole."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError) as error:
        raise Nowhere(gettext("The address cannot be read.")) from error
    if parts.scheme not in PORTS or not host or parts.username is not None:
        raise Untriable(gettext("It is not an address of the public web."))
    port = port or ports.get(parts.scheme) or PORTS[parts.scheme]
    if port not in {*PORTS.values(), *ports.values()}:
        raise Untriable(gettext("Its port, %d, is not one of the public web.") % port)
    machine = looked_up(host, port, allowed)
    path = quote(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", safe="/%:=&?~+!$,;'@()*[]-._")
    for method in ("HEAD", "GET"):
        status, location = _asked(method, parts.scheme, host, machine, port, path)
        if status < 400:
            break
    return status, location


def looked_up(host: str, port: int, allowed: Callable[[str], bool]) -> str:
    """The machine of that name; all that bear the name must be allowed."""
    try:
        found = [entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError as error:
        raise Nowhere(gettext("There is no host “%s”.") % host) from error
    if not all(allowed(machine) for machine in found):
        raise Untriable(gettext("“%s” is not a host of the public web.") % host)
    return found[0]


def _asked(method: str, scheme: str, host: str, machine: str, port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection(host, port, timeout=SECONDS)
    try:
        with ended_in_time(connection):
            connection.sock = socket.create_connection((machine, port), SECONDS)
            if scheme == "https":
                connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
            connection.request(
                method, path, headers={"User-Agent": f"CivicCasebook (+{settings.SITE_URL})", "Accept": "*/*"}
            )
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or ""
    except TimeoutError as error:
        raise Nowhere(gettext("No answer within %d seconds.") % SECONDS) from error
    except ssl.SSLError as error:
        raise Nowhere(gettext("Its certificate is not valid.")) from error
    except (OSError, HTTPException, ValueError, AttributeError) as error:
        raise Nowhere(gettext("It does not answer as a web server does.")) from error
    finally:
        connection.close()


@contextmanager
def ended_in_time(connection: HTTPConnection) -> Iterator[None]:
    """Hang up after three steps' time, however slowly the other side goes on."""
    timer = Timer(3 * SECONDS, hang_up, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def hang_up(connection: HTTPConnection) -> None:
    """End the call, also for whoever waits for the other side in this moment."""
    with suppress(OSError):
        if connection.sock:
            connection.sock.shutdown(socket.SHUT_RDWR)
