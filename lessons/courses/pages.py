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
    own = Course.objects.taught_by(request.user) if request.user.is_authenticated else []
    return {
        "title": _("Courses"),
        "filter": chosen,
        **listing(request, chosen.courses()),
        "own": own,
        "may_build": may_build(request.user),
    }


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
