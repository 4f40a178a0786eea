"""Who sees what of a group: whoever has the code sees its questions and their own answers; whoever opened it sees all."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.utils import timezone

from cases.private import private
from lessons.courses.access import for_people
from lessons.models import Course, CourseGroup

COOKIE = "casebook-group"
"""What a member's browser keeps, for the pages of this group alone."""


def for_members(view: Callable) -> Callable:
    """A page for whoever has the code of a group."""

    @private
    @wraps(view)
    def answer(request, code):
        group = CourseGroup.objects.with_code(code)
        if group is None:
            raise Http404(f"There is no group “{code}”, or no longer.")
        return view(request, group)

    return answer


def for_owner(view: Callable) -> Callable:
    """A page for whoever opened the group; for others it is not there."""

    @wraps(view)
    @for_people
    def answer(request, code):
        courses = Prefetch("course", Course.objects.for_page())
        found = CourseGroup.objects.current().select_related(None).prefetch_related(courses)
        group = found.filter(code=code, owner=request.user).first()
        if group is None:
            raise Http404(f"There is no group “{code}” of yours, or no longer.")
        return view(request, group)

    return answer


def keep_token(response: HttpResponse, group: CourseGroup, token: str) -> HttpResponse:
    """Let the browser keep the token as long as the group is there, for the group's page alone."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=max(int((group.ends_at - timezone.now()).total_seconds()), 1),
        path=group.get_absolute_url(),
        secure=settings.CSRF_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
