"""A story as one of its authors has it before them: every newest answer, what is missing, and the remarks on it."""

from dataclasses import dataclass
from functools import cached_property

from cases import models
from cases.models import Answer, CoAuthor, Contribution, Turn
from cases.telling.choices import WITH_EDITORS, State
from cases.telling.hints import NO, YES
from cases.telling.steps import BY_KEY, STEPS, Step, step_about

YOU = BY_KEY["you"]
"""The step that each author answers for themselves: it is kept with the author."""


@dataclass(frozen=True)
class Remark:
    """What somebody who read the story asks about a field of it."""

    field: str
    text: str

    @property
    def step(self) -> Step | None:
        """The step that it is about, or None where it is about the whole."""
        return step_about(self.field)


@dataclass(frozen=True)
class Telling:
    """A contribution, and the author who has it before them; None where an editor reads it."""

    contribution: Contribution
    author: CoAuthor | None = None

    @cached_property
    def answers(self) -> dict[tuple[str, int], Answer]:
        """The newest version of every page, by step and item."""
        return {(row.step, row.item): row for row in self.contribution.answers.newest()}

    @cached_property
    def authors(self) -> list[CoAuthor]:
        """Everybody who writes it, whoever began it first."""
        return list(self.contribution.authors.all())

    @property
    def others(self) -> list[CoAuthor]:
        """The other authors."""
        return [author for author in self.authors if author != self.author]

    @cached_property
    def turns(self) -> list[Turn]:
        """How it went from hand to hand."""
        return list(self.contribution.turns.select_related("user", "author"))

    @property
    def last_turn(self) -> Turn | None:
        """Why it is where it is."""
        return self.turns[-1] if self.turns else None

    @cached_property
    def remarks(self) -> list[Remark]:
        """What was asked when it was sent back last; nothing once it has been sent again."""
        if self.contribution.state != State.SENT_BACK or not self.last_turn:
            return []
        return [Remark(name, text) for name, text in self.last_turn.remarks]

    @cached_property
    def heard(self) -> list[Remark]:
        """What signatories have remarked while the library has the story, and an editor has not dealt with."""
        story = self.contribution.story if self.contribution.state in WITH_EDITORS else None
        said = models.Remark.objects.open_of_signatories(story) if story else ()
        return [Remark(remark.field, remark.text) for remark in said]

    def remarks_on(self, step: Step | None) -> list[Remark]:
        """The remarks about the step, or about the whole."""
        return [remark for remark in self.remarks if remark.step == step]

    def changed_since_remarks(self, step: Step) -> bool:
        """Whether somebody has saved a page of the step since it was sent back."""
        since = self.last_turn.at if self.last_turn else None
        saved = (row.saved_at for row in self.answers.values() if row.step == step.key)
        return bool(since) and any(moment > since for moment in saved)

    def answer(self, step: Step, item: int = 0) -> Answer | None:
        """The newest version of a page."""
        return self.answers.get((step.key, item))

    def data(self, step: Step, item: int = 0) -> dict:
        """What a page says."""
        if step == YOU:
            return about(self.author) if self.author else {}
        row = self.answer(step, item)
        return row.data if row and not row.removed else {}

    def items(self, step: Step) -> list[Answer]:
        """The pages of a step that asks for many things, in the order in which they were added."""
        return [row for row in self._rows(step) if not row.removed]

    def removed(self, step: Step) -> list[Answer]:
        """Those that were taken away and can be put back."""
        return [row for row in self._rows(step) if row.removed]

    def _rows(self, step):
        return sorted((row for row in self.answers.values() if row.step == step.key), key=lambda row: row.item)

    def next_item(self, step: Step) -> int:
        """The number of the next item."""
        return max((row.item for row in self._rows(step)), default=0) + 1

    def is_done(self, step: Step) -> bool:
        """Whether the step has what sending needs, or anything at all where it needs nothing."""
        return bool(self.items(step)) if step.many else step.is_answered(self.data(step))

    @property
    def missing(self) -> list[Step]:
        """The steps without which it cannot be sent."""
        return [step for step in STEPS if step.needed and not self.is_done(step)]

    def told(self, step: Step) -> list[tuple[str, int, list[tuple[str, str, str]]]]:
        """What was answered in a step: for each page its name, its item number and its rows."""
        if step.many:
            return [(step.name_of(row.data), row.item, step.rows(row.data)) for row in self.items(step)]
        rows = step.rows(self.data(step))
        return [("", 0, rows)] if rows else []


def about(author: CoAuthor) -> dict:
    """What an author says about themselves, as the page of the form has it."""
    named = {True: YES, False: NO}.get(author.named, "")
    return {"name": author.name, "kind": author.kind, "part": author.part, "named": named}
