"""
Who is shown apart. Few people are never shown apart from the rest, nor can anybody work out by subtraction what they said.

Nothing of all together is shown before the round is closed or five have handed in. While it is open the result grows by three sheets
at a time, and is of everybody together. Once it is closed, kinds of people are shown apart: those of fewer than three are folded into one
group, and where even that has fewer than three, the next smallest joins it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from cases.wording import joined
from lessons.choices import Voice

LEAST_APART = 3
"""People in the smallest group that is shown."""

LEAST_OPEN = 5
"""People in the smallest result that is shown while others may still answer."""

NAMES = {
    Voice.MEMBER: gettext_lazy("members"),
    Voice.STAFF: pgettext_lazy("people", "staff"),
    Voice.PARTNER: gettext_lazy("partners"),
    Voice.USER: gettext_lazy("users"),
}


@dataclass(frozen=True)
class Group:
    """People who are shown together."""

    name: str
    sheets: frozenset[int]
    mark: str = ""
    """The shape that stands for it in a drawing; '' for everybody."""
    inside: str = ""
    """The name as it reads inside a sentence."""

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.sheets)


def in_sight(handed_in: int, is_open: bool, seen: int) -> int:
    """
    Of how many sheets, in the order in which they were handed in, a result may be shown; 0 where none may.

    `seen` is the size of the largest result that anybody saw while the round was open. One or two sheets more would give away what
    those one or two say, so they stay out for good.
    """
    if is_open:
        return handed_in - (handed_in - LEAST_OPEN) % LEAST_APART if handed_in >= LEAST_OPEN else 0
    if handed_in < LEAST_APART:
        return 0
    return seen if 0 < handed_in - seen < LEAST_APART and seen else handed_in


def everybody(voices: Mapping[int, str]) -> Group:
    """All of them; `voices` says of each sheet as whom its person answers."""
    return Group(_("Everybody"), frozenset(voices), inside=_("everybody"))


def apart(voices: Mapping[int, str]) -> list[Group]:
    """The groups that may be shown beside everybody, in the order of voices, what was folded last; none where there would be only one."""
    counts = Counter(voices.values())
    known = [voice for voice in Voice if counts[voice]]
    folded = [voice for voice in known if counts[voice] < LEAST_APART]
    rest = sorted((voice for voice in known if voice not in folded), key=lambda voice: counts[voice])
    while folded and rest and sum(counts[voice] for voice in folded) < LEAST_APART:
        folded.append(rest.pop(0))
    parts = [(voice,) for voice in known if voice in rest] + ([sorted_voices(folded)] if folded else [])
    return [group(part, voices, mark) for part, mark in zip(parts, "abcd", strict=False)] if len(parts) > 1 else []


def sorted_voices(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """The voices in their own order."""
    return tuple(voice for voice in Voice if voice in voices)


def group(part: Sequence[Voice], voices: Mapping[int, str], mark: str) -> Group:
    """The group of the people who answer as any of these."""
    sheets = frozenset(sheet for sheet, voice in voices.items() if voice in part)
    inside = joined([NAMES[voice] for voice in part], _("and"))
    return Group(capfirst(inside), sheets, mark, inside)
