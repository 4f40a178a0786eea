"""The finder's twins: the same stories as JSON, as CSV and as an Atom feed."""

import csv
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cases.choices import Result
from cases.facets import FACETS
from cases.finder import Finder
from cases.markdown import readable
from cases.state import Sort

FEED_LENGTH = 50
COLUMNS = ("slug", "title", "summary", "url", "years", "published", "updated")


def absolute(path: str) -> str:
    """The address with the site in front."""
    return f"{settings.SITE_URL}{path}"


def story_address(card: dict) -> str:
    """The public address of a card's story."""
    return absolute(reverse("story-page", args=[card["slug"]]))


def as_json(finder: Finder) -> dict:
    """The state and this page of its stories, with every facet value that has a count or is chosen."""
    return {
        "sentence": finder.sentence,
        "total": finder.total,
        "page": finder.page,
        "pages": finder.pages,
        "ignored": list(finder.state.ignored),
        "results": [
            {
                "slug": card["slug"],
                "title": card["title"],
                "summary": card["summary"],
                "url": story_address(card),
                "result": card["result"],
                "updated": card["updated"],
            }
            for card in finder.results
        ],
        "facets": {
            view.facet.key: [
                {"value": o.value, "label": o.label, "count": o.count, "selected": o.selected, "url": absolute(o.url)}
                for o in view.options
            ]
            for view in finder.facets
        },
    }


class _Line:
    """What csv writes to: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def as_csv(finder: Finder) -> Iterator[str]:
    """One line a story that matches, on all pages, with the facets as columns; several values are parted by “; ”."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow([*COLUMNS, *(facet.key for facet in FACETS)])
    for card in finder.cards():
        row = {**card, "url": story_address(card)}
        facets = ("; ".join(f.show(value, label) for value, label in card["values"].get(f.key, [])) for f in FACETS)
        yield writer.writerow([inert(row[name]) for name in COLUMNS] + [inert(text) for text in facets])


def inert(cell: str) -> str:
    """The text of a cell so that no spreadsheet runs it as a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else cell


def as_atom(finder: Finder) -> str:
    """The newest stories that match."""
    feed = Atom1Feed(
        title=f"{finder.sentence} · {settings.WAGTAIL_SITE_NAME}",
        link=absolute(finder.state.url()),
        feed_url=absolute(finder.state.url("story-list-atom")),
        description=_("The newest stories first."),
        language=settings.LANGUAGE_CODE,
    )
    for card in finder.cards(Sort.NEWEST, min(FEED_LENGTH, finder.total)):
        feed.add_item(
            title=readable(card["title"]),
            link=story_address(card),
            unique_id=story_address(card),
            description=f"{readable(card['summary'])} ({Result(card['result']).label})",
            pubdate=_moment(card["published"]),
            updateddate=_moment(card["updated"]),
            categories=[readable(label) for _value, label in card["values"].get("policy", [])],
        )
    return feed.writeString("utf-8")


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
