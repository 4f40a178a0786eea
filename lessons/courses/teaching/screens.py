"""
The screens of a session: one thought each, in the order in which a room meets them.

A story is told up to its problem; then the room is asked what it would do; then come what they did, what changed, and the evidence for and
against. Everything is read from what the course has pinned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from django.utils.translation import gettext as _

from cases.charts import measure_chart
from cases.choices import MeasureKind
from cases.models import Measure
from cases.models.story import SECTIONS
from lessons.choices import CONTRARY, ItemKind, Stance, Strength
from lessons.courses.pinning import FIGURES
from lessons.models import Course, Item, Session

WORDS = 110
"""Words of a narrative that one screen holds."""

PASSAGES = 2
"""Pieces of evidence that one screen holds."""

MOST_FIGURES = 3
"""Figures of a story that are shown."""

MOST_PASSAGES = 4
"""Pieces of evidence for and against that are shown; the rest stands in the library."""

TOLD = ("what_they_did", "how_it_unfolded", "what_changed", "what_went_wrong", "before_you_adapt_it")


@dataclass(frozen=True)
class Screen:
    """One screen: what it is about, its heading, and what stands under it."""

    kind: str
    title: str
    over: str = ""
    """A line above the heading: the story that a stage belongs to."""
    text: str = ""
    item: Item | None = None
    passages: Sequence[dict] = ()
    measures: Sequence[tuple] = ()
    more: int = 0
    """Pieces of evidence that are not shown."""
    first: bool = False
    """Whether it is the first screen of its item."""
    begins: int = field(default=0, compare=False)
    """The minute at which its item begins."""


def screens_of(course: Course, session: Session) -> list[Screen]:
    """The screens of a session: its beginning, those of each item, and its end."""
    items = list(session.items.all())
    begins = accumulate((item.minutes for item in items), initial=0)
    found = [Screen("opening", session.title, over=course.title, text=session.aim)]
    for item, minute in zip(items, begins, strict=False):
        for place, screen in enumerate(screens_of_item(item)):
            found.append(_at(screen, first=place == 0, begins=minute))
    return [*found, Screen("closing", _("The end of “%s”") % session.title, begins=session.planned_minutes)]


def _at(screen: Screen, **changes) -> Screen:
    return Screen(**{name: getattr(screen, name) for name in Screen.__dataclass_fields__} | changes)


def screens_of_item(item: Item) -> list[Screen]:
    """The screens of one item."""
    return list(SHOWN[item.kind](item, item.pinned))


def _story(item: Item, pin: dict) -> Iterator[Screen]:
    title, sections = pin["title"], pin.get("sections", {})
    problem = portions(sections.get("problem", "")) or [pin.get("summary", "")]
    for place, text in enumerate(problem):
        yield Screen(
            "story", title if place == 0 else str(SECTIONS["problem"]), "" if place == 0 else title, text, item
        )
    if sections.get("problem") and any(sections.get(name) for name in TOLD):
        yield Screen("pause", _("What would you do?"), title, item.for_participants, item)
    for name in TOLD:
        for text in portions(sections.get(name, "")):
            yield Screen("told", str(SECTIONS[name]), title, text, item)
        if name == "what_changed":
            yield from _figures(item, pin)
    yield from _weighed(item, pin.get("evidence", ()), title)


def _figures(item: Item, pin: dict) -> Iterator[Screen]:
    """The figures that say most: those that can be compared before single ones, and what changed before what was done."""
    measures = [Measure(**{name: row.get(name, "") for name in FIGURES}) for row in pin.get("measures", ())]
    shown = [(measure, measure_chart(measure)) for measure in measures]
    shown.sort(key=lambda pair: (pair[1] is None, pair[0].kind == MeasureKind.OUTPUT))
    for measure, chart in shown[:MOST_FIGURES]:
        yield Screen("figure", measure.indicator, pin["title"], item=item, measures=[(measure, chart)])


def _weighed(item: Item, evidence: Sequence[dict], over: str) -> Iterator[Screen]:
    """The strongest evidence for, and then the strongest against."""
    sides = (
        (_("What speaks for it"), [row for row in evidence if row["stance"] == Stance.SUPPORTS]),
        (_("What limits it or speaks against it"), [row for row in evidence if row["stance"] in CONTRARY]),
    )
    for title, rows in sides:
        best = strongest(rows)
        for start in range(0, len(best), PASSAGES):
            last = start + PASSAGES >= len(best)
            yield Screen(
                "evidence",
                title,
                over,
                item=item,
                passages=best[start : start + PASSAGES],
                more=len(rows) - len(best) if last else 0,
            )


def strongest(rows: Sequence[dict], most: int = MOST_PASSAGES) -> list[dict]:
    """The evidence with figures before events, and events before somebody's word."""
    return sorted(rows, key=lambda row: Strength.values.index(row["strength"]))[:most]


def _lesson(item: Item, pin: dict) -> Iterator[Screen]:
    yield Screen("lesson", pin["name"], _("A lesson: do you agree?"), item.for_participants, item)
    for text in portions(pin.get("explanation", "")):
        yield Screen("told", _("When it holds, and when it may not"), pin["name"], text, item)
    yield from _weighed(item, pin.get("evidence", ()), pin["name"])


def _evidence(item: Item, pin: dict) -> Iterator[Screen]:
    yield Screen(
        "evidence", pin["title"], _("From one story"), item.for_participants, item, passages=[{**pin, "title": ""}]
    )


def _element(item: Item, pin: dict) -> Iterator[Screen]:
    for place, text in enumerate(portions(pin.get("meaning", ""))):
        yield Screen("element", pin["name"], pin.get("lens", ""), text, item)
        if place == 0 and item.for_participants:
            yield Screen("pause", pin["name"], _("For you"), item.for_participants, item)


def _question(item: Item, pin: dict) -> Iterator[Screen]:
    yield Screen("question", item.name, _("To discuss"), item.for_participants, item)


def _activity(item: Item, pin: dict) -> Iterator[Screen]:
    texts = portions(item.text)
    for place, text in enumerate(texts):
        yield Screen("activity", item.title, _("To do"), text, item)
        if place == len(texts) - 1 and item.for_participants:
            yield Screen("pause", item.title, _("For you"), item.for_participants, item)


def _reading(item: Item, pin: dict) -> Iterator[Screen]:
    yield Screen("reading", item.title, _("To read"), item.text, item)


def _choice(item: Item, pin: dict) -> Iterator[Screen]:
    """First the question, with its answers to choose from; then what is right."""
    yield Screen("choice", item.name, _("Choose"), item.for_participants, item)
    yield Screen("answered", item.name, _("What is right"), item.answer, item)


def _open(item: Item, pin: dict) -> Iterator[Screen]:
    yield Screen("question", item.name, _("In your own words"), item.for_participants, item)


SHOWN = {
    ItemKind.STORY: _story,
    ItemKind.LESSON: _lesson,
    ItemKind.EVIDENCE: _evidence,
    ItemKind.ELEMENT: _element,
    ItemKind.QUESTION: _question,
    ItemKind.ACTIVITY: _activity,
    ItemKind.READING: _reading,
    ItemKind.CHOICE: _choice,
    ItemKind.OPEN: _open,
}
"""How each kind of item is shown."""


def portions(text: str, most: int = WORDS) -> list[str]:
    """A narrative in portions of at most so many words, cut between paragraphs, and inside a paragraph between sentences."""
    found, size = [], 0
    for block in (block for paragraph in re.split(r"\n\s*\n", text.strip()) for block in _sentences(paragraph, most)):
        words = len(block.split())
        if found and size + words <= most:
            found[-1], size = f"{found[-1]}\n\n{block}", size + words
        elif block:
            found.append(block)
            size = words
    return found


def _sentences(paragraph: str, most: int) -> list[str]:
    """A paragraph as it is where it is short enough or a list; else in pieces that end with a sentence."""
    if len(paragraph.split()) <= most or re.match(r"\s*([-+*>]|\d+[.)])\s", paragraph):
        return [paragraph]
    pieces = [""]
    for sentence in re.split(r"(?<=[.!?])\s+", paragraph):
        if pieces[-1] and len(pieces[-1].split()) + len(sentence.split()) > most:
            pieces.append("")
        pieces[-1] = f"{pieces[-1]} {sentence}".strip()
    return pieces
