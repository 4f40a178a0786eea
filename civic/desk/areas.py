"""
Parts of the desk that Wagtail leaves open to everybody at it, and that are open here only to who works there.

The library has no tree of pages, no documents and no collections of files: Wagtail's addresses for them lead nowhere.
"""

from collections.abc import Callable

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.images import permissions as images
from wagtail.permissions import task_permission_policy, workflow_permission_policy

NOT_HERE = (
    *("pages", "choose-page", "choose-external-link", "choose-email-link", "choose-phone-link", "choose-anchor-link"),
    *("documents", "collections", "reports/locked", "reports/aging-pages", "reports/page-types-usage", "block-preview"),
    *("api/main", "snippets", "password_reset", "test404", "failwhale"),
)
"""Beginnings of addresses at the desk that lead nowhere."""


def works_with_images(user) -> bool:
    """Whether the person may add, change or use pictures."""
    return images.permission_policy.user_has_any_permission(user, {"add", "change", "choose"})


def works_with_workflows(user) -> bool:
    """Whether the person may change workflows or their steps."""
    rights = {"add", "change", "delete"}
    return workflow_permission_policy.user_has_any_permission(
        user, rights
    ) or task_permission_policy.user_has_any_permission(user, rights)


AREAS: dict[str, Callable] = {
    "images/": works_with_images,
    "workflows/": works_with_workflows,
}
"""Beginnings of addresses at the desk, with the question whether somebody works there."""


def may_be_there(request) -> bool:
    """Whether the person works in the part of the desk that the address is in."""
    place = request.path.removeprefix(reverse("wagtailadmin_home"))
    return all(works_there(request.user) for start, works_there in AREAS.items() if place.startswith(start))


def not_here(request, *args):
    """Nothing is there, and nothing is meant to be."""
    raise Http404(_("This library has nothing of that kind."))
