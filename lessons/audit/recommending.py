"""
What to read and to do about a finding: three stories, one of them a failure; two lessons, one with contrary evidence; a step to take.

The choice turns on the statement that the finding turns on, on what kind of finding it is, and on where the reader is. A story that
stands under another finding already comes later here.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cases.choices import Depth, Result
from lessons.audit.findings import Finding, Kind
from lessons.audit.shelf import Shelf
from lessons.audit.steps import next_step
from lessons.balance import Balance, balanced, balances
from lessons.choices import Stance
from lessons.models import Evidence, Lesson, Statement

STORIES = 3


class Why(TextChoices):
    """Why a story is recommended."""

    FAILED = "failed", _("It failed")
    MIXED = "mixed", _("It came out mixed; the library holds no failure here")
    DONE = "done", _("It was done here")
    TOGETHER = "together", _("People from different realms led it together")
    MEASURED = "measured", _("They measured what came of it")
    DOUBTED = "doubted", _("Here something points the other way")
    NEAR = "near", _("It is from a place like yours")
    MORE = "more", _("It bears on the same element")
    ANY = "any", _("It is among the best evidenced stories here")


@dataclass
class Pick:
    """A recommended story (its card), why it is recommended, and what happened there that bears on the finding."""

    card: dict
    why: Why
    alike: list[str]
    key: int | None = None
    evidence: Evidence | None = None


@dataclass
class Advice:
    """A finding with what to read and to do about it."""

    finding: Finding
    stories: list[Pick]
    lessons: list[Lesson]
    step: str

    @property
    def anchor(self) -> str:
        """Its anchor on the page."""
        return f"on-{self.finding.section.slug}"

    @property
    def kind(self) -> Kind:
        """The finding's kind."""
        return self.finding.kind


class Adviser:
    """Chooses for all findings of a result together, in a number of queries that does not grow with them."""

    def __init__(self, found: Sequence[Finding], reader: Mapping[str, str]):
        self.findings = list(found)
        self.shelf = Shelf(reader)
        self.balances = balances()
        self.used = Counter()
        statements = Statement.objects.published().with_lessons([one.focus.asked.slug for one in self.findings])
        self.statements = {statement.slug: statement for statement in statements}
        self.offers = {one.section.slug: self._offers(one) for one in self.findings}
        self.evidence = self._evidence()

    def advice(self) -> list[Advice]:
        """Each finding with its advice; passages and lessons are read at the end, all at once."""
        found = [Advice(one, self._stories(one), self._lessons(one), self._step(one)) for one in self.findings]
        picks = [pick for one in found for pick in one.stories if pick.key]
        passages = {item.pk: item for item in Evidence.objects.chosen({pick.key for pick in picks})}
        for pick in picks:
            pick.evidence = passages.get(pick.key)
        lessons = Lesson.objects.published().in_bulk({pk for one in found for pk in one.lessons})
        balanced(list(lessons.values()), self.balances)
        for one in found:
            one.lessons = [lessons[pk] for pk in one.lessons if pk in lessons]
        return found

    # Stories

    def _offers(self, one: Finding) -> list[tuple[Why, list[dict]]]:
        """What the three stories are chosen from, in their order; where one offer is used up, the next helps out."""
        element, near, shelf = one.section.slug, self.shelf.near(one.section.slug), self.shelf
        focus = [lesson.slug for lesson in self._focus_lessons(one)]
        done = shelf.cards(lesson=focus) if focus else []
        third = {
            Kind.DIFFER: (Why.TOGETHER, shelf.led_together),
            Kind.UNKNOWN: (Why.MEASURED, shelf.measured),
            Kind.OFTEN: (Why.DOUBTED, shelf.doubted),
        }
        why, ask = third.get(one.kind, (Why.NEAR, shelf.near))
        offers = [(Why.FAILED, shelf.failures(element)), (Why.DONE, done), (why, ask(element)), (Why.NEAR, near)]
        return [*offers, (Why.MORE, shelf.cards(element=element)), (Why.ANY, shelf.cards())]

    def _evidence(self) -> dict[str, list[tuple[int, int, str]]]:
        """For each story on offer the evidence in it on lessons of the elements found: key, lesson, stance; the best first."""
        stories = {card["slug"] for offers in self.offers.values() for _why, cards in offers for card in cards}
        lessons = {pk for one in self.findings for pk in self._bearing(one)}
        found = {}
        for key, story, lesson, stance in Evidence.objects.between(stories, lessons):
            found.setdefault(story, []).append((key, lesson, stance))
        return found

    def _stories(self, one: Finding) -> list[Pick]:
        """The three stories; fewer only where the library has no more."""
        picks, taken = [], set()
        for why, cards in self.offers[one.section.slug]:
            fitting = [card for card in cards if card["slug"] not in taken and self._fits(one, why, card)]
            if fitting and len(picks) < STORIES:
                card = min(fitting, key=lambda card: self._order(one, card))
                taken.add(card["slug"])
                picks.append(self._pick(one, why, card))
        for why, card in ((why, card) for why, cards in self.offers[one.section.slug][-2:] for card in cards):
            if len(picks) < STORIES and card["slug"] not in taken:
                taken.add(card["slug"])
                picks.append(self._pick(one, why, card))
        self.used.update(taken)
        return picks

    def _fits(self, one: Finding, why: Why, card: dict) -> bool:
        """Whether what is said of the story would be true."""
        if why == Why.DONE:
            focus = {lesson.pk for lesson in self._focus_lessons(one)}
            rows = self.evidence.get(card["slug"], ())
            return card["result"] != Result.FAILED and any(
                lesson in focus and stance == Stance.SUPPORTS for _key, lesson, stance in rows
            )
        return why != Why.NEAR or bool(self.shelf.likeness(card))

    def _order(self, one: Finding, card: dict) -> tuple:
        """What comes first: what stands nowhere yet, what is like the reader's place, what bears on the statement, what is told in full."""
        focus = {lesson.pk for lesson in self._focus_lessons(one)}
        on_focus = any(lesson in focus for _key, lesson, _stance in self.evidence.get(card["slug"], ()))
        alike = len(self.shelf.likeness(card))
        return self.used[card["slug"]], -alike, not on_focus, Depth.values.index(card["depth"]), card["slug"]

    def _pick(self, one: Finding, why: Why, card: dict) -> Pick:
        """The story with its best evidence: on the statement in question before others of the element."""
        focus = [lesson.pk for lesson in self._focus_lessons(one)]
        bearing = set(self._bearing(one))
        rows = [row for row in self.evidence.get(card["slug"], ()) if row[1] in bearing]
        if why == Why.DONE:
            rows = [row for row in rows if row[2] == Stance.SUPPORTS]
        if why == Why.DOUBTED:
            rows = [row for row in rows if row[2] != Stance.SUPPORTS] or rows
        key = next((row[0] for row in sorted(rows, key=lambda row: row[1] not in focus)), None)
        if why == Why.FAILED and card["result"] != Result.FAILED:
            why = Why.MIXED
        return Pick(card, why, self.shelf.likeness(card), key)

    # Lessons, and the step

    def _focus_lessons(self, one: Finding) -> list[Lesson]:
        """The published lessons that bear on the statement in question."""
        statement = self.statements.get(one.focus.asked.slug)
        return [lesson for lesson in statement.lessons.all() if lesson.live] if statement else []

    def _bearing(self, one: Finding) -> list[int]:
        """The lessons (ids) of the statement in question, and those of the element."""
        return [*(lesson.pk for lesson in self._focus_lessons(one)), *self.shelf.lessons.get(one.section.slug, ())]

    def _lessons(self, one: Finding) -> list[int]:
        """Two lessons (ids): the best supported that bears on the statement, and one with contrary evidence where there is any."""
        focus = [lesson.pk for lesson in self._focus_lessons(one)]
        bearing = list(dict.fromkeys(self._bearing(one)))
        first = max(focus or bearing, key=lambda pk: self._balance(pk).supports, default=None)
        others = [pk for pk in bearing if pk != first]
        second = max(others, key=lambda pk: (pk in focus and any(self._against(pk)), *self._against(pk)), default=None)
        found = [pk for pk in (first, second) if pk]
        return found[::-1] if one.kind == Kind.OFTEN else found

    def _balance(self, lesson: int) -> Balance:
        return self.balances.get(lesson, Balance())

    def _against(self, lesson: int) -> tuple[int, int]:
        balance = self._balance(lesson)
        return balance.contradicts, balance.qualifies

    def _step(self, one: Finding) -> str:
        statement = self.statements.get(one.focus.asked.slug)
        return next_step(one, statement.next_step if statement else "")
