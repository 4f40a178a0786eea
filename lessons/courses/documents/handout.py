"""What a handout says: two pages for participants, however long the course is. The longer it is, the less is said of each thing."""

from dataclasses import dataclass, field
from math import ceil

from cases.addresses import absolute
from lessons.choices import ItemKind
from lessons.courses.lengths import hours
from lessons.models import Course, Item

LETTERS = 92
"""Of one line on paper."""

LINES = 92
"""Of two pages, with room for the head and for some blank lines."""

DETAILS = range(5)
"""From everything to the least: 1 leaves out notes, 2 also what stories are about, 3 keeps two questions a session, 4 only sessions."""


@dataclass(frozen=True)
class Told:
    """A story, or something else of the library, on the handout."""

    title: str
    setting: str = ""
    summary: str = ""
    address: str = ""


@dataclass
class HandoutSession:
    """A session on the handout."""

    title: str
    length: str
    aim: str
    told: list[Told] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tasks: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    more: int = 0
    """Questions that had no room."""


@dataclass
class Handout:
    """The handout of a course."""

    course: Course
    sessions: list[HandoutSession]
    readings: list[tuple[str, str]]
    aims: str
    length: str

    @property
    def address(self) -> str:
        """Where the course is on the web, as far as readers may open it."""
        return absolute(self.course.get_absolute_url()) if self.course.live or self.course.handle else ""

    @property
    def lines(self) -> int:
        """About how many lines of paper it takes."""
        texts = [self.course.summary, *self.aims.splitlines(), *(text for pair in self.readings for text in pair)]
        for session in self.sessions:
            texts += [session.title * 2, "", session.aim, *session.asked, *session.notes]
            texts += [
                text for told in session.told for text in (f"{told.title} {told.setting}", told.summary, told.address)
            ]
            texts += [text for task in session.tasks for text in task]
        return sum(ceil(len(text) / LETTERS) for text in texts) + 3 * len(self.sessions)


def handout_of(course: Course) -> Handout:
    """The handout with as much as two pages hold."""
    for detail in DETAILS:
        found = _handout(course, detail)
        if found.lines <= LINES:
            return found
    return found


def _handout(course: Course, detail: int) -> Handout:
    readings = [(item.title, item.address) for item in course.items if item.kind == ItemKind.READING]
    return Handout(
        course,
        [_session(session, detail) for session in course.sessions.all()],
        readings if detail < 4 else readings[:5],
        course.aims if detail < 4 else "",
        hours(course.planned_minutes),
    )


def _session(session, detail: int) -> HandoutSession:
    found = HandoutSession(session.title, hours(session.planned_minutes), session.aim if detail < 4 else "")
    for item in session.items.all() if detail < 4 else ():
        if item.of_library:
            found.told.append(_told(item, detail))
        elif item.kind == ItemKind.QUESTION:
            found.asked.append(item.text)
        elif item.kind == ItemKind.ACTIVITY:
            found.tasks.append((item.title, item.text if detail < 2 else ""))
        if item.for_participants and detail < 1:
            found.notes.append(item.for_participants)
    if detail >= 3:
        found.more, found.asked = max(len(found.asked) - 2, 0), found.asked[:2]
    return found


def _told(item: Item, detail: int) -> Told:
    pin = item.pinned
    setting = ", ".join(text for text in (pin.get("where"), pin.get("years")) if text)
    about = {
        ItemKind.STORY: pin.get("summary", ""),
        ItemKind.EVIDENCE: pin.get("what", ""),
    }.get(item.kind, "")
    address = ""
    if item.record:
        address = absolute(item.record.get_absolute_url())
    return Told(
        pin.get("title") or item.name,
        setting if detail < 3 else "",
        about if detail < 2 else "",
        address if detail < 3 else "",
    )
