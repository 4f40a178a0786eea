"""
A reader's own list of stories.

It lies in a cookie of the reader's browser, or in an address that somebody shared; the library keeps none. Nothing in a cookie or in an
address is an error: what is no name of a story is left out, and names that no story has (any more) are said and dropped.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from tantivy import Occur, Query

from cases.addresses import absolute, finder_url
from cases.choices import parse
from cases.collected import OrderedFinder
from cases.markdown import readable
from cases.matching import NONE
from cases.models import Story
from cases.record.renaming import follow_names, renamed_to
from cases.search.sets import Stories
from cases.state import FinderState

COOKIE = "casebook-list"
"""The cookie's name; static/js/list.js reads and writes the same cookie."""

MOST = 40
"""Stories on a list: with the longest names they still fit into one cookie."""

YEAR = 365 * 24 * 60 * 60
"""Seconds that a browser keeps the list after its last change."""

LONGEST_TITLE = 100
MOST_COMPARED = 4
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


class Change(TextChoices):
    """What a reader can do with the list."""

    ADD = "add", _("Add to my list")
    REMOVE = "remove", _("Remove")
    UP = "up", _("Move up")
    DOWN = "down", _("Move down")
    KEEP = "keep", _("Keep as my list")
    REPLACE = "replace", _("Replace my list")


def names_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the texts that may be slugs, each once."""
    return tuple(dict.fromkeys(text for text in texts if SLUG.fullmatch(text)))


class ListFinder(OrderedFinder):
    """The finder over the stories of a list and nothing else, in the order of the list."""

    def _query(self, state: FinderState | None = None, leave_out: Collection[str] = NONE) -> Query:
        clauses = [super()._query(state, leave_out), Query.const_score_query(self._these(), 0.0)]
        return Query.boolean_query([(Occur.Must, clause) for clause in clauses])

    def _stories(self, text: str, chosen: Sequence[tuple[str, Sequence[str]]]) -> Stories:
        found = super()._stories(text, chosen)
        return Stories(found.bits & self.snapshot.stories(self._these()), found.places)


@dataclass(frozen=True)
class ReadingList:
    """Stories in somebody's order: the reader's own, or one that somebody `shared`."""

    slugs: tuple[str, ...] = ()
    title: str = ""
    shared: bool = False
    too_many: int = 0
    """How many stories an address names beyond the most."""

    @classmethod
    def own(cls, request: HttpRequest) -> "ReadingList":
        """The list in the reader's cookie, empty where there is none."""
        return cls(names_in(request.COOKIES.get(COOKIE, "")[:8000].split("."))[:MOST])

    @classmethod
    def asked_for(cls, request: HttpRequest) -> "ReadingList":
        """The list in the address, where it names any story; else the reader's own."""
        query = request.GET.copy()
        named = names_in(query.getlist("story"))
        if not named:
            return cls.own(request).under_new_names()
        title = " ".join(readable(query.get("title", "")).split())[:LONGEST_TITLE]
        found = cls(named[:MOST], title, shared=True, too_many=len(named[MOST:]))
        follow_names(query, [("story", slug) for slug in found.unknown])
        return found

    @cached_property
    def finder(self) -> ListFinder:
        """The finder over its stories."""
        return ListFinder(QueryDict(), self.slugs)

    @cached_property
    def cards(self) -> list[dict]:
        """The cards of its published stories, in the order of the list."""
        return list(self.finder.cards()) if self.slugs else []

    @cached_property
    def missing(self) -> dict[str, str]:
        """What is no published story: by slug, the title of a story that was taken back, or '' for what never was one."""
        shown = {card["slug"] for card in self.cards}
        lost = [slug for slug in self.slugs if slug not in shown]
        stories = {story.slug: story for story in Story.objects.of_slugs(lost)} if lost else {}
        titles = {slug: stories[slug].title for slug in stories if stories[slug].first_published_at}
        # A story that was published while this list was read is not missing.
        return {slug: titles.get(slug, "") for slug in lost if slug not in stories or not stories[slug].live}

    @property
    def taken_back(self) -> list[str]:
        """The titles of its stories that were published once."""
        return [title for title in self.missing.values() if title]

    @property
    def unknown(self) -> list[str]:
        """The names on it that no story has."""
        return [slug for slug, title in self.missing.items() if not title]

    def under_new_names(self) -> "ReadingList":
        """The list with stories that were renamed under the names that they have now."""
        new = {slug: renamed_to(Story, slug) for slug in self.unknown}
        if not any(new.values()):
            return self
        return replace(self, slugs=names_in(new.get(slug) or slug for slug in self.slugs))

    @property
    def found(self) -> tuple[str, ...]:
        """Its slugs without those of missing stories."""
        return tuple(slug for slug in self.slugs if slug not in self.missing)

    @property
    def full(self) -> bool:
        """Whether no other story fits."""
        return len(self.slugs) >= MOST

    def over(self, other: "ReadingList") -> int:
        """How many stories of the other list do not fit behind those of this one."""
        return max(len({*self.slugs, *other.slugs}) - MOST, 0)

    def url(self, name: str = "reading-list") -> str:
        """The address that holds the list, or its twin of that URL name."""
        return finder_url({"story": self.found, "title": self.title}, name)

    @property
    def shared_url(self) -> str:
        """That address with scheme and host, to send to somebody."""
        return absolute(self.url())

    @property
    def twins(self) -> dict[str, str]:
        """The list as CSV, JSON and Markdown."""
        return {kind: self.url(f"reading-list-{kind}") for kind in ("csv", "json", "md")}

    @property
    def compare_url(self) -> str:
        """Its stories side by side, or '' where they are too few or too many for that."""
        few = 2 <= len(self.found) <= MOST_COMPARED
        return finder_url({"story": self.found}, "story-page", "compare") if few else ""

    def changed(self, change: Change, named: tuple[str, ...]) -> "ReadingList":
        """The list after the change, which is about the stories of these slugs."""
        if change in (Change.KEEP, Change.REPLACE):
            return ReadingList(named[:MOST])
        if change == Change.ADD:
            return ReadingList(names_in((*self.slugs, *named))[:MOST])
        if change == Change.REMOVE:
            return ReadingList(tuple(slug for slug in self.slugs if slug not in named))
        return self._moved(named[:1], -1 if change == Change.UP else 1)

    def _moved(self, named: tuple[str, ...], step: int) -> "ReadingList":
        slugs = list(self.slugs)
        for slug in set(named) & set(slugs):
            place = slugs.index(slug)
            slugs.insert(max(place + step, 0), slugs.pop(place))
        return ReadingList(tuple(slugs))


@dataclass(frozen=True)
class Wish:
    """A change that a reader asks for, and the stories that it is about."""

    change: Change | None
    named: tuple[str, ...]

    @classmethod
    def read(cls, form: QueryDict) -> "Wish":
        """The wish in a form; without a change where the form names none that there is."""
        return cls(parse(Change, form.get("do", "")), names_in(form.getlist("story")))

    def overwrites(self, own: ReadingList) -> bool:
        """Whether the reader would lose stories of their own without having been asked."""
        return self.change == Change.KEEP and not set(own.slugs) <= set(self.named)


def list_title(shown: ReadingList) -> str:
    """The heading of a list."""
    if not shown.shared:
        return gettext("My list")
    return gettext("“%s”, a list that somebody shared") % shown.title if shown.title else gettext("A shared list")


def kept(response: HttpResponse, own: ReadingList) -> HttpResponse:
    """The answer that lets the browser keep the list."""
    if own.slugs:
        secure = settings.SITE_URL.startswith("https://")
        response.set_cookie(COOKIE, ".".join(own.slugs), max_age=YEAR, samesite="Lax", secure=secure)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
