"""A course as a Common Cartridge 1.3."""

from collections.abc import Iterator
from itertools import groupby

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.addresses import absolute
from lessons.choices import TEST_KINDS, ItemKind
from lessons.courses.cartridge import qti12
from lessons.courses.cartridge.manifest import manifest
from lessons.courses.cartridge.pages import (
    FOLDER,
    STYLE,
    course_page,
    item_page,
    page,
    session_page,
    title_of,
    topic_html,
)
from lessons.courses.cartridge.parts import Entry, Resource, files_of, zipped
from lessons.courses.cartridge.xml import Maker, written
from lessons.lti.linking import HISTORY
from lessons.lti.things import THING, session_to_launch
from lessons.models import Course, Item, Session

LINK = Maker(
    "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3",
    "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imswl_v1p3.xsd",
)
TOPIC = Maker(
    "http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3",
    "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_imsdt_v1p3.xsd",
)
TOOL = Maker(
    "http://www.imsglobal.org/xsd/imslticc_v1p3",
    "http://www.imsglobal.org/xsd/lti/ltiv1p3/imslticc_v1p3.xsd",
    blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0",
    lticm="http://www.imsglobal.org/xsd/imslticm_v1p0",
    lticp="http://www.imsglobal.org/xsd/imslticp_v1p0",
)
TOOL_LINK = "imsbasiclti_xmlv1p3"
"""The type of a link to a tool."""


def goes_live(course: Course) -> bool:
    """Whether a platform could open the live pages of the course: it is public, or shared by link."""
    return course.live or bool(course.link_key)


def cartridge(course: Course, live: bool = False, models: bool = True) -> bytes:
    """
    The package, with or without the model answers of open questions. With `live`, and where others may see the course, each session has a
    link to its live pages, too.
    """
    live = live and goes_live(course)
    about = course_page(course)
    entries = [Entry("e-about", _("About this course"), about)]
    for place, session in enumerate(course.sessions.all(), 1):
        entries.append(_session(course, session, place, live, models))
    style = (settings.BASE_DIR / "static/offline/casebook.css").read_bytes()
    resources = [
        Resource(STYLE, "webcontent", {f"{FOLDER}/casebook.css": style}),
        *(entry.resource for entry in _lines(entries) if entry.resource),
    ]
    return zipped({"imsmanifest.xml": manifest(course, entries, resources), **files_of(resources)})


def _lines(entries: list[Entry]) -> Iterator[Entry]:
    """Every line of the tree, in order."""
    for entry in entries:
        yield entry
        yield from _lines(entry.entries)


def _session(course: Course, session: Session, number: int, live: bool, models: bool) -> Entry:
    """A session: its beginning, and what stands in it. Questions with answers that follow one another are one assessment."""
    name = f"s{number}"
    below = [Entry(f"e-{name}", _("About this session"), session_page(course, session, name))]
    place = 0
    for tested, group in groupby(session.items.all(), key=lambda item: item.kind in TEST_KINDS):
        items = list(group)
        if tested:
            place += 1
            below.append(_assessment(items, f"{name}-{place}", models))
            continue
        for item in items:
            place += 1
            below += MAKERS.get(item.kind, _page)(course, item, f"{name}-{place}")
    if live:
        below.append(_tool(course, session, number))
    return Entry(f"e-{name}-all", session.title, entries=below)


def _line(name: str, title: str, resource: Resource) -> Entry:
    return Entry(f"e-{name}", title, resource)


def _page(course: Course, item: Item, name: str) -> list[Entry]:
    return [_line(name, title_of(item), item_page(course, item, name))]


def _reading(course: Course, item: Item, name: str) -> list[Entry]:
    """A web link; what is said about the reading stands on a page before it."""
    root = LINK.root("webLink")
    LINK.add(root, "title", item.title)
    LINK.add(root, "url", href=item.address, target="_blank")
    link = Resource(f"{name}-link", "imswl_xmlv1p3", {f"links/{name}.xml": written(root)}, opened=False)
    told = []
    if item.text or item.for_participants:
        about = page(course, name, item.title, kind=ItemKind.READING, item=item)
        told = [_line(name, _("About: %s") % item.title, about)]
    return [*told, _line(link.identifier, title_of(item), link)]


def _topic(course: Course, item: Item, name: str) -> list[Entry]:
    """A discussion."""
    root = TOPIC.root("topic")
    TOPIC.add(root, "title", title_of(item))
    TOPIC.add(root, "text", topic_html(item).strip(), texttype="text/html")
    topic = Resource(name, "imsdt_xmlv1p3", {f"topics/{name}.xml": written(root)}, opened=False)
    return [_line(name, title_of(item), topic)]


def _assessment(items: list[Item], name: str, models: bool) -> Entry:
    """Questions with answers."""
    title = _("Questions: %s") % items[0].session.title
    content = qti12.assessment(name, title, items, models)
    return _line(name, title, Resource(name, qti12.TYPE, {f"assessments/{name}.xml": content}, opened=False))


def _tool(course: Course, session: Session, number: int) -> Entry:
    """A link to the live pages of the session, through LTI; the tool is told what it opens by the name that all its links have."""
    root = TOOL.root("cartridge_basiclti_link")
    title, launch = _("Live: %s") % session.title, absolute(reverse("lti-launch"))
    TOOL.add(root, "blti:title", title)
    TOOL.add(root, "blti:description", session.aim)
    custom = TOOL.add(root, "blti:custom")
    for parameter, value in {THING: session_to_launch(course, session, number), **HISTORY}.items():
        TOOL.add(custom, "lticm:property", value, name=parameter)
    TOOL.add(root, "blti:launch_url", launch)
    TOOL.add(root, "blti:secure_launch_url", launch)
    vendor = TOOL.add(root, "blti:vendor")
    TOOL.add(vendor, "lticp:code", "civic-casebook")
    TOOL.add(vendor, "lticp:name", settings.WAGTAIL_SITE_NAME)
    name = f"s{number}-live"
    return _line(name, title, Resource(name, TOOL_LINK, {f"tools/{name}.xml": written(root)}, opened=False))


MAKERS = {
    ItemKind.QUESTION: _topic,
    ItemKind.READING: _reading,
}
"""What becomes of each kind of item that is no test; of any other, a page."""
