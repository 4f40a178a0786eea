"""How a browser finds back to a sheet that was begun in it: a cookie with the sheet's key, for the pages of audits only."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from lessons.models import Round

YEAR = 365 * 24 * 60 * 60


def cookie_of(audit_round: Round) -> str:
    """The name of the cookie: one for each round."""
    return f"casebook-sheet-{audit_round.key_hash[:12]}"


def begun_here(request: HttpRequest, audit_round: Round) -> str:
    """The key of the sheet that was begun in this browser, or ''."""
    return request.COOKIES.get(cookie_of(audit_round), "")


def remembered_here(response: HttpResponse, audit_round: Round, key: str) -> HttpResponse:
    """The answer that lets the browser remember whose sheet it is."""
    secure = settings.SITE_URL.startswith("https://")
    response.set_cookie(
        cookie_of(audit_round), key, max_age=YEAR, path=reverse("audit"), samesite="Lax", secure=secure, httponly=True
    )
    return response


def forgotten_here(response: HttpResponse, audit_round: Round) -> HttpResponse:
    """The answer that lets the browser forget it."""
    response.delete_cookie(cookie_of(audit_round), path=reverse("audit"), samesite="Lax")
    return response
