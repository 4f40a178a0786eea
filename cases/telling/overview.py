"""The story at a glance: every step with what is there, and everything that was answered."""

from dataclasses import dataclass

from cases.telling.steps import CHAPTERS, Step
from cases.telling.telling import Telling


@dataclass(frozen=True)
class Task:
    """A step on the overview."""

    step: Step
    done: bool
    count: int
    """How many things, where it asks for many."""
    remarks: int
    """Remarks that nobody has answered yet."""

    @property
    def is_missing(self) -> bool:
        """Whether the story cannot be sent without it."""
        return bool(self.step.needed) and not self.done


@dataclass(frozen=True)
class Told:
    """What was answered in a step."""

    step: Step
    pages: list[tuple[str, int, list[tuple[str, str, str]]]]
    is_missing: bool
    left_open: list[tuple[str, list[str]]]
    """Items that do not say enough yet, each with what is not said."""


def chapters_of(telling: Telling) -> list[tuple[str, list[Task]]]:
    """Every chapter with its tasks."""
    return [(chapter.title, [_task(telling, step) for step in chapter.steps]) for chapter in CHAPTERS]


def told_chapters(telling: Telling) -> list[tuple[str, list[Told]]]:
    """Every chapter with what was answered."""
    return [(chapter.title, [told(telling, step) for step in chapter.steps]) for chapter in CHAPTERS]


def _task(telling: Telling, step: Step) -> Task:
    remarks = telling.remarks_on(step)
    open_remarks = 0 if telling.changed_since_remarks(step) else len(remarks)
    return Task(step, telling.is_done(step), len(telling.items(step)) if step.many else 0, open_remarks)


def told(telling: Telling, step: Step) -> Told:
    """What was answered in one step."""
    items = telling.items(step) if step.many else []
    open_items = [(step.name_of(row.data), left) for row in items if (left := step.form.left_open(row.data))]
    return Told(step, telling.told(step), bool(step.needed) and not telling.is_done(step), open_items)
