"""The kinds of matters that one can follow: stories in a state of the finder, one story; upper floors add theirs."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cases.addresses import finder_url
from cases.choices import How, Result
from cases.facets import FACETS
from cases.finder import Finder
from cases.following.watching import LABELS, STORY
from cases.models import News, Story
from cases.reading_list import ListFinder
from cases.search.index import Snapshot, library_index
from cases.sentence import sentence
from cases.wording import joined, uncapitalised

STORIES = "stories"


@dataclass(frozen=True)
class Item:
    """Something new as a mail tells it."""

    title: str
    url: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Matter:
    """What is followed, in words, and its address; both are empty where it is not there any more."""

    label: str = ""
    url: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of matter to follow. A matter has a key: a state of the finder, or the primary key of a record."""

    name: str
    about: str
    """What its news is about (`cases.following.watching`)."""
    matters: Callable[[Collection[str]], dict[str, Matter]]
    """The matters of these keys that are there, in a number of queries that does not grow."""
    items: Callable[[str, Sequence[News]], list[Item]]
    """Of news of its kind that which is about the matter, as it is told."""
    records: Callable[[], Any] | None = None
    """The records that can be followed; None for states of the finder."""

    def matter(self, key: str) -> Matter:
        """The one matter."""
        return self.matters([key]).get(key, Matter())


KINDS: dict[str, Kind] = {}


def numbers(keys: Iterable[str]) -> list[int]:
    """The primary keys among the keys."""
    return [int(key) for key in keys if key.isdecimal() and len(key) < 18]


def register_kind(kind: Kind) -> None:
    """Let readers follow matters of a kind; registering it again changes nothing."""
    KINDS.setdefault(kind.name, kind)


def finder_key(query: QueryDict) -> str:
    """The state of the finder that the query asks for, without page and order, so that the same state has one key."""
    parameters = Finder(query).state.parameters
    return urlencode(
        {name: value for name, value in parameters.items() if value and name not in ("sort", "page")}, True
    )


def _states(keys: Collection[str]) -> dict[str, Matter]:
    snapshot = library_index().snapshot()
    return {key: Matter(_state_in_words(key, snapshot), finder_url(dict(QueryDict(key).lists()))) for key in keys}


def _state_in_words(key: str, snapshot: Snapshot) -> str:
    """The state in words, without a number; its bare values where no story has some of them any more."""
    finder = Finder(QueryDict(key), snapshot)
    if not _is_known(finder, key):
        return _("Stories with %s") % ", ".join("=".join(pair) for pair in parse_qsl(key))
    chosen = [(facet, finder.state.chosen[facet.key]) for facet in FACETS if facet.key in finder.state.chosen]
    labelled = [(facet, [(value, finder.label_of(facet, value)) for value in values]) for facet, values in chosen]
    return _("Stories") + sentence(2, finder.state.words, labelled).removeprefix(sentence(2, "", []))


def _is_known(finder: Finder, key: str) -> bool:
    """Whether the finder knows a value of every facet of the key; a facet that it left out would narrow nothing."""
    return set(QueryDict(key)) - {"q"} == set(finder.state.chosen)


def _finder_items(key: str, news: Sequence[News]) -> list[Item]:
    """New and changed stories that are in the state now, the newest first."""
    told = {}
    for piece in news:
        if piece.how != How.GONE:
            told.setdefault(piece.story_id, []).append(piece)
    slugs = dict(Story.objects.published().of_ids(told).values_list("slug", "pk"))
    finder = ListFinder(QueryDict(key), list(slugs))
    cards = finder.cards(sort="newest") if slugs and _is_known(finder, key) else ()
    return [_of_card(card, told[slugs[card["slug"]]]) for card in cards]


def _of_card(card: dict, pieces: Sequence[News]) -> Item:
    is_new = any(piece.how == How.NEW for piece in pieces)
    said = _("New. Result: %s") % Result(card["result"]).label if is_new else what_changed(pieces)
    return Item(card["title"], finder_url({}, "story-page", card["slug"]), (said, card["summary"]))


def what_changed(pieces: Iterable[News]) -> str:
    """Which parts of a story changed, in a sentence."""
    parts = dict.fromkeys(part for piece in pieces for part in piece.parts)
    names = [uncapitalised(LABELS[part]) for part in LABELS if part in parts]
    return _("Changed: %s") % joined(names, _("and")) if names else _("Changed")


def _stories(keys: Collection[str]) -> dict[str, Matter]:
    found = Story.objects.of_ids(numbers(keys))
    return {str(story.pk): Matter(story.title, story.get_absolute_url()) for story in found}


def _story_items(key: str, news: Sequence[News]) -> list[Item]:
    """What changed of the story, as one item; that it was taken back, or is there again, where that came last."""
    mine = [piece for piece in news if str(piece.key) == key]
    story = Story.objects.of_ids(numbers([key])).first()
    if not mine or story is None:
        return []
    if not story.live:
        said = (
            _("It has been retired: %s") % story.retired_because if story.retired_on else _("It has been taken back.")
        )
    elif mine[-1].how == How.NEW:
        said = _("It is published again.")
    else:
        said = what_changed(mine)
    return [Item(story.title, story.get_absolute_url(), (said,))]


register_kind(Kind(STORIES, STORY, _states, _finder_items))
register_kind(Kind("story", STORY, _stories, _story_items, Story.objects.all))
