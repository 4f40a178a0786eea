"""
The journal of a course: everything that is done to it is a step, which its doer can undo and redo, also on another day.

A step keeps what it changed, not what the whole course was: undoing it leaves alone what others have done since. Where others have
changed the same thing, it is refused with a sentence, and nothing is lost.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Story
from lessons.courses.building.state import (
    State,
    columns_of,
    difference,
    moved,
    name_of,
    placed,
    renumber,
    reordered,
    row_named,
    state_of,
)
from lessons.courses.noticing import look_at
from lessons.models import Course, Element, Item, Lesson, Session, Step

KEPT = 60
"""Steps that a course keeps."""

ONE_GO = timedelta(seconds=60)
"""Typing on in the same field within this time is one step."""


class Refused(Exception):
    """Something cannot be done; the text says why, to the person who asked for it."""


@contextmanager
def step(*, course: Course, user, said: str) -> Iterator[Course]:
    """Within it nobody else changes the course; what has become different at the end is one step."""
    with transaction.atomic():
        locked = Course.objects.select_for_update().get(pk=course.pk)
        before = state_of(locked)
        yield locked
        after = state_of(locked)
        if before != after:
            _keep(locked, user, said, before, after)


def _keep(course: Course, user, said: str, before: State, after: State) -> None:
    now, rows, order = timezone.now(), difference(before, after), reordered(before, after)
    Course.objects.filter(pk=course.pk).update(changed_at=now)
    course.steps.redoable(user).delete()
    last = course.steps.first()
    if last and last.user_id == user.pk and _goes_on(last, rows, order, now):
        last.rows[0]["after"] = rows[0]["after"]
        last.said, last.at = said[:300], now
        last.save(update_fields=["rows", "said", "at"])
        return
    number = last.number + 1 if last else 1
    course.steps.create(number=number, user=user, said=said[:300], rows=rows, order=order, at=now)
    course.steps.filter(number__lte=number - KEPT).delete()


def _goes_on(last: Step, rows: list[dict], order: dict, now) -> bool:
    """Whether the step is more of the last one: the same columns of the same row, shortly after."""
    if order or last.order or last.undone or now - last.at > ONE_GO:
        return False
    alike = [
        [(row["row"], sorted(row["before"] or ()), sorted(row["after"] or ())) for row in side]
        for side in (rows, last.rows)
    ]
    return len(rows) == 1 and alike[0] == alike[1]


def undo(*, course: Course, user) -> Step:
    """Take back the last thing that the user did and that still stands."""
    return _turn(course, user, course.steps.undoable(user).first(), undone=True)


def redo(*, course: Course, user) -> Step:
    """Do again what the user took back last."""
    return _turn(course, user, course.steps.redoable(user).first(), undone=False)


@transaction.atomic
def _turn(course: Course, user, found: Step | None, undone: bool) -> Step:
    locked = Course.objects.select_for_update().get(pk=course.pk)
    if found is None:
        raise Refused(_("You have nothing to undo here.") if undone else _("You have nothing to do again here."))
    sides = ("before", "after") if undone else ("after", "before")
    if in_the_way(state_of(locked), found, *sides):
        words = _("“%s” cannot be undone: what it changed has been changed again since, and that would be lost.")
        again = _("“%s” cannot be done again: what it would change has been changed since, and that would be lost.")
        raise Refused((words if undone else again) % found.said)
    _apply(locked, found, sides[0])
    touched = [key for model, key in (row_named(row["row"]) for row in found.rows) if model is Item]
    look_at(Item.objects.filter(pk__in=touched).of_records())
    found.undone, found.at = undone, timezone.now()
    found.save(update_fields=["undone", "at"])
    Course.objects.filter(pk=course.pk).update(changed_at=found.at)
    return found


def in_the_way(now: State, found: Step, wanted: str, expected: str) -> list[str]:
    """The rows that are no longer as the step left them."""
    names = {row["row"] for row in found.rows}
    return [row["row"] for row in found.rows if _blocked(now, row["row"], row[wanted], row[expected], names)]


def _blocked(now: State, name: str, wanted: dict | None, expected: dict | None, names: set[str]) -> bool:
    there = now.rows.get(name)
    if wanted and wanted.get("session_id") and f"session-{wanted['session_id']}" not in {*now.rows, *names}:
        return True
    if expected is None:
        return there is not None
    if there is None or any(there[column] != value for column, value in expected.items()):
        return True
    return wanted is None and bool({f"item-{key}" for key in now.order.get(name, ())} - names)


def _apply(course: Course, found: Step, wanted: str) -> None:
    """Make the rows of the step what they were on that side, and put them where they were."""
    lost = [row for row in found.rows if row[wanted] is None]
    kept = [row for row in found.rows if row[wanted] is not None]
    for row in sorted(kept, key=lambda row: row["row"], reverse=True):
        model, key = row_named(row["row"])
        columns = columns_of(model, _without_lost(row[wanted]))
        if row["before" if wanted == "after" else "after"] is None:
            model.objects.create(pk=key, **({"course": course} if model is Session else {}), **columns)
        else:
            model.objects.filter(pk=key).update(**columns)
    for row in sorted(lost, key=lambda row: row["row"]):
        model, key = row_named(row["row"])
        model.objects.filter(pk=key).delete()
    now = state_of(course).order
    for name, sides in found.order.items():
        if name in now and sides[wanted]:
            expected = sides["before" if wanted == "after" else "after"]
            which = [key for key in moved(expected, sides[wanted]) if key in now[name]]
            renumber(Session if name == "course" else Item, placed(now[name], sides[wanted], which))


def _without_lost(values: dict) -> dict:
    """The columns without references to records that have been deleted since."""
    models = {"story_id": Story, "lesson_id": Lesson, "element_id": Element}
    gone = {
        name
        for name, model in models.items()
        if values.get(name) and not model.objects.filter(pk=values[name]).exists()
    }
    return {name: None if name in gone else value for name, value in values.items()}


def who_changed(course: Course, row, user) -> str:
    """The name of whoever else touched the row last."""
    for found in course.steps.exclude(user=user).select_related("user")[:KEPT]:
        if any(touched["row"] == name_of(row) for touched in found.rows):
            return called(found.user)
    return ""


def called(user) -> str:
    """What others call somebody; never by a whole e-mail address."""
    return (user.get_full_name() or user.get_username().partition("@")[0]) if user else _("Somebody")
