"""What the upper floor shows on pages of the ground floor."""

from django.utils.translation import gettext_lazy as _

from cases.panels import Panel
from lessons.balance import Balance, balances


def story_lessons(story) -> Panel:
    """The lessons that a story illustrates, each with what happened here and how other stories point."""
    evidence = sorted(
        (item for item in story.evidence.all() if item.lesson.live), key=lambda item: item.sort_order or 0
    )
    known = balances() if evidence else {}
    for item in evidence:
        item.balanced = known.get(item.lesson_id, Balance())
        item.others = max(item.balanced.stories - 1, 0)
    shown = [row for row in story.illustrations.all() if row.element.live]
    illustrations = sorted(shown, key=lambda row: (row.element.framework.order, row.element.sort_order or 0))
    return Panel(
        template="lessons/_story_lessons.html",
        heading="lessons",
        title=_("Lessons, and what happened here") if evidence else "",
        glance="lessons/_story_glance.html",
        context={"evidence": evidence, "illustrations": illustrations},
    )
