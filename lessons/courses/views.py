"""The pages of courses that visitors read."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from lessons.courses.access import for_visitors
from lessons.courses.pages import course_context, list_context


@require_safe
@never_cache
@vary_on_cookie
def course_list(request):
    """The public courses, and the trainer's own."""
    return render(request, "lessons/course_list.html", list_context(request))


@require_safe
@for_visitors
def course_page(request, access):
    """A course."""
    return render(request, "lessons/course_page.html", course_context(access))
