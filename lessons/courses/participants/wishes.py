"""What whoever opened a group asks for."""

from django.http import QueryDict
from django.urls import reverse

from lessons.courses.participants.forms import Wish, WishForm
from lessons.courses.participants.groups import ask_anew
from lessons.models import CourseGroup


def fulfil(group: CourseGroup, data: QueryDict) -> str:
    """Do it, where it can be done; answers where to go on."""
    form = WishForm(data)
    if not form.is_valid():
        return _results(group)
    return WISHES[Wish(form.cleaned_data["do"])](group)


def _results(group: CourseGroup) -> str:
    return reverse("group-results", args=[group.code])


def _closed(closed: bool):
    def done(group: CourseGroup) -> str:
        group.closed = closed
        group.save(update_fields=["closed"])
        return _results(group)

    return done


def _anew(group: CourseGroup) -> str:
    ask_anew(group=group)
    return _results(group)


def _delete(group: CourseGroup) -> str:
    course = group.course
    group.delete()
    return reverse("course-groups", args=[course.slug])


WISHES = {Wish.CLOSE: _closed(True), Wish.REOPEN: _closed(False), Wish.ANEW: _anew, Wish.DELETE: _delete}
"""What becomes of each wish: it answers where to go on."""
