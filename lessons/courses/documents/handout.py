"""What a handout says: two pages for participants, however long the course is. The longer it is, the less is said of each thing."""

from dataclasses import dataclass, field
from enum import IntEnum
from math import ceil

from cases.addresses import absolute
from lessons.choices import ItemKind, Stance
from lessons.courses.lengths import hours
from lessons.models import Course, Item
from lessons.options import options_of

LETTERS = 47
"""Of one line of a column: a page has two."""

LINES = 250
"""Of the four columns of two pages, with room for the head and for blank lines."""


class Detail(IntEnum):
    """How much is said; each leaves out what the one before still had."""

    ALL = 0
    NO_NOTES = 1
    NO_TASKS = 2
    NO_SUMMARIES = 3
    NO_ADDRESSES = 4
    TITLES = 5
    SESSIONS = 6


@dataclass(frozen=True)
class Entry:
    """Something of a session on the handout."""

    kind: str
    title: str
    setting: str = ""
    text: str = ""
    note: str = ""
    address: str = ""

    @property
    def lines(self) -> float:
        """About how many lines of a column it takes."""
        texts = (f"{self.title} {self.setting}", self.text, self.note, self.address)
        return 0.5 + sum(_lines(text) for text in texts)


@dataclass
class HandoutSession:
    """A session on the handout."""

    title: str
    length: str
    aim: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def lines(self) -> float:
        """About how many lines of a column it takes."""
        return 2.5 + _lines(self.aim) + sum(entry.lines for entry in self.entries)


@dataclass
class Handout:
    """The handout of a course."""

    course: Course
    sessions: list[HandoutSession]
    aims: str
    length: str

    @property
    def address(self) -> str:
        """Where the course is on the web, as far as readers may open it."""
        return absolute(self.course.get_absolute_url()) if self.course.live or self.course.handle else ""

    @property
    def lines(self) -> float:
        """About how many lines of a column it takes; what stands over both columns takes twice as many."""
        head = _lines(self.course.summary) + sum(_lines(line) for line in self.aims.splitlines())
        return head + sum(session.lines for session in self.sessions)


def _lines(text: str) -> int:
    return sum(ceil(len(part) / LETTERS) for part in text.splitlines())


def handout_of(course: Course) -> Handout:
    """The handout with as much as two pages hold."""
    for detail in Detail:
        found = _handout(course, detail)
        if found.lines <= LINES:
            return found
    return found


def _handout(course: Course, detail: Detail) -> Handout:
    told = set()
    sessions = []
    for session in course.sessions.all():
        items = session.items.all() if detail < Detail.SESSIONS else ()
        entries = [_entry(item, detail, told) for item in items]
        aim = session.aim if detail < Detail.SESSIONS else ""
        sessions.append(HandoutSession(session.title, hours(session.planned_minutes), aim, entries))
    return Handout(course, sessions, course.aims if detail < Detail.SESSIONS else "", hours(course.planned_minutes))


def _entry(item: Item, detail: Detail, told: set) -> Entry:
    """The item; what a story is about, and its address, are told where it stands first."""
    pin, text = item.pinned, _text(item, detail)
    address = item.address or (absolute(item.record.get_absolute_url()) if item.record else "")
    again = bool(address) and address in told
    told.add(address)
    setting = ", ".join(part for part in (pin.get("where"), pin.get("years")) if part)
    title = pin.get("title") or item.name
    if item.kind == ItemKind.EVIDENCE:
        title, setting = pin["sentence"], f"{Stance(pin['stance']).label}: {pin['title']}"
    return Entry(
        item.kind,
        title,
        setting if detail < Detail.TITLES and not (again and item.kind == ItemKind.STORY) else "",
        "" if again and item.kind == ItemKind.STORY else text,
        item.for_participants if detail < Detail.NO_NOTES else "",
        address if detail < Detail.NO_ADDRESSES and not again else "",
    )


def _text(item: Item, detail: Detail) -> str:
    """What is said of the item beside its title."""
    if item.kind == ItemKind.STORY and detail < Detail.NO_SUMMARIES:
        return item.pinned.get("summary", "")
    if item.kind == ItemKind.EVIDENCE and detail < Detail.NO_SUMMARIES:
        return item.pinned.get("what", "")
    if item.kind == ItemKind.CHOICE and detail < Detail.NO_SUMMARIES:
        return "\n".join(f"- {option.text}" for option in options_of(item.options))
    return item.text if item.kind in (ItemKind.ACTIVITY, ItemKind.READING) and detail < Detail.NO_TASKS else ""
