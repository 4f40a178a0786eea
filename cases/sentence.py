"""The finder's sentence: its heading, the page's title, and what a screen reader hears."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from cases.facets import FACETS, Facet
from cases.wording import joined

Choice = tuple[Facet, Sequence[tuple[str, str]]]
"""A facet, and the values (with their labels) that are chosen in it."""


def sentence(total: int, words: str, chosen: Sequence[Choice]) -> str:
    """How many stories there are of what is asked for, in one sentence without a full stop.

    What they are about comes first, then one clause of everything that they do (“that failed and mention “bins””), then the rest.
    """
    turn = next(place for place, facet in enumerate(FACETS) if facet.clause)
    about = [facet.describe(labels, total) for facet, labels in chosen if facet in FACETS[:turn]]
    rest = [facet.describe(labels, total) for facet, labels in chosen if facet in FACETS[turn:] and not facet.clause]
    clause = _clause(total, words, [choice for choice in chosen if choice[0].clause])
    if clause and rest:
        rest[0] = f", {rest[0].removeprefix(', ')}"
    parts = [_count(total), *about, *clause, *rest]
    return "".join(part if part.startswith(", ") else f" {part}" for part in parts).strip()


def _count(total: int) -> str:
    if not total:
        return gettext("No stories")
    return ngettext("%(total)s story", "%(total)s stories", total) % {"total": f"{total:,}"}


def _clause(total: int, words: str, chosen: Sequence[Choice]) -> list[str]:
    """The clause, or nothing. Where a part of it is itself a choice (“failed or were mixed”), commas keep the parts apart."""
    verbs = [facet.describe(labels, total) for facet, labels in chosen]
    if words:
        verbs.append(ngettext("mentions %s", "mention %s", total) % f"“{words}”")
    if len(verbs) > 1 and any(len(labels) > 1 for _facet, labels in chosen):
        verbs = [*(f"{verb}," for verb in verbs[:-2]), f"{verbs[-2]}, {gettext('and')} {verbs[-1]}"]
        return [gettext("that %s") % " ".join(verbs)]
    return [gettext("that %s") % joined(verbs, gettext("and"))] if verbs else []
