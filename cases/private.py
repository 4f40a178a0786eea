"""Pages for one person or one team: no cache keeps them, no robot lists them, and no other site learns their address."""

from collections.abc import Callable
from functools import wraps

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_cookie


class NoSuchLink(Exception):
    """A private link that leads nowhere: mistyped, cut off, too old, or of something that has been deleted."""

    template = "cases/following/no_link.html"
    """The page that says what may have happened."""


def private(view: Callable) -> Callable:
    """The view as a page for one person or one team; a link that leads nowhere says what may have happened to it."""

    @wraps(view)
    @never_cache
    @vary_on_cookie
    def answer(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except NoSuchLink as nowhere:
            response = render(request, nowhere.template, {"title": _("This link leads nowhere")}, status=404)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"
        return response

    return answer


def sent(request):
    """What a form sends, however little that is; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None
