"""What must hold after a kill: nothing lost, the index whole, and the finder saying what the database says."""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from django.http import QueryDict

from cases.finder import Finder
from cases.models import (
    Citation,
    FormerSlug,
    Leader,
    Measure,
    Milestone,
    Organisation,
    Participation,
    Role,
    Source,
    Story,
)
from cases.record.renaming import renamed_to
from cases.search.changes import current
from cases.search.index import LibraryIndex
from lessons.models import Evidence, Illustration
from tests.kill.deeds import AGAIN, number_of

NOUNS = {model._meta.model_name: model for model in (Leader, Organisation, Source)}

LINKS = [
    (Role, ("leader__name", "organisation__name", "group", "note")),
    (Participation, ("organisation__name", "part")),
    (Citation, ("source__title", "section", "page")),
    (Evidence, ("lesson__sentence", "stance", "what_happened", "source__title")),
    (Illustration, ("element__name", "source__title")),
    (Measure, ("indicator", "result", "source__title")),
    (Milestone, ("year", "text", "source__title")),
    (Story.places.through, ("place__name",)),
]
"""What stories are tied to the rest of the library by, and what each row says. No deed adds or takes any."""


def tied() -> dict[int, Counter]:
    """What each story names and what evidence it carries; a record that was written down twice counts as the one."""
    found = defaultdict(Counter, {pk: Counter() for pk in Story.objects.values_list("pk", flat=True)})
    for model, said in LINKS:
        for pk, *values in model.objects.values_list("story_id", *said):
            named = tuple(AGAIN.sub("", value) if isinstance(value, str) else value for value in values)
            found[pk][(model._meta.model_name, *named)] += 1
    return dict(found)


def untied(before: dict[int, Counter]) -> list[str]:
    """Stories, links and evidence that there were and that are not any more, or that are there twice."""
    now = tied()
    wrong = [f"story {pk} is gone" for pk in before.keys() - now.keys()]
    for pk in before.keys() & now.keys():
        wrong += [f"story {pk} has lost {row}" for row in before[pk] - now[pk]]
        wrong += [f"story {pk} has too many of {row}" for row in now[pk] - before[pk]]
    return wrong[:10]


def lost(confirmed: list[tuple[str, ...]]) -> list[str]:
    """Confirmed changes that the database does not have."""
    rows = Story.objects.values_list("pk", "title", "live", "retired_on")
    held = {pk: (number_of(title), live, retired is not None) for pk, title, live, retired in rows}
    newest = {int(line[1]): (line[0], int(line[2])) for line in confirmed if line[0] in STATES}
    found = []
    for pk, (kind, number) in newest.items():
        held_number, *state = held.get(pk, (-1, False, False))
        if held_number < number:
            found.append(f"story {pk}: change {number} was confirmed, the database has {held_number}")
        elif held_number == number and kind != "uncertain" and tuple(state) != STATES[kind]:
            found.append(f"story {pk}: change {number} was “{kind}”, and the database says live, retired: {state}")
    return found + _halved(confirmed, held) + _unnamed(confirmed) + _unmerged(confirmed)


STATES = {"published": (True, False), "hidden": (False, False), "retired": (False, True), "uncertain": ()}
"""What was said of a story, and whether it is then live and retired."""


def _halved(confirmed, held) -> list[str]:
    """Stories that were published together, and of which one was not."""
    pairs = [tuple(map(int, line[1:])) for line in confirmed if line[0] == "together"]
    pairs += [(other, one, number) for one, other, number in pairs]
    return [
        f"story {one} was published as {number} together with story {other}, which carries {held[other][0]}"
        for one, other, number in pairs
        if held[one][0] == number and held[other][0] < number
    ]


def _unnamed(confirmed) -> list[str]:
    """Names that stories had and under which they are not found any more."""
    named = {f"kept-{pk}-{number}": int(pk) for _kind, pk, number in (line for line in confirmed if line[0] == "named")}
    now = dict(Story.objects.filter(slug__in=named).values_list("slug", "pk"))
    now |= dict(
        FormerSlug.objects.of(Story).filter(slug__in=named.keys() - now.keys()).values_list("slug", "record_id")
    )
    return [f"story {pk} is not found under “{slug}” any more" for slug, pk in named.items() if now.get(slug) != pk]


def _unmerged(confirmed) -> list[str]:
    """Records that were made one, and are still two, or of which the name leads nowhere."""
    found = []
    for _kind, noun, slug, kept in (line for line in confirmed if line[0] == "merged"):
        model = NOUNS[noun]
        if model.objects.filter(slug=slug).exists():
            found.append(f"the {noun} “{slug}” was merged, and is still there")
        if renamed_to(model, slug) is None:
            found.append(f"the {noun} “{slug}” was merged into {kept}, and its name leads nowhere")
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
