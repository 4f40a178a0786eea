"""What the builder shows."""

from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lessons.courses.access import Access
from lessons.courses.building.extras import extras
from lessons.courses.building.finding import Found, find
from lessons.courses.building.forms import FIELDS_OF, SeenForm
from lessons.courses.building.journal import called
from lessons.courses.building.performing import Done, form_of, new_item_form
from lessons.courses.building.state import name_of
from lessons.courses.lengths import beside_meant, hours
from lessons.models import Course

MOST_NEWS = 3
"""Things that others did which a notice names."""


@dataclass
class Row:
    """A row of the course with its form, which holds what was typed where that could not be kept."""

    row: object
    form: SeenForm
    items: list["Row"]

    @property
    def name(self) -> str:
        """Its name: item-12."""
        return name_of(self.row)


def rows_of(course: Course, done: Done) -> list[Row]:
    """The sessions with their items, in order."""

    def row(found, items=()) -> Row:
        form = done.failed.get(name_of(found)) or form_of(found)
        return Row(found, form, list(items))

    return [row(session, [row(item) for item in session.items.all()]) for session in course.sessions.all()]


def total_said(planned: int, meant: int | None) -> str:
    """The sum of the minutes, and how it stands to what was meant."""
    beside = beside_meant(planned, meant)
    return f"{hours(planned)}, {beside}" if beside else hours(planned)


def totals_of(course: Course) -> dict[str, str]:
    """The sum of the minutes of the course and of each session, by the name of its place on the page."""
    sessions = course.sessions.all()
    found = {f"{name_of(session)}-total": total_said(session.planned_minutes, session.minutes) for session in sessions}
    return {**found, "course-total": total_said(course.planned_minutes, course.minutes)}


def news_of(course: Course, user, since: datetime | None) -> str:
    """What others have done since, in a sentence; nothing where nobody has."""
    steps = list(course.steps.of_others(user, since)) if since else []
    if not steps:
        return ""
    named = [
        _("%(who)s undid: %(what)s") % {"who": called(step.user), "what": step.said}
        if step.undone
        else f"{called(step.user)}: {step.said}"
        for step in steps[-MOST_NEWS:]
    ]
    more = len(steps) - MOST_NEWS
    if more > 0:
        named.insert(0, ngettext("%d other thing", "%d other things", more) % more)
    return "; ".join(named) + "."


def builder_context(access: Access, done: Done) -> dict:
    """Everything that the builder's page shows."""
    course = Course.objects.for_page().get(pk=access.course.pk)
    found = find(done.words) if done.words else Found()
    return {
        "title": _("Build “%s”") % course.title,
        "course": course,
        "access": access,
        "done": done,
        "rows": rows_of(course, done),
        "about": done.failed.get(name_of(course)) or form_of(course),
        "own": [(kind, done.failed.get(f"new-{kind}") or new_item_form(kind)) for kind in FIELDS_OF],
        "extras": extras(),
        "totals": totals_of(course),
        "stamp": course.changed_at.isoformat(),
        "undoable": course.steps.undoable(access.user).first(),
        "redoable": course.steps.redoable(access.user).first(),
        "found": found,
        "target": done.session,
    }


def forms_of(context: dict) -> dict[str, SeenForm]:
    """Every form of the page, by the name of its row."""
    rows = [row for session in context["rows"] for row in (session, *session.items)]
    own = {f"new-{kind}": form for kind, form in context["own"]}
    return {row.name: row.form for row in rows} | {name_of(context["course"]): context["about"]} | own


def answer_of(request, access: Access, done: Done, since: datetime | None, whole: bool) -> dict:
    """What a page with scripts is told after something was done, or after others have done something."""
    context = builder_context(access, done)
    news, forms = news_of(context["course"], access.user, since), forms_of(context)

    def drawn(template, **more):
        return render_to_string(f"lessons/courses/{template}.html", {**context, **more}, request)

    return {
        "stamp": context["stamp"],
        "said": done.said,
        "refused": done.refused,
        "lost": done.lost,
        "news": news,
        "focus": done.focus,
        "totals": context["totals"],
        "bar": drawn("_build_bar"),
        "marks": {name: form.marks for name, form in forms.items() if name not in done.failed},
        "failed": {name: drawn("_build_trouble", form=forms[name], name=name) for name in done.failed if name in forms},
        "html": drawn("_build_sessions") if whole or news else "",
    }
