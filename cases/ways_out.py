"""Ways out of an empty list: a better spelling, and filters that could be dropped, each with what it would show."""

from dataclasses import replace

from django.utils.translation import gettext

from cases.addresses import finder_url
from cases.facets import FACETS
from cases.search import words
from cases.shown import Step
from cases.state import FinderState

MOST = 3
"""Filters that are offered to be dropped."""


def correction(finder) -> dict | None:
    """A better spelling that finds something, where the words of the finder's state find nothing."""
    if finder.total or not finder.state.words:
        return None
    better = words.correction(finder.snapshot.searcher, finder.index.schema, finder.state.words)
    if not better:
        return None
    state = replace(finder.state, words=better, page=1)
    count = finder.count_of(state)
    return {"words": better, "url": state.url(), "count": count} if count else None


def steps(finder) -> list[Step]:
    """Where nothing matches: each filter that could be dropped and then the whole library; the most promising first."""
    if finder.total:
        return []
    found = [Step(label, state.url(), count) for label, state in wider(finder) if (count := finder.count_of(state))]
    found = sorted((step for step in found if step.url != finder_url({})), key=lambda step: -step.count)
    return [
        *found[:MOST],
        Step(gettext("See the whole library"), finder_url({}), finder.count_of(FinderState())),
    ]


def wider(finder) -> list[tuple[str, FinderState]]:
    """The state without its words, and without each of its filters, with what is dropped."""
    state, found = finder.state, []
    if state.words:
        found.append((f"“{state.words}”", replace(state, words="", page=1)))
    for facet in FACETS:
        if values := state.chosen.get(facet.key):
            labels = ", ".join(finder.label_of(facet, value) for value in values)
            found.append((f"{str(facet.label).lower()}: {labels}", state.without(facet.key)))
    return [(gettext("Drop %s") % what, other) for what, other in found]
