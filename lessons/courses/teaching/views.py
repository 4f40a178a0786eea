"""The pages from which a course or a story is taught."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cases.models import Story
from cases.retired import found_or_gone
from lessons.courses.access import for_teaching, for_visitors
from lessons.courses.teaching.page import course_screen, story_screen


@require_safe
@for_visitors
def course_teach_session(request, access, session):
    """The beginning of a session."""
    name = access.course.handle or access.course.slug
    return redirect("course-teach", name, session, 1)


@require_safe
@for_visitors
def course_teach(request, access, session, screen):
    """A screen of a session, for the projector and for participants' phones."""
    return render(request, "lessons/courses/teach.html", course_screen(access, session, screen, request.GET))


@require_safe
@for_teaching
def course_teach_notes(request, access, session, screen):
    """The facilitator's page beside a screen: notes, what comes next, timings and a clock."""
    return render(request, "lessons/courses/teach_notes.html", course_screen(access, session, screen, request.GET))


@require_safe
def story_teach(request, slug, screen=1):
    """A story by itself, in stages."""
    return render(request, "lessons/courses/teach.html", story_screen(found_or_gone(Story.objects.all(), slug), screen))
