"""The slides of a course: the same screens as for the projector, with the facilitator's notes under each."""

from textwrap import shorten

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.choices import ItemKind, Stance, Strength
from lessons.courses.documents.deck import CONTENT, MOST, ROOM, SECTION, SIZES, TITLE, TITLE_ONLY, Deck, size_for
from lessons.courses.documents.measuring import split
from lessons.courses.documents.words import Block, Run, blocks_of
from lessons.courses.lengths import clock, hours
from lessons.courses.teaching.screens import Screen, screens_of
from lessons.models import Course
from lessons.options import options_of

PROMPTS = (
    gettext_lazy("You are in their place. What would you do first?"),
    gettext_lazy("Whom would you have to win, and what would they say?"),
    gettext_lazy("What could go wrong?"),
)


def slides_pptx(course: Course) -> bytes:
    """The course as slides."""
    deck = Deck(title=course.title, author=course.by, language=course.language)
    opening = deck.slide(TITLE, course.title, course.summary)
    deck.text(opening, [Block([Run(" · ".join((hours(course.planned_minutes), course.by)))])], 22)
    for session in course.sessions.all():
        for screen in screens_of(course, session):
            _screen(deck, screen, session)
    return deck.bytes()


def _screen(deck: Deck, screen: Screen, session) -> None:
    notes = _notes(screen, session)
    if screen.kind == "opening":
        slide = deck.slide(SECTION, screen.title, notes)
        deck.text(slide, blocks_of(screen.text) or [Block([Run(hours(session.planned_minutes))])], 24)
    elif screen.kind == "question":
        slide = deck.slide(SECTION, screen.title, notes)
        deck.text(slide, blocks_of(screen.text) or [Block([Run(screen.over)])], 22)
    elif screen.measures:
        _figure(deck, screen, notes)
    elif screen.kind != "closing":
        _told(deck, screen, notes)


def _told(deck: Deck, screen: Screen, notes: str) -> None:
    """A text, on as many slides as it needs."""
    blocks = _blocks(screen)
    size = size_for(blocks)
    groups = [blocks] if size else split(blocks, SIZES[-1], ROOM, MOST)
    for place, group in enumerate(groups or [[]]):
        title = f"{screen.title} ({place + 1}/{len(groups)})" if len(groups) > 1 else screen.title
        slide = deck.slide(CONTENT if group else SECTION, title, notes if place == 0 else "")
        deck.text(slide, group or [Block([Run(screen.over)])], size or SIZES[-1], bullets=screen.kind == "pause")


def _blocks(screen: Screen) -> list[Block]:
    found = []
    if screen.kind == "pause" and screen.item.kind == ItemKind.STORY:
        found += [Block([Run(str(prompt))], level=1) for prompt in PROMPTS]
    found += blocks_of(screen.text)
    if screen.kind == "story" and screen.first:
        setting = " · ".join(
            text for text in (screen.item.pinned.get("where"), screen.item.pinned.get("years")) if text
        )
        found = [Block([Run(setting, italic=True)]), *found] if setting else found
    for row in screen.passages:
        label = f"{Stance(row['stance']).label} ({str(Strength(row['strength']).label).lower()})"
        of = row.get("title") or row.get("sentence") or row.get("lesson", "")
        found += [Block([Run(f"{label}: ", bold=True), Run(of, italic=True)]), Block([Run(row["what"])])]
    if screen.kind in {"choice", "answered"}:
        found = [*_options(screen), *found]
    if screen.kind == "reading":
        found.append(Block([Run(screen.item.address, link=screen.item.address)]))
    if screen.kind == "activity" and screen.item.material:
        found.append(Block([Run(_("Needed:"), bold=True), Run(f" {screen.item.material}")]))
    return found


def _options(screen: Screen) -> list[Block]:
    """The answers to choose from; afterwards those that are right."""
    options = options_of(screen.item.options)
    shown = [option for option in options if option.right] if screen.kind == "answered" else options
    return [Block([Run(option.text, bold=screen.kind == "answered")], level=1) for option in shown]


def _figure(deck: Deck, screen: Screen, notes: str) -> None:
    """A measure: bars where two or more of its figures are plain numbers, in any case the figures in words."""
    measure, _chart = screen.measures[0]
    labels = {
        "baseline": _("Before"),
        "target": _("Aimed at"),
        "result": _("Reached"),
        "comparator_figure": capfirst(measure.comparator) or _("Compared with"),
    }
    said = "; ".join(f"{labels[name]}: {text}" for name, text in measure.said.items())
    more = ". ".join(capfirst(text) for text in (measure.period, measure.note) if text)
    bars = {
        shorten(str(labels[name]), 60, placeholder=" …"): (float(figure.middle), str(figure))
        for name, figure in measure.figures.items()
        if figure.low == figure.high
    }
    if len(bars) < 2:
        slide = deck.slide(SECTION, said or measure.indicator, notes)
        deck.text(slide, [Block([Run(text)]) for text in (f"{screen.over}: {measure.indicator}", more) if text], 22)
        return
    slide = deck.slide(
        TITLE_ONLY, f"{measure.indicator} ({measure.unit})" if measure.unit else measure.indicator, notes
    )
    deck.chart(slide, bars, measure.indicator, f"{measure.indicator}. {said}. {more}")
    deck.caption(slide, f"{said}. {more}", 3.1 + 0.8 * len(bars))


def _notes(screen: Screen, session) -> str:
    """What the facilitator should know at this screen: when it is planned, and the notes, once for each item."""
    item = screen.item
    lines = [_("Planned to begin at %s.") % clock(screen.begins)] if screen.first or screen.kind == "opening" else []
    if item and screen.first and item.minutes:
        lines.append(_("Takes %s.") % hours(item.minutes))
    text = (
        session.for_facilitator if screen.kind == "opening" else item.for_facilitator if item and screen.first else ""
    )
    told = "\n".join(f"– {block.text}" if block.level else block.text for block in blocks_of(text))
    return "\n\n".join(part for part in (" ".join(lines), told) if part)
