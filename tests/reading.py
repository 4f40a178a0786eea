"""What a reader gets: pages as text and links, the finder as rows, counts and chips."""

from bs4 import BeautifulSoup
from django.test import Client

BROWSER = Client()
"""Reads the finder; it holds no cookie."""


def soup(response) -> BeautifulSoup:
    """The page."""
    return BeautifulSoup(response.content, "html.parser")


def words(response) -> str:
    """All the words of the page's main part, on one line."""
    page = soup(response)
    return " ".join((page.main or page).get_text(" ").split())


def links(response) -> dict[str, str]:
    """The links of the page's main part: label to address."""
    page = soup(response)
    return {" ".join(link.get_text(" ").split()): link["href"] for link in (page.main or page).find_all("a", href=True)}


def rows(response) -> list[str]:
    """The titles of the stories that the finder shows, in order."""
    return [title.get_text() for title in soup(response).select(".story-row-title")]


def finder(query: dict | None = None) -> dict:
    """The finder's state as JSON."""
    return BROWSER.get("/stories.json", query_params=query).json()


def at(url: str) -> dict:
    """The finder's state as JSON, behind an address of the finder's page."""
    return BROWSER.get(f"/stories.json?{url.partition('?')[2]}").json()


def found(query: dict | None = None) -> list[str]:
    """The slugs of the stories on the first page, in order; a value that was left out would show every story."""
    state = finder(query)
    left_out = [text for text in state["ignored"] if not text.startswith(("q=", "sort=", "page="))]
    assert left_out == []
    return [story["slug"] for story in state["results"]]


def every(query: dict) -> list[str]:
    """The slugs on all pages, in order."""
    first = finder(query)
    pages = [finder({**query, "page": number})["results"] for number in range(2, first["pages"] + 1)]
    return [story["slug"] for results in [first["results"], *pages] for story in results]


def option(state: dict, facet: str, value: str) -> dict | None:
    """The option of that value, or None where the finder does not show it."""
    return next((option for option in state["facets"][facet] if option["value"] == value), None)
