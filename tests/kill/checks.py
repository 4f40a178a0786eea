"""What must hold after a kill: nothing lost, the index whole, and the finder saying what the database says."""

import json
import re
from pathlib import Path
from typing import Any

from django.http import QueryDict

from cases.finder import Finder
from cases.models import Story
from cases.search.changes import current
from cases.search.index import LibraryIndex

NUMBER = re.compile(r"number(\d+)$")


def number_of(title: str) -> int:
    """The number of the change that the title carries."""
    found = NUMBER.search(title)
    return int(found[1]) if found else 0


def lost(confirmed: list[tuple[str, int, int]]) -> list[str]:
    """Confirmed changes that the database does not have."""
    held = {pk: (number_of(title), live) for pk, title, live in Story.objects.values_list("pk", "title", "live")}
    newest = {pk: (kind, number) for kind, pk, number in confirmed}
    found = []
    for pk, (kind, number) in newest.items():
        held_number, live = held.get(pk, (-1, False))
        if held_number < number:
            found.append(f"story {pk}: change {number} was confirmed, the database has {held_number}")
        elif held_number == number and live != (kind == "published"):
            found.append(f"story {pk}: change {number} was “{kind}”, and the database says live={live}")
    return found


def titles() -> dict[str, str]:
    """What readers must be shown, by slug."""
    return dict(Story.objects.published().values_list("slug", "title"))


def served(server) -> list[str]:
    """Where the server does not say what the database says."""
    expected, found, page, pages = titles(), {}, 1, 1
    while page <= pages:
        status, answer = server.get(f"/stories.json?sort=title&page={page}")
        if status != 200:
            return [f"/stories.json answers {status}: {answer}"]
        found |= {card["slug"]: card["title"] for card in answer["results"]}
        page, pages = page + 1, answer["pages"]
    wrong = (
        []
        if answer["total"] == len(expected)
        else [f"the finder counts {answer['total']}, the database {len(expected)}"]
    )
    counted = sum(option["count"] for option in answer["facets"]["depth"])
    wrong += [] if counted == len(expected) else [f"the facet “depth” counts {counted}, the database {len(expected)}"]
    return wrong + differences("the finder shows", found, expected)


def whole(folder: Path) -> list[str]:
    """Where the index, opened anew, does not hold what the database holds."""
    expected = titles()
    snapshot = LibraryIndex(folder).snapshot()
    if snapshot.generation != current():
        return [f"the index stays at generation {snapshot.generation}, the library is at {current()}"]
    finder = Finder(QueryDict("sort=title"), snapshot)
    cards = [json.loads(document.get_first("card")) for document in finder._documents("title", 1000, 0)]
    wrong = [] if len(cards) == len(expected) else [f"the index has {len(cards)} stories, the database {len(expected)}"]
    wrong += differences("the index holds", {card["slug"]: card["title"] for card in cards}, expected)
    for title in list(expected.values())[:5]:
        if (number := number_of(title)) and not Finder(QueryDict(f"q=number{number}"), snapshot).total:
            wrong.append(f"“number{number}” is in a title and is not found")
    return wrong


def differences(what: str, found: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """The first few differences, in words."""
    slugs = sorted(slug for slug in found.keys() | expected.keys() if found.get(slug) != expected.get(slug))
    return [f"{slug}: {what} {found.get(slug)!r}, the database {expected.get(slug)!r}" for slug in slugs[:5]]
