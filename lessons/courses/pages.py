"""What the pages of courses show."""

from itertools import accumulate

from django.utils.translation import gettext as _

from cases.models import PolicyArea
from cases.paging import listing
from lessons.courses.access import Access, may_build
from lessons.courses.filters import CourseFilter
from lessons.models import Course, Element

MOST_NAMED = 12
"""Elements that a course's page names."""


def list_context(request) -> dict:
    """The public courses that match, and the visitor's own."""
    chosen = CourseFilter(request.GET)
    own = my_courses(request.user) or {"own": [], "may_build": False}
    return {"title": _("Courses"), "filter": chosen, **listing(request, chosen.courses()), **own}


def my_courses(user) -> dict | None:
    """The courses that somebody teaches, for a page of their own; None for who has none and may build none."""
    own = list(Course.objects.taught_by(user)) if user.is_authenticated else []
    able = may_build(user)
    return {"own": own, "may_build": able} if own or able else None


def timed(course: Course) -> list[tuple]:
    """Each session with its items, each item with the minute at which it begins."""
    found = []
    for session in course.sessions.all():
        items = list(session.items.all())
        begins = accumulate((item.minutes for item in items), initial=0)
        found.append((session, list(zip(items, begins, strict=False))))
    return found


def course_context(access: Access) -> dict:
    """A course with what it covers, and what the visitor may do with it."""
    course = access.course
    elements = list(Element.objects.published().covered_by([course])[: MOST_NAMED + 1])
    return {
        "title": course.title,
        "course": course,
        "access": access,
        "sessions": timed(course),
        "elements": elements[:MOST_NAMED],
        "more_elements": len(elements) > MOST_NAMED,
        "areas": PolicyArea.objects.published().filter(stories__taught_in__session__course=course).distinct(),
        "may_build": may_build(access.user),
        "changed": [item for item in course.items if item.changed_at] if access.changes else [],
    }
