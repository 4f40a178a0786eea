"""
What keeps machines out, without asking anybody else: a field that nobody sees, the time that a form took, a signature, rates, links.

Nobody is turned away without a word. What looks like a machine is held, with the reason, for an editor to judge; who comes too often is
told when to come again.
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from cases.models import Contribution, PrivateLink

SALT = "cases.telling"
OPEN_FOR = timedelta(days=2)
"""How long a form may stay open before it must be sent once more."""

NO_TIME = timedelta(seconds=-1)
LEAST = timedelta(seconds=3)
"""Nobody fills in the first page faster."""

MOST_FROM_NETWORK, MOST_FROM_ADDRESS = 60, 6
"""Stories that may be begun in a day: a whole course in one room may begin at once."""

MOST_LINKS_SENT = 5
"""Private links that one address is sent in an hour."""

OWN = [ip_network(block) for block in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10")]
"""Networks of one's own, from which no stranger comes."""

MOST_WEB_ADDRESSES = 12
WEB_ADDRESS = re.compile(r"https?://|www\.", re.I)


class GuardForm(forms.Form):
    """The two hidden fields of a form that anybody can send."""

    website = forms.CharField(required=False)
    signed = forms.CharField(required=False)

    @property
    def trap_is_filled(self) -> bool:
        """Whether something was typed where nobody sees a field."""
        return bool(self["website"].value())


def signed_form(content: str) -> str:
    """A mark that a form of ours carries, with the time and the content."""
    return signing.TimestampSigner(salt=SALT).sign(content)


def signed_content(mark: str, least: timedelta = LEAST) -> str:
    """The content of the mark; ValueError says in words why the form must be sent once more."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        content = signer.unsign(mark, max_age=OPEN_FOR)
    except signing.SignatureExpired:
        raise ValueError(
            _("This page was open for more than two days. Nothing is lost: press the button once more.")
        ) from None
    except signing.BadSignature:
        raise ValueError(_("This page came to us incomplete. Nothing is lost: press the button once more.")) from None
    if _is_younger(signer, mark, least):
        raise ValueError(_("That was very fast, as a machine would be. If you are none, press the button once more."))
    return content


def _is_younger(signer, mark, least):
    try:
        signer.unsign(mark, max_age=least)
    except signing.SignatureExpired:
        return False
    return True


def network_of(request: HttpRequest) -> str:
    """
    A fingerprint of the network that the request comes from: the same for neighbours, and nothing to find them by.

    Empty where that is not known: a server of ours in front, which does not say for whom it asks, must not count as one network.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    address = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        place = ip_address(address)
    except ValueError:
        return ""
    if place.is_loopback or any(place in network for network in OWN if network.version == place.version):
        return ""
    size = 24 if place.version == 4 else 56
    return salted_hmac(SALT, str(ip_network(f"{address}/{size}", strict=False))).hexdigest()[:24]


def too_often(email: str, network: str) -> str:
    """Why another story cannot be begun just now, in words; nothing where it can."""
    today = Contribution.objects.begun_since(timezone.now() - timedelta(days=1))
    if today.filter(authors__email=email.lower()).count() >= MOST_FROM_ADDRESS:
        return _(
            "%(n)d stories were begun under this address since yesterday. Go on with one of them, or come back tomorrow."
        ) % {"n": MOST_FROM_ADDRESS}
    if network and today.filter(network=network).count() >= MOST_FROM_NETWORK:
        return _(
            "%(n)d stories were begun from your network since yesterday, and it may be a machine that does it. "
            "Keep this page open, or copy what you typed, and come back tomorrow; from another network you need not wait."
        ) % {"n": MOST_FROM_NETWORK}
    return ""


def may_send_link(email: str) -> bool:
    """Whether the address has not been sent too many links in the last hour."""
    return PrivateLink.objects.sent_since(email, timezone.now() - timedelta(hours=1)).count() < MOST_LINKS_SENT


def web_addresses(texts: Iterable[str]) -> list[str]:
    """A reason for suspicion, where the texts hold more web addresses than a story has."""
    n = sum(len(WEB_ADDRESS.findall(text)) for text in texts)
    return [_("It holds %(n)d web addresses.") % {"n": n}] if n > MOST_WEB_ADDRESSES else []
