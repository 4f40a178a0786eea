"""How an element moved from one round to the next."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext

from lessons.audit.questionnaire import Section
from lessons.audit.tallies import Tally, differ


@dataclass(frozen=True)
class Change:
    """An element in two rounds, by the statements that both asked in the same words."""

    section: Section
    before: Tally
    now: Tally
    asked: int
    alone: bool

    @property
    def by(self) -> float:
        """How far it moved; towards “always” is more than nothing."""
        return self.now.mean - self.before.mean

    @property
    def readable(self) -> bool:
        """Whether it moved further than chance would move the answers of so few people."""
        return not self.alone and differ(self.now, self.before)

    @property
    def sentence(self) -> str:
        """How it moved, and whether that can be read."""
        if self.before.words == self.now.words:
            return capfirst(gettext("%s, as before.") % self.now.words)
        moved = gettext("from %(before)s to %(now)s") % {"before": self.before.words, "now": self.now.words}
        if self.alone:
            return capfirst(f"{moved}.")
        if self.readable:
            return capfirst(gettext("%s: more than chance would move so few answers.") % moved)
        return capfirst(gettext("%s: too little to read among so few people.") % moved)
