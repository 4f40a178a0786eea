"""What the facilitator's pack shows: the plan and the notes of each session, and the stories as they were pinned."""

from django.utils.translation import gettext as _

from cases.charts import measure_chart
from cases.models import Measure
from cases.models.story import SECTIONS
from lessons.choices import CONTRARY, ItemKind, Stance
from lessons.courses.access import Access
from lessons.courses.pages import timed
from lessons.courses.pinning import FIGURES
from lessons.courses.teaching.screens import strongest
from lessons.models import Item

MOST = 6
"""Pieces of evidence for and against that a pack prints of each story."""


def pack_context(access: Access) -> dict:
    """The pack of a course."""
    course = access.course
    told = {item.pinned.get("slug"): item for item in course.items if item.kind == ItemKind.STORY and item.pinned}
    return {
        "title": _("Facilitator’s pack: %s") % course.title,
        "course": course,
        "access": access,
        "sessions": timed(course),
        "stories": [story_told(item) for item in told.values()],
    }


def story_told(item: Item) -> dict:
    """A story as it was pinned: its sections with their headings, its figures with charts, and its evidence on two sides."""
    pin = item.pinned
    sides = {"supporting": {Stance.SUPPORTS}, "contrary": set(CONTRARY)}
    evidence = {name: [row for row in pin["evidence"] if row["stance"] in stances] for name, stances in sides.items()}
    measures = [Measure(**{name: row.get(name, "") for name in FIGURES}) for row in pin["measures"]]
    return {
        "item": item,
        "pin": pin,
        "sections": [
            (label, pin["sections"][field]) for field, label in SECTIONS.items() if pin["sections"].get(field)
        ],
        "measures": [(measure, measure_chart(measure)) for measure in measures],
        **{name: strongest(rows, MOST) for name, rows in evidence.items()},
        "more": sum(max(len(rows) - MOST, 0) for rows in evidence.values()),
    }
