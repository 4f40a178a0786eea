"""Who is signed in, for the header of every page: looked up where a session's cookie came, and nowhere else."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from cases.addresses import finder_url


def signed_in(request: HttpRequest):
    """The person who is signed in, or None."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if request.user.is_authenticated else None


def person(request: HttpRequest) -> dict:
    """The person (or nothing) and the way to sign in, looked up when a template shows them."""

    def look():
        request.shows_person = True
        return signed_in(request)

    return {"person": SimpleLazyObject(look), "sign_in_url": SimpleLazyObject(lambda: way_in(request))}


def way_in(request: HttpRequest) -> str:
    """Where to sign in; it leads back to the page that was being read."""
    here = request.get_full_path()
    reading = request.method == "GET" and not here.startswith(reverse("account"))
    return finder_url({"next": here if reading else ""}, "account_login")
