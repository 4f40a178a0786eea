"""One page of the form: the question, what was typed, what somebody else wrote in the meantime, and where it goes on."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from cases.models import Answer, CoAuthor
from cases.telling import writing
from cases.telling.asked import Asked, asked
from cases.telling.doing import Doing, DoingForm
from cases.telling.forms import StepForm
from cases.telling.record_field import is_known
from cases.telling.steps import STEPS, Step, chapter_of, neighbours
from cases.telling.telling import YOU, Remark, Telling

LATELY = timedelta(minutes=30)
"""For how long somebody who opened a page is taken to be on it."""


@dataclass(frozen=True)
class Collision:
    """Two people saved one page: what the other one wrote, beside what this one typed, field by field."""

    theirs: Answer
    rows: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Listed:
    """A page of a step that asks for many things, in the list of them."""

    row: Answer
    name: str
    words: str
    left_open: list[str]

    @classmethod
    def of(cls, step: Step, row: Answer) -> "Listed":
        """The line of a page: its name, and the first of what else it says."""
        known = any(is_known(row.data.get(name)) for name in step.naming if isinstance(row.data.get(name), dict))
        said = [words for name, _label, words in step.rows(row.data) if name not in step.naming]
        said = [_("In the library"), *said] if known else said
        return cls(row, step.name_of(row.data), " · ".join(said[:3])[:200], step.form.left_open(row.data))


class QuestionPage:
    """A page of a step: of one item, or a `new` one, where the step asks for many things."""

    def __init__(
        self,
        telling: Telling,
        step: Step,
        item: int = 0,
        *,
        new: bool = False,
        sent: QueryDict | None = None,
        files: MultiValueDict | None = None,
    ):
        self.telling, self.step, self.item, self.new = telling, step, item, new
        self.row = None if new else telling.answer(step, item)
        self.doing = DoingForm.read(sent or {})
        self.seen = self.row.number if self.row else 0
        self.collision: Collision | None = None
        self.full = new and (len(telling.items(step)) >= step.most or len(telling.removed(step)) >= 3 * step.most)
        given = {"data": sent, "files": files} if sent is not None else {}
        self.form: StepForm = step.form(initial=self._kept, **given)

    @property
    def _kept(self) -> dict[str, Any]:
        return {} if self.new else self.row.data if self.row else self.telling.data(self.step)

    @property
    def status(self) -> int:
        """200, 422 where something is wrong with what was typed, 409 where somebody else was quicker."""
        if self.collision:
            return 409
        return 422 if self.form.is_bound and (self.full or not self.form.is_valid()) else 200

    def save(self) -> bool:
        """Save what was typed; False where that cannot be, and the page says why."""
        if not self.form.is_valid() or self.full:
            return False
        whose = {"contribution": self.telling.contribution, "author": self.telling.author}
        data = self.form.kept(self.telling.contribution)
        try:
            if self.step == YOU:
                writing.save_author(author=self.telling.author, data=data)
            elif self.new:
                writing.add_item(step=self.step, data=data, **whose)
            else:
                writing.save_answer(step=self.step, item=self.item, data=data, seen=self.doing["seen"], **whose)
        except writing.Collided as collided:
            return self._is_theirs(data, collided.theirs)
        return True

    def _is_theirs(self, mine: dict, theirs: Answer) -> bool:
        """Show both texts; where this person had changed nothing, the other one's text simply stands."""
        versions = self.telling.contribution.answers.versions(self.step.key, self.item)
        seen = versions.filter(number=self.doing["seen"]).first()
        base = seen.data if seen else {}
        if seen and mine == base:
            return True
        both = {name: theirs.data.get(name) if mine.get(name) == base.get(name) else mine.get(name) for name in mine}
        fields = self.step.form.base_fields
        rows = [
            (str(field.label), field.display(theirs.data.get(name)), field.display(mine.get(name)))
            for name, field in fields.items()
            if theirs.data.get(name) != mine.get(name)
        ]
        self.collision, self.seen = Collision(theirs, rows), theirs.number
        self.form = self.step.form(initial=both)
        return False

    @property
    def url(self) -> str:
        """Where the page is sent to."""
        key = self.telling.contribution.key
        if self.new:
            return reverse("tell-new", args=[key, self.step.key])
        if self.step.many:
            return reverse("tell-item", args=[key, self.step.key, self.item])
        return reverse("tell-step", args=[key, self.step.key])

    @property
    def keep(self) -> str:
        """The name under which a browser keeps what is typed here until it is saved."""
        return f"{self.step.key}/{'new' if self.new else self.item}"

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """What the page says, to be read only."""
        return self.step.rows(self._kept)

    @property
    def listed(self) -> list[Listed]:
        """The pages of the step that are there."""
        return [Listed.of(self.step, row) for row in self.telling.items(self.step)]

    @property
    def taken_away(self) -> list[Listed]:
        """The pages of the step that were taken away."""
        return [Listed.of(self.step, row) for row in self.telling.removed(self.step)]

    @property
    def next_url(self) -> str:
        """Where it goes on, after the button that was pressed."""
        key = self.telling.contribution.key
        if self.doing["do"] == Doing.ANOTHER:
            return reverse("tell-new", args=[key, self.step.key])
        if self.doing["do"] == Doing.OVERVIEW:
            return reverse("tell-overview", args=[key])
        if self.step.many:
            return reverse("tell-step", args=[key, self.step.key])
        return self.after_url

    @property
    def after_url(self) -> str:
        """The page after this step."""
        _before, after = neighbours(self.step)
        key = self.telling.contribution.key
        return reverse("tell-step", args=[key, after.key]) if after else reverse("tell-check", args=[key])

    @property
    def back_url(self) -> str:
        """The page before this one: the list of its like, where there is one."""
        if self.step.many and self.telling.items(self.step):
            return reverse("tell-step", args=[self.telling.contribution.key, self.step.key])
        return self.before_url

    @property
    def before_url(self) -> str:
        """The page before this step."""
        before, _after = neighbours(self.step)
        key = self.telling.contribution.key
        return reverse("tell-step", args=[key, before.key]) if before else reverse("tell-overview", args=[key])

    @property
    def where(self) -> dict[str, Any]:
        """How far one has come: the chapter, and the step's number of all."""
        number, chapter = chapter_of(self.step)
        return {"chapter": chapter, "number": number, "step": STEPS.index(self.step) + 1, "steps": len(STEPS)}

    @cached_property
    def remarks(self) -> list[Remark]:
        """What was asked about this step."""
        return self.telling.remarks_on(self.step)

    @cached_property
    def fields(self) -> list[Asked]:
        """The fields, each with its worked example and the remarks that are about it alone."""
        own = {remark.field: remark.text for remark in self.remarks if remark.field in self.form.fields}
        return asked(self.form, self.step.examples, own)

    @property
    def wrong(self) -> list[str]:
        """What is wrong with the page as a whole."""
        full = _("%(n)d of these are enough for a story. Take one away, or put two into one.") % {"n": self.step.most}
        return [full] if self.full and self.form.is_bound else []

    @property
    def remarks_on_all(self) -> list[str]:
        """The remarks that are about the page as a whole."""
        return [remark.text for remark in self.remarks if remark.field not in self.form.fields]

    @property
    def name(self) -> str:
        """How the page is noted with whoever opened it."""
        return f"{self.step.key}/{self.item}"

    @cached_property
    def also_here(self) -> list[CoAuthor]:
        """Other authors who opened the same page lately."""
        if self.new or self.step == YOU or not self.telling.others:
            return []
        lately = self.telling.contribution.authors.lately_on(self.name, timezone.now() - LATELY)
        return [author for author in lately if author != self.telling.author]

    def note_opened(self) -> None:
        """Let other authors know that this one is here."""
        if self.telling.others and not self.new:
            writing.note_page(author=self.telling.author, page=self.name)

    @property
    def title(self) -> str:
        """The question, with a word before it where something is wrong."""
        return _("Something is wrong: %s") % self.step.title if self.form.errors else str(self.step.title)
