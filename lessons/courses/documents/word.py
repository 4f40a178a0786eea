"""The handout and the facilitator's pack as Word documents."""

from django.utils.translation import gettext as _

from cases.addresses import absolute
from cases.choices import Result
from cases.models import Measure
from cases.models.story import SECTIONS
from lessons.choices import ASKED_KINDS, TEST_KINDS, ItemKind, Stance, Strength
from lessons.courses.documents.handout import Entry, handout_of
from lessons.courses.documents.pack import story_told
from lessons.courses.documents.paper import Paper
from lessons.courses.documents.words import Run
from lessons.courses.lengths import clock, hours
from lessons.courses.pages import timed
from lessons.courses.pinning import FIGURES
from lessons.models import Course, Item
from lessons.options import options_of


def handout_docx(course: Course) -> bytes:
    """Two pages for participants."""
    handout = handout_of(course)
    paper = Paper(title=course.title, author=course.by, language=course.language, small=True)
    paper.heading(course.title, 0)
    paper.quiet(" · ".join((handout.length, course.by)))
    if course.summary:
        paper.line(course.summary)
    if handout.aims:
        paper.heading(_("What you take away"), 1)
        paper.narrative(handout.aims)
    paper.columns(2)
    for place, session in enumerate(handout.sessions, 1):
        title = f"{place}. {session.title}" if len(handout.sessions) > 1 else session.title
        paper.heading(f"{title} ({session.length})", 1)
        if session.aim:
            paper.line(session.aim)
        for entry in session.entries:
            _entry(paper, entry)
    if handout.address:
        paper.link(_("This course:"), handout.address)
    return paper.bytes()


def _entry(paper: Paper, entry: Entry) -> None:
    """Something of a session on the handout."""
    if entry.kind in ASKED_KINDS:
        paper.line(entry.title, "List Bullet")
    else:
        paper.runs([Run(entry.title, bold=True), Run(f" ({entry.setting})" if entry.setting else "")])
    for text in (entry.text, entry.note):
        paper.narrative(text)
    if entry.address:
        paper.link("", entry.address)


def pack_docx(course: Course) -> bytes:
    """All that a facilitator needs: the plan, the notes, and what participants meet."""
    paper = Paper(title=course.title, author=course.by, language=course.language)
    paper.heading(course.title, 0)
    paper.quiet(
        " · ".join((_("Facilitator’s pack"), hours(course.planned_minutes), course.by, course.get_licence_display()))
    )
    for text in (course.summary, course.credit and _("Adapted from %s.") % course.credit):
        if text:
            paper.line(text)
    if course.aims:
        paper.heading(_("What people take away"), 1)
        paper.narrative(course.aims)
    sessions = timed(course)
    for place, (session, items) in enumerate(sessions, 1):
        name = f"{place}. {session.title}" if len(sessions) > 1 else session.title
        paper.heading(f"{name} ({hours(session.planned_minutes)})", 1, new_page=place > 1)
        if session.aim:
            paper.line(session.aim)
        if items:
            plan = [
                (clock(begins), str(item.minutes or ""), item.get_kind_display(), item.name) for item, begins in items
            ]
            paper.table([_("From"), _("Minutes"), _("Kind"), _("What")], plan, [0.1, 0.14, 0.16, 0.6])
        if session.for_facilitator:
            paper.heading(_("Notes on the session"), 2)
            paper.narrative(session.for_facilitator)
        for item, begins in items:
            _item(paper, item, begins)
    _stories(paper, course)
    return paper.bytes()


def _item(paper: Paper, item: Item, begins: int) -> None:
    """An item with what participants are told and what the facilitator should know."""
    paper.heading(item.pinned.get("title") or item.name, 2)
    paper.quiet(
        " · ".join(
            part
            for part in (clock(begins), item.get_kind_display(), hours(item.minutes) if item.minutes else "")
            if part
        )
    )
    if item.lost:
        paper.quiet(_("No longer in the library. Here stands what it said on %s.") % item.pinned_at.date().isoformat())
    if item.kind == ItemKind.STORY:
        paper.line(item.pinned.get("summary", ""))
    elif item.kind == ItemKind.EVIDENCE:
        _passage(paper, {**item.pinned, "lesson": item.pinned.get("sentence", "")})
    elif item.kind == ItemKind.LESSON:
        paper.narrative(item.pinned.get("explanation", ""))
        for row in item.pinned.get("evidence", ()):
            _passage(paper, {**row, "lesson": row["title"]})
    elif item.kind == ItemKind.ELEMENT:
        paper.narrative(item.pinned.get("meaning", ""))
    elif item.kind in TEST_KINDS:
        _answers(paper, item)
    elif item.kind != ItemKind.QUESTION:
        paper.narrative(item.text)
    if item.address:
        paper.link("", item.address)
    if item.material:
        paper.runs([Run(_("Needed:"), bold=True), Run(f" {item.material}")])
    for label, text in ((_("To participants"), item.for_participants), (_("For you"), item.for_facilitator)):
        if text:
            paper.heading(label, 3)
            paper.narrative(text)


def _answers(paper: Paper, item: Item) -> None:
    """The answers with those that are right, and what is said to each; or the model answer."""
    for option in options_of(item.options):
        label = _("Right:") if option.right else _("Wrong:")
        paper.runs([Run(label, bold=True), Run(f" {option.text}")], "List Bullet")
        paper.quiet(option.feedback)
    if item.answer and item.kind == ItemKind.OPEN:
        paper.heading(_("A model answer"), 3)
    paper.narrative(item.answer)


def _passage(paper: Paper, row: dict) -> None:
    label = f"{Stance(row['stance']).label} ({str(Strength(row['strength']).label).lower()})"
    paper.runs([Run(label, bold=True), Run(f": {row['lesson']}")])
    paper.line(row["what"])
    paper.quiet(row.get("cited", ""))


def _stories(paper: Paper, course: Course) -> None:
    """The stories of the course as they were pinned, each once."""
    told = {item.pinned["slug"]: item for item in course.items if item.kind == ItemKind.STORY and item.pinned}
    for place, item in enumerate(told.values()):
        if place == 0:
            paper.heading(_("The stories"), 1, new_page=True)
        pin = item.pinned
        paper.heading(pin["title"], 2)
        paper.quiet(" · ".join(text for text in (pin["where"], pin["years"], str(Result(pin["result"]).label)) if text))
        paper.line(pin["summary"])
        for field, label in SECTIONS.items():
            if pin["sections"].get(field):
                paper.heading(str(label), 3)
                paper.narrative(pin["sections"][field])
        _figures(paper, pin)
        told = story_told(item)
        for title, rows in (
            (_("What speaks for lessons"), told["supporting"]),
            (_("What limits them or speaks against them"), told["contrary"]),
        ):
            if rows:
                paper.heading(title, 3)
            for row in rows:
                _passage(paper, row)
        if told["more"]:
            paper.quiet(_("%d more pieces of evidence stand in the library.") % told["more"])
        if item.record:
            paper.link(_("The story today:"), absolute(item.record.get_absolute_url()))


def _figures(paper: Paper, pin: dict) -> None:
    """The figures of a story as a table."""
    if not pin["measures"]:
        return
    paper.heading(_("Figures"), 3)
    rows = []
    for row in pin["measures"]:
        measure = Measure(**{name: row.get(name, "") for name in FIGURES})
        said = measure.said
        beside = " ".join(text for text in (measure.comparator, said.get("comparator_figure", "")) if text)
        rows.append(
            (
                f"{measure.indicator} ({str(measure.get_kind_display()).lower()})",
                *(said.get(name, "") for name in ("baseline", "target", "result")),
                "; ".join(text for text in (beside, measure.period, measure.note) if text),
            )
        )
    heads = [_("What"), _("Before"), _("Target"), _("Result"), _("Beside, when, and what to know")]
    paper.table(heads, rows, [0.3, 0.13, 0.13, 0.13, 0.31])
