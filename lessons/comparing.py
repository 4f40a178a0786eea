"""What the upper floor adds to stories side by side: on which lessons they disagree, which they share, and how many only one bears on."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.models import Story
from cases.panels import Panel
from lessons.choices import Stance
from lessons.models import Evidence, Lesson


@dataclass(frozen=True)
class Compared:
    """A lesson that two or more of the stories bear on: for each story its evidence, which may be none."""

    lesson: Lesson
    cells: list[tuple[Story, list[Evidence]]]

    @property
    def agreed(self) -> bool:
        """Whether the stories that bear on it all point the same way."""
        return len({frozenset(item.stance for item in items) for _story, items in self.cells if items}) == 1

    @property
    def weight(self) -> tuple:
        """Where it stands: what most stories bear on first, then what is contradicted, then by its sentence."""
        stances = {item.stance for _story, items in self.cells for item in items}
        bearing = sum(bool(items) for _story, items in self.cells)
        return -bearing, Stance.CONTRADICTS not in stances, self.lesson.sentence


def compared_lessons(stories: Sequence[Story]) -> Panel:
    """The lessons of the stories; those on which they disagree stand first."""
    evidence = defaultdict(lambda: defaultdict(list))
    lessons = {}
    for story in stories:
        for item in story.evidence.all():
            if item.lesson.live:
                lessons[item.lesson_id] = item.lesson
                evidence[item.lesson_id][story.pk].append(item)
    shared = [
        Compared(lessons[pk], [(story, in_order(found[story.pk])) for story in stories])
        for pk, found in evidence.items()
        if len(found) > 1
    ]
    shared.sort(key=lambda compared: compared.weight)
    single = [(story, sum(set(found) == {story.pk} for found in evidence.values())) for story in stories]
    return Panel(
        template="lessons/_compared_lessons.html",
        heading="disagreed",
        title=_("Lessons"),
        context={
            "stories": stories,
            "disagreed": [compared for compared in shared if not compared.agreed],
            "agreed": [compared for compared in shared if compared.agreed],
            "single": single,
        },
    )


def in_order(items: list[Evidence]) -> list[Evidence]:
    """What supports before what qualifies before what contradicts."""
    return sorted(items, key=lambda item: Stance.values.index(item.stance))
