"""The numbers that an explore view shows, and the lists that their links lead to."""

import re
from functools import lru_cache

from django.core.cache import caches
from django.http import QueryDict

from cases.finder import Finder
from tests.reading import BROWSER, soup

VIEWS = ("evidence-map", "innovation-zones", "outcomes", "lineage", "map")
NUMBER = re.compile(r"([\d,]+)(?: stor(?:y|ies))?$|^([\d,]+) ")
"""A number at the end of what a link says, or at its start; with or without its noun."""


def view(name: str, query: str = ""):
    """The view's page, made anew: one that was kept cannot say what it was made of."""
    caches["pages"].clear()
    return BROWSER.get(f"/explore/{name}/?{query}")


def figures(response) -> list[tuple[str, int, str]]:
    """What each link into the list says, the number in it (a heading has it beside the link), and the state that it leads to."""
    main = soup(response).main
    silent = main.select(".silences a")
    links = [link for link in main.select('a[href^="/stories/?"], a[href="/stories/"]') if link not in silent]
    said = [(link.get("aria-label") or text_of(link.find_parent("h2") or link), link["href"]) for link in links]
    found = [(words, NUMBER.search(words), href.partition("?")[2]) for words, href in said]
    return [(words, number_in(match), query) for words, match, query in found if match]


def text_of(element) -> str:
    """Its words on one line."""
    return " ".join(element.get_text(" ").split())


def number_in(match: re.Match) -> int:
    """The number that was found."""
    return int((match[1] or match[2]).replace(",", ""))


def totals():
    """A function from a state to the number of stories in it, which asks for each state once; as fast as the finder is without a page."""
    return lru_cache(maxsize=None)(lambda query: Finder(QueryDict(query)).total)


def untrue(response, total) -> list[tuple[str, int]]:
    """What links say, with the number of stories behind them, where that is another."""
    return [(words, total(query)) for words, number, query in figures(response) if total(query) != number]
