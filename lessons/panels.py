"""What the upper floor shows on pages of the ground floor."""

from django.utils.translation import gettext_lazy as _

from cases.panels import Panel
from lessons.models import Lesson


def story_lessons(story) -> Panel:
    """The lessons that a story illustrates, each with what happened here and how other stories point."""
    evidence = sorted((item for item in story.evidence.all() if item.lesson.live), key=lambda item: item.sort_order or 0)
    balanced = Lesson.objects.with_balance().in_bulk([item.lesson_id for item in evidence])
    for item in evidence:
        item.balanced = balanced[item.lesson_id]
        item.others = max(item.balanced.story_count - 1, 0)
    illustrations = sorted(story.illustrations.all(), key=lambda row: (row.element.framework.order, row.element.sort_order or 0))
    return Panel(
        template="lessons/_story_lessons.html",
        heading="lessons",
        title=_("Lessons, and what happened here") if evidence else "",
        glance="lessons/_story_glance.html",
        context={"evidence": evidence, "illustrations": illustrations},
    )
