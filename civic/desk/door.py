"""Who gets into the desk, and what those are told who do not."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import get_resolver, reverse
from wagtail.admin import auth

from civic.account.second_factor import is_owed
from civic.desk.areas import may_be_there

OPEN = ("wagtailadmin_login", "wagtailadmin_logout")
"""What is not behind the door: they lead to our own pages."""


class DeskDoor:
    """At the desk's door: first who one is, then the second factor, then the right to enter. Outside nobody is looked up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        inside = request.path.startswith(reverse("wagtailadmin_home"))
        if inside and request.path not in {reverse(name) for name in OPEN}:
            if not request.user.is_authenticated:
                return auth.reject_request(request)
            if is_owed(request, request.user):
                return redirect("second-factor-needed")
            if not (request.user.has_perm("wagtailadmin.access_admin") and may_be_there(request)):
                raise PermissionDenied
        return self.get_response(request)


def refuse_with_our_page() -> None:
    """
    Let the desk answer what it refuses with 403 and our page.

    Wagtail sends people to the desk's first page instead, with a message and the status of a success; it has no setting for that, and
    all its refusals go through this one function.
    """
    auth.permission_denied = refuse


def refuse(request):
    """403, by our own page."""
    return get_resolver().resolve_error_handler(403)(request, exception=PermissionDenied())
