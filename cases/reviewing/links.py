"""
The links by which people sign off without an account.

A link holds the sign-off's number and key, signed with the site's secret: nobody can make one up, and the database alone gives none
away. It ends when the key changes, and when its time is over; when the review ends, it says so.
"""

from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from cases.addresses import absolute
from cases.models import SignOff

SIGNER = Signer(salt="cases.sign-off", sep=".")
LIFE = timedelta(days=60)
"""How long a link lives after somebody was last asked."""


class LinkEnded(Exception):
    """The link was good once."""


def token_of(sign_off: SignOff) -> str:
    """The part of the address that only the signatory knows."""
    return SIGNER.sign(f"{sign_off.pk}-{sign_off.link_key}")


def path_of(sign_off: SignOff) -> str:
    """The path at which the signatory answers."""
    return reverse("sign-off", args=[token_of(sign_off)])


def address_of(sign_off: SignOff) -> str:
    """The whole address, for mail."""
    return absolute(path_of(sign_off))


def end_of_life():
    """When a link that is sent now ends."""
    return timezone.now() + LIFE


def of_token(token: str) -> SignOff:
    """The sign-off of the link; Http404 where nobody made it, LinkEnded where another has taken its place."""
    try:
        number, _dash, key = SIGNER.unsign(token).partition("-")
    except BadSignature:
        raise Http404(gettext("This link is not whole.")) from None
    sign_off = SignOff.objects.for_page().filter(pk=number).first()
    if sign_off is None or sign_off.link_key != key:
        raise LinkEnded
    return sign_off
