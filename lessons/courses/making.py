"""Where courses come from: made anew, copied, adapted with credit, or as a new version of what is public."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lessons.choices import Right
from lessons.courses.addresses import new_slug
from lessons.courses.building.actions import duplicate_session, unwrapped
from lessons.courses.building.journal import Refused, called
from lessons.models import Course, Trainer

MOST_COURSES = 300
"""Courses that one person owns."""

COPIED = ("summary", "audience", "experience", "minutes", "language", "licence", "aims")


@transaction.atomic
def make_course(*, user, title: str, **fields) -> Course:
    """A new private course of the user, with a first session."""
    _room_for_one_more(user)
    course = _owned(user, title, by=called(user), **fields)
    course.sessions.create(title=_("Session %d") % 1, sort_order=0)
    return course


@transaction.atomic
def copy_course(*, course: Course, user) -> Course:
    """A private course of the user like this one, with credit where it is somebody else's."""
    _room_for_one_more(user)
    theirs = not course.trainers.filter(user=user, right=Right.OWNER).exists()
    credit = {"adapted_from": course, "credit": credit_for(course)} if theirs else _inherited(course)
    twin = _owned(
        user,
        course.title if theirs else (_("%s (copy)") % course.title)[:100],
        by=called(user) if theirs else course.by,
        **copied(course),
        **credit,
    )
    copy_sessions(course, twin)
    return twin


def copied(course: Course) -> dict:
    """What a course is, for another one like it."""
    fields = {name: getattr(course, name) for name in COPIED}
    return {**fields, "aims": unwrapped(course.aims)}


def _inherited(course: Course) -> dict:
    return {"adapted_from": course.adapted_from, "credit": course.credit}


@transaction.atomic
def revise_course(*, course: Course, user) -> Course:
    """A private copy of a public course that is to take its place once the editors agree; the user's own, where there is one."""
    if there := course.revisions_asked.filter(trainers__user=user).first():
        return there
    twin = _owned(user, course.title, revises=course, by=course.by, **copied(course), **_inherited(course))
    for trainer in course.trainers.arrived().exclude(user=user):
        right = Right.EDIT if trainer.right == Right.OWNER else trainer.right
        Trainer.objects.create(course=twin, user=trainer.user, right=right)
    copy_sessions(course, twin)
    return twin


def copy_sessions(course: Course, twin: Course) -> None:
    """All that stands in the one, in the other, too."""
    for session in course.sessions.order_by("sort_order", "pk"):
        duplicate_session(session, twin)


def credit_for(course: Course) -> str:
    """What an adapted course says about the one that it was made from."""
    day = date_format(timezone.localdate(), "j F Y")
    words = _("“%(title)s” by %(by)s (%(licence)s), as of %(day)s")
    return words % {
        "title": course.title,
        "by": course.by,
        "licence": course.get_licence_display(),
        "day": day,
    }


def _owned(user, title: str, **fields) -> Course:
    course = Course.objects.create(slug=new_slug(title), title=title, live=False, **fields)
    course.trainers.create(user=user, right=Right.OWNER)
    return course


def _room_for_one_more(user) -> None:
    mine = Course.objects.filter(trainers__user=user, trainers__right=Right.OWNER)
    if mine.count() >= MOST_COURSES:
        raise Refused(_("You have %d courses, and that is the most. Delete one first.") % MOST_COURSES)
    lately = timezone.now() - timedelta(hours=1)
    if mine.filter(created_at__gt=lately).count() >= MOST_COURSES // 10:
        raise Refused(_("You have made many courses within an hour. Come back in a while."))
