"""
Deep linking: what a trainer ticks in the picker, and how it goes back to the platform.

The picker is one form. Looking for something keeps what is ticked, so that things from several searches are linked in one go.
"""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.desk.words import with_words
from cases.finder import Finder
from lessons.lti.forms import PickForm
from lessons.lti.things import Thing, item_name, linkable, may_open, session_name, thing_at, things_named
from lessons.models import Course, Lesson, PlatformLaunch

MOST = 12
"""Of each noun that are shown."""

MOST_CHOSEN = 30
"""Things that are linked in one go."""

MOST_LOOKED_UP = 200
"""Things that are looked up, so that who has ticked too many can untick some."""


@dataclass(frozen=True)
class Offer:
    """Something that can be ticked."""

    name: str
    title: str
    meta: str = ""
    parts: list["Offer"] = field(default_factory=list)
    """The sessions of a course, and what stands in them."""
    kind: str = ""


@dataclass
class Picker:
    """The picker in one state: what was looked for and found, what is ticked, and what was wrong."""

    launch: PlatformLaunch
    form: PickForm
    user: object
    linking: bool = False
    """Whether what is ticked is to be linked now."""
    chosen: list[Thing] = field(default_factory=list)
    trouble: str = ""

    def __post_init__(self):
        wrong, said = self.form.errors, getattr(self.form, "cleaned_data", {})
        self.trouble = " ".join(text for texts in wrong.values() for text in texts)
        self.words = " ".join(said.get("words", "").split())
        self.report = said.get("report", True)
        names = list(dict.fromkeys(said.get("chosen", [])))
        if said.get("address"):
            names += self._pasted(said["address"])
        things = things_named(names[:MOST_LOOKED_UP])
        self.chosen = [thing for thing in things if may_open(thing, "", self.launch.deployment.registration)]
        if not self.trouble:
            self.trouble = self._what_is_wrong(len(names) - len(self.chosen))

    def _pasted(self, address: str) -> list[str]:
        """The name of the course whose link was pasted."""
        name = thing_at(address)
        [*found] = things_named([name])
        if found and may_open(found[0], "", self.launch.deployment.registration):
            return [name]
        self.trouble = (
            _("“%s” opens no course here. Paste the whole link as its trainer has it on the page “Share it”.") % address
        )
        return []

    def _what_is_wrong(self, missing: int) -> str:
        if len(self.chosen) > MOST_CHOSEN:
            return _("At most %d things are linked in one go. Untick some.") % MOST_CHOSEN
        if missing > 0:
            return _(
                "Something that was ticked is not in the library any more, or is no longer shared. It has been left out."
            )
        if self.linking and len(self.chosen) > 1 and not self.several:
            return _("Your platform takes one thing at a time here. Leave one ticked.")
        return _("Tick what you want to link to.") if self.linking and not self.chosen else ""

    @property
    def several(self) -> bool:
        """Whether the platform takes several things at once."""
        return self.launch.settings.get("accept_multiple") in (True, "true", None)

    @property
    def reports(self) -> bool:
        """Whether the platform takes lines for its gradebook."""
        return self.launch.settings.get("accept_lineitem") not in (False, "false")

    @property
    def chosen_names(self) -> set[str]:
        """What is ticked, as the form names it."""
        return {handle_name(thing) for thing in self.chosen}

    @property
    def ticked(self) -> list[Offer]:
        """What is ticked."""
        return [Offer(handle_name(thing), thing.title, kind=str(KINDS[thing.kind]())) for thing in self.chosen]

    @property
    def own(self) -> list[Offer]:
        """The visitor's own courses that are shared by link, where the window shows who it is."""
        if not self.user.is_authenticated:
            return []
        taught = Course.objects.taught_by(self.user).for_page()
        return [offer_of(course) for course in taught if course.link_key and not course.live]

    @property
    def courses(self) -> list[Offer]:
        """The public courses that have the words."""
        found = with_words(Course.objects.published(), ("title", "summary"), self.words)
        return [offer_of(course) for course in found.for_list().for_page()[:MOST]]

    @property
    def stories(self) -> list[Offer]:
        """What the finder shows for the words."""
        cards = Finder(QueryDict(urlencode({"q": self.words}))).cards(most=MOST)
        return [Offer(f"story/{card['slug']}", card["title"], "; ".join(card["where"])) for card in cards]

    @property
    def lessons(self) -> list[Offer]:
        """The lessons that have the words, those with the most stories first."""
        found = (
            Lesson.objects.published().mentioning(self.words).with_balance().order_by("-story_count", "sentence", "pk")
        )
        return [
            Offer(f"lesson/{lesson.slug}", lesson.sentence, _("%d stories") % lesson.story_count)
            for lesson in found[:MOST]
        ]


KINDS = {
    "story": lambda: _("Story"),
    "lesson": lambda: _("Lesson"),
    "course": lambda: _("Course"),
    "session": lambda: _("Session"),
    "item": lambda: _("From a course"),
}
"""The word for each kind of thing."""


def handle_name(thing: Thing) -> str:
    """The name of a thing, with the key of its course where it was named so."""
    handle = getattr(thing.record, "handle", "")
    return thing.name.replace(f"course/{thing.record.slug}", f"course/{handle}", 1) if handle else thing.name


def offer_of(course: Course) -> Offer:
    """A course with its sessions, and what stands in each of the library."""
    key = "" if course.live else f".{course.link_key}"
    base = f"course/{course.slug}{key}"
    parts = []
    for number, session in enumerate(course.sessions.all(), start=1):
        items = {
            item_name(item): Offer(f"{base}/item/{item_name(item)}", item.name, item.get_kind_display())
            for item in session.items.all()
            if linkable(item)
        }
        title = f"{number}. {session.title}"
        parts.append(Offer(f"{base}/session/{session_name(number, session)}", title, parts=list(items.values())))
    return Offer(base, course.title, course.by, parts)
