"""The page on which somebody works through a course alone."""

from lessons.choices import ItemKind
from lessons.courses.access import Access
from lessons.courses.asking import asked
from lessons.courses.pages import timed
from lessons.courses.participants.progress import progress_in
from lessons.marks import mark_of


def study_context(access: Access, data) -> dict:
    """Each session with its items: what was done and noted, and what was chosen just now."""
    kept = progress_in(access.course, access.user)
    sessions = [
        (session, [(item, begins, *_own(item, kept, data)) for item, begins in items])
        for session, items in timed(access.course)
    ]
    marks = {mark for _session, items in sessions for _item, _begins, mark, _row, _asked in items}
    return {
        "sessions": sessions,
        "count": len(marks),
        "done": sum(row.done for mark, row in kept.items() if mark in marks),
    }


def _own(item, kept: dict, data) -> tuple:
    """The mark of the item, what is kept of it, and its answers to choose from, checked where this question was asked about."""
    mark = mark_of(item)
    checked = data if data.get("question") == mark else data.__class__()
    return mark, kept.get(mark), asked(item, checked) if item.kind == ItemKind.CHOICE else None
