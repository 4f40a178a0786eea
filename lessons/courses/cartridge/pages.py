"""The pages of a cartridge: plain HTML that is read without the server, from what the course has pinned."""

from base64 import b64encode

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from cases.addresses import absolute
from lessons.choices import ItemKind, Stance
from lessons.courses.cartridge.charts import chart_svg
from lessons.courses.cartridge.parts import Resource
from lessons.courses.differences import figure_said
from lessons.courses.documents.pack import story_told
from lessons.courses.lengths import hours
from lessons.models import Course, Item, Session

FOLDER = "web_resources"
STYLE = "style"
"""The identifier of the resource with the style sheet, which every page needs."""


def page(course: Course, identifier: str, title: str, **context) -> Resource:
    """A page."""
    text = render_to_string("lessons/courses/_offline.html", {"course": course, "title": title, **context})
    return Resource(identifier, "webcontent", {f"{FOLDER}/{identifier}.html": text.encode()}, needs=(STYLE,))


def course_page(course: Course) -> Resource:
    """What the course is, how long it takes, whose it is, and what may be done with it."""
    address = absolute(course.get_absolute_url()) if course.live else ""
    sessions = [(session, hours(session.planned_minutes)) for session in course.sessions.all()]
    length = hours(course.planned_minutes)
    return page(course, "about", course.title, kind="course", address=address, sessions=sessions, length=length)


def session_page(course: Course, session: Session, identifier: str) -> Resource:
    """What a session is for, and what stands in it."""
    return page(
        course, identifier, session.title, kind="session", session=session, length=hours(session.planned_minutes)
    )


def item_page(course: Course, item: Item, identifier: str) -> Resource:
    """What participants meet: a story with its figures and evidence, a lesson, a piece of evidence, an element, an activity."""
    title = item.pinned.get("title") or item.name
    context = {
        "kind": item.kind,
        "item": item,
        "pin": item.pinned,
        "length": hours(item.minutes) if item.minutes else "",
    }
    if item.kind == ItemKind.STORY:
        told = story_told(item)
        context |= {"told": told, "figures": list(_figures(item, told))}
    if item.kind == ItemKind.LESSON:
        sides = {"supporting": True, "contrary": False}
        rows = item.pinned.get("evidence", ())
        context |= {
            name: [row for row in rows if (row["stance"] == Stance.SUPPORTS) is side] for name, side in sides.items()
        }
    return page(course, identifier, title, **context)


def _figures(item: Item, told: dict):
    """
    Each figure in words, and its chart, where it has one, inside the page: platforms that take pages out of a package lose the files
    beside them.
    """
    for row, (measure, chart) in zip(item.pinned["measures"], told["measures"], strict=True):
        said = figure_said(row)
        drawn = f"data:image/svg+xml;base64,{b64encode(chart_svg(measure, chart, said)).decode()}" if chart else ""
        yield {"measure": measure, "said": said, "chart": drawn}


def topic_html(item: Item) -> str:
    """What is discussed, as HTML."""
    return render_to_string("lessons/courses/_offline_words.html", {"texts": [item.text, item.for_participants]})


def title_of(item: Item) -> str:
    """What an item is called in a list of a platform: short, and on one line."""
    named = item.pinned.get("title") or item.name
    if item.kind == ItemKind.EVIDENCE:
        named = _("%(stance)s: %(lesson)s") % {
            "stance": Stance(item.pinned["stance"]).label,
            "lesson": item.pinned["sentence"],
        }
    return named if len(named) <= 120 else f"{named[:119].rstrip()}…"
