"""What a launched page shows: the thing, and the way through it."""

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Story
from cases.pages import page_of, stories_for_page
from cases.retired import found_or_gone
from lessons.choices import Reached
from lessons.courses.pages import timed
from lessons.courses.teaching.page import chosen_on, turned
from lessons.courses.teaching.screens import Screen, screens_of, screens_of_item
from lessons.lti.refusals import Reason, Refusal
from lessons.lti.scoring import has_completed, reach
from lessons.lti.things import Thing, may_open, thing_named
from lessons.models import Course, PlatformLaunch


def thing_of(launch: PlatformLaunch) -> Thing:
    """What the launch opens; Refusal where it is no longer there, or no longer shared."""
    thing = thing_named(launch.thing)
    if thing is None or not may_open(thing, launch.right, launch.deployment.registration):
        raise Refusal(Reason.NOT_THERE, launch.thing)
    return thing


def page_of_launch(launch: PlatformLaunch) -> tuple[str, dict]:
    """The first page of a launch: the record’s own page, the course with its sessions, or the first screen of a session or an item."""
    thing = thing_of(launch)
    if thing.session or thing.item:
        return "lessons/lti/screen.html", screen_context(launch, thing, thing.number, 1, QueryDict())
    if isinstance(thing.record, Course):
        return "lessons/lti/course.html", course_context(launch, thing)
    story = isinstance(thing.record, Story)
    record = found_or_gone(stories_for_page(), thing.record.slug) if story else thing.record
    template, context = page_of(record)
    return template, {**context, **frame(launch)}


def frame(launch: PlatformLaunch) -> dict:
    """What every launched page has around it."""
    done = has_completed(launch)
    return {
        "launch": launch,
        "done": done,
        "done_url": "" if done or not launch.lineitem else address(launch, "lti-done"),
    }


def address(launch: PlatformLaunch, name: str, *more) -> str:
    """An address of a launch's."""
    return reverse(name, args=[launch.token, *more])


def course_context(launch: PlatformLaunch, thing: Thing) -> dict:
    """A course as participants see it: its sessions, and the way into each."""
    sessions = [
        (session, items, address(launch, "lti-screen", number, 1))
        for number, (session, items) in enumerate(timed(thing.record), start=1)
    ]
    return {"title": thing.title, "course": thing.record, "sessions": sessions, **frame(launch)}


def screen_context(launch: PlatformLaunch, thing: Thing, session: int, number: int, data: QueryDict) -> dict:
    """A screen of a session or an item; `data` is what somebody chose on it. The end of what was launched completes it."""
    screens = _screens(thing, session)
    context = turned(screens, number, lambda screen: address(launch, "lti-screen", session, screen))
    whole = thing.kind != "course" or thing.record.sessions.count() == 1
    if number == len(screens) and whole:
        reach(launch=launch, reached=Reached.COMPLETED)
    shown = {"course": thing.record, "session": thing.session, "overview": ""}
    if thing.kind == "course":
        shown = {
            **shown,
            "session": thing.record.sessions.all()[session - 1],
            "overview": address(launch, "lti-opened"),
        }
    return {**context, **shown, **frame(launch), "asked": chosen_on(context["screen"], data)}


def _screens(thing: Thing, session: int) -> list[Screen]:
    """The screens of a session of the course that was launched, of the session, or of the item."""
    course = thing.record
    if not isinstance(course, Course):
        raise Refusal(Reason.NOT_THERE, f"no screens of {thing.name}")
    if thing.item:
        return [*screens_of_item(thing.item), Screen("closing", _("The end of “%s”") % thing.title)]
    sessions = list(course.sessions.all())
    if thing.kind == "session":
        session = sessions.index(thing.session) + 1
    if not 1 <= session <= len(sessions):
        raise Refusal(Reason.NOT_THERE, f"no session {session}")
    return screens_of(course, sessions[session - 1])
