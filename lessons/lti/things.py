"""
What a link in a learning platform leads to, by a name that says what it is and not where it stands:

    story/<slug>   lesson/<slug>   course/<slug>   course/<slug>/session/<number>-<title>   course/<slug>/item/<kind>/<names>

A course that is shared by link is named with its key (course/<slug>.<key>) while somebody chooses it, and in files that any platform may
take in. A link that was chosen holds no key, but a right.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.text import slugify

from cases.models import Story
from lessons.choices import ItemKind
from lessons.courses.addresses import CourseConverter, opens, split
from lessons.models import Course, Item, Lesson, Session

SLUG = r"[-a-zA-Z0-9_]{1,80}"
THING, RIGHT = "casebook_thing", "casebook_right"
"""The custom parameters of a link: what it leads to, and what lets it."""

NAME = re.compile(
    rf"(?:(?P<noun>story|lesson)/(?P<slug>{SLUG}))"
    rf"|(?:course/(?P<handle>{CourseConverter.regex})(?:/session/(?P<session>\d{{1,3}}-{SLUG})|/item/(?P<item>(?:{SLUG}/){{1,3}}{SLUG}))?)"
)
PAGE = re.compile(rf"/(?P<noun>stories|lessons|courses)/(?P<handle>{CourseConverter.regex})(?:/|$)")
NOUNS = {"stories": "story", "lessons": "lesson", "courses": "course"}
RECORDS = {
    "story": lambda: Story.objects.published(),
    "lesson": lambda: Lesson.objects.published(),
    "course": lambda: Course.objects.for_page(),
}
"""What each word names, as it is fetched. A course may be anybody's: who may open it is asked afterwards."""
ITEMS = (ItemKind.STORY, ItemKind.LESSON, ItemKind.EVIDENCE)
"""What of a session can be linked by itself."""


@dataclass(frozen=True)
class Thing:
    """Something that can be linked: a record of the library, or a course with, it may be, a session or an item of it."""

    record: Story | Lesson | Course
    session: Session | None = None
    number: int = 0
    """Of the session in its course."""
    item: Item | None = None

    @property
    def kind(self) -> str:
        """What it is, in one of five words."""
        if self.session or self.item:
            return "session" if self.session else "item"
        return self.record._meta.model_name

    @property
    def name(self) -> str:
        """Its name, without a key."""
        base = f"{self.record._meta.model_name}/{self.record.slug}"
        if self.session:
            return f"{base}/session/{session_name(self.number, self.session)}"
        return f"{base}/item/{item_name(self.item)}" if self.item else base

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.session or self.item or self.record)

    @property
    def summary(self) -> str:
        """What it is about, in a sentence or two."""
        if self.item:
            return self.item.pinned.get("summary", "")
        return self.session.aim if self.session else getattr(self.record, "summary", "")

    @property
    def page(self) -> str:
        """The public page that it stands on."""
        return reverse(self.record.page_name, args=[self.record.slug])


def session_name(number: int, session: Session) -> str:
    """Which session: its number for people, its title to find it again where sessions have been moved."""
    return f"{number}-{slugify(session.title)[:60] or 'session'}"


def session_to_launch(course: Course, session: Session, number: int) -> str:
    """The name of a session in a file that any platform may take in: with the key of the course, where it is shared by link."""
    name = f"{course.slug}.{course.link_key}" if course.link_key and not course.live else course.slug
    return f"course/{name}/session/{session_name(number, session)}"


def item_name(item: Item) -> str:
    """Which item, by what it points at."""
    pinned = item.pinned
    if item.kind == ItemKind.EVIDENCE:
        return "/".join((item.kind, item.story.slug, item.lesson.slug, item.stance))
    return f"{item.kind}/{pinned['slug']}"


def thing_named(name: str) -> Thing | None:
    """The thing of that name, whoever may see it, or None."""
    return next(iter(things_named([name])), None)


def things_named(names: Iterable[str]) -> list[Thing]:
    """The things of those names that are there, in their order; a course with its key has it as `handle`."""
    parsed = [parts for parts in map(NAME.fullmatch, names) if parts]
    wanted = {"story": set(), "lesson": set(), "course": set()}
    for parts in parsed:
        wanted[parts["noun"] or "course"].add(parts["slug"] or split(parts["handle"])[0])
    known = {
        (noun, record.slug): record
        for noun, slugs in wanted.items()
        if slugs
        for record in RECORDS[noun]().filter(slug__in=slugs)
    }
    return [thing for parts in parsed if (thing := _thing(parts, known))]


def _thing(parts: re.Match, known: dict) -> Thing | None:
    if parts["noun"]:
        record = known.get((parts["noun"], parts["slug"]))
        return Thing(record) if record else None
    slug, key = split(parts["handle"])
    course = known.get(("course", slug))
    if course is None:
        return None
    if key:
        course.handle = parts["handle"]
    if parts["session"]:
        return _session(course, parts["session"])
    return _item(course, parts["item"]) if parts["item"] else Thing(course)


def _session(course: Course, name: str) -> Thing | None:
    """By its title where one session has it, else by its number."""
    number, _dash, title = name.partition("-")
    sessions = list(enumerate(course.sessions.all(), start=1))
    same = [pair for pair in sessions if session_name(*pair).partition("-")[2] == title]
    found = same if len(same) == 1 else [pair for pair in sessions if pair[0] == int(number)]
    return Thing(course, found[0][1], found[0][0]) if found else None


def _item(course: Course, name: str) -> Thing | None:
    known = (item for item in course.items if linkable(item) and item_name(item) == name)
    item = next(known, None)
    return Thing(course, item=item) if item else None


def linkable(item: Item) -> bool:
    """Whether the item can be linked by itself: it is of the library, and still has what names it."""
    if item.kind == ItemKind.EVIDENCE:
        return bool(item.story_id and item.lesson_id)
    return item.kind in ITEMS and "slug" in item.pinned


def thing_at(address: str) -> str:
    """The name of what stands at a public address of the library, or ''."""
    try:
        found = PAGE.match(unquote(urlsplit(address).path))
    except ValueError:
        return ""
    name = f"{NOUNS[found['noun']]}/{found['handle']}" if found else ""
    return name if NAME.fullmatch(name) else ""


def right_to(course: Course, registration) -> str:
    """What lets a platform open a course that is shared by link: it ends with the link, and is of no use to another platform."""
    if not course.link_key:
        return ""
    said = f"{course.pk}:{registration.pk}:{course.link_key}"
    return salted_hmac("lessons.lti.right", said, algorithm="sha256").hexdigest()


def may_open(thing: Thing, right: str, registration) -> bool:
    """Whether a launch may open the thing: it is public, or the launch has the right, or has named it with its key."""
    course = thing.record
    if not isinstance(course, Course) or course.live:
        return True
    held = right_to(course, registration)
    return opens(course, split(course.handle)[1]) or bool(held and right and constant_time_compare(held, right))
