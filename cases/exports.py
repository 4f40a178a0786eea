"""The finder's twins: the same stories as JSON, as CSV and as an Atom feed."""

import csv
import re
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cases.addresses import absolute
from cases.choices import Result
from cases.facets import FACETS
from cases.finder import Finder
from cases.markdown import readable
from cases.reading_list import ReadingList, list_title
from cases.sheets.cells import inert
from cases.state import Sort

FEED_LENGTH = 50
COLUMNS = ("slug", "title", "summary", "url", "years", "published", "updated")


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
        "results": [_result(card) for card in finder.results],
        "facets": {
            view.facet.key: [
                {"value": o.value, "label": o.label, "count": o.count, "selected": o.selected, "url": absolute(o.url)}
                for o in view.options
            ]
            for view in finder.facets
        },
    }


def _result(card: dict) -> dict:
    """A story in JSON."""
    found = {**card, "url": story_address(card)}
    return {key: found[key] for key in ("slug", "title", "summary", "url", "result", "updated")}


class _Line:
    """What csv writes to: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def as_csv(finder: Finder) -> Iterator[str]:
    """One line a story that matches, on all pages, with the facets as columns; several values are parted by “; ”."""
    # Every cell is quoted, so that no other separator parts it.
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    yield "\ufeff" + csv.writer(_Line()).writerow([*COLUMNS, *(facet.key for facet in FACETS)])
    for card in finder.cards():
        row = {**card, "url": story_address(card)}
        facets = ("; ".join(f.show(value, label) for value, label in card["values"].get(f.key, [])) for f in FACETS)
        yield writer.writerow([inert(row[name]) for name in COLUMNS] + [inert(text) for text in facets])


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


def list_as_json(shown: ReadingList) -> dict:
    """The stories of a list in its order, and what on it is no published story."""
    return {
        "title": list_title(shown),
        "url": absolute(shown.url()),
        "total": len(shown.cards),
        "missing": list(shown.missing),
        "results": [_result(card) for card in shown.cards],
    }


def list_as_markdown(shown: ReadingList) -> str:
    """The list as a reading list: a numbered paragraph a story, with place, years, result and address."""
    parts = [f"# {_plain(list_title(shown))}", f"<{absolute(shown.url())}>"]
    for number, card in enumerate(shown.cards, 1):
        facts = [*card["where"], card["years"], str(Result(card["result"]).label)]
        parts.append(
            f"{number}. **[{_plain(card['title'])}]({story_address(card)})**  \n"
            f"   {_plain(' · '.join(fact for fact in facts if fact))}\n\n"
            f"   {_plain(card['summary'])}"
        )
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """The text on one line, so that no sign in it is Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(text.split()))


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
