"""Which stories a reader sets side by side: what the address asks for, what of it can be had, and what to add, take out or exchange."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from cases.addresses import finder_url
from cases.finder import Finder
from cases.markdown import readable
from cases.models import Story
from cases.pages import stories_for_page
from cases.search import words
from cases.search.similar import similar_stories

MOST = 4
"""Stories side by side."""
SUGGESTED = 8
"""Stories offered at a time."""
ADDRESS = "story-compare"


@dataclass(frozen=True)
class Offer:
    """A story that may be added, or come in for another: its card, and the page with it."""

    card: dict
    url: str


@dataclass(frozen=True)
class Choice:
    """What the address asks for."""

    slugs: tuple[str, ...]
    """The first four, each once, in their order."""
    twice: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    """What is asked for behind the fourth."""
    find: str = ""
    swap: str = ""
    """The slug of the story that the next one comes in for."""

    @classmethod
    def read(cls, query: QueryDict) -> "Choice":
        """The choice in the query string: `story` for each story, `find` words, `swap` a story to exchange."""
        asked = [slug for text in query.getlist("story") if (slug := readable(text)[:80])]
        slugs = list(dict.fromkeys(asked))
        twice = [slug for slug in slugs if asked.count(slug) > 1]
        find = readable(" ".join(query.getlist("find")))[: words.LONGEST]
        swap = readable("".join(query.getlist("swap")[-1:]))
        return cls(
            tuple(slugs[:MOST]),
            tuple(twice),
            tuple(slugs[MOST : MOST + 20]),
            find,
            swap if swap in slugs[:MOST] else "",
        )

    @cached_property
    def known(self) -> dict[str, Story]:
        """The stories of these slugs that were published at some time."""
        found = stories_for_page().of_slugs(self.slugs) if self.slugs else []
        return {story.slug: story for story in found if story.live or story.first_published_at}

    @cached_property
    def stories(self) -> list[Story]:
        """The stories to set side by side, in the order of the address."""
        return [story for slug in self.slugs if (story := self.known.get(slug)) and story.live]

    @property
    def retired(self) -> list[Story]:
        """Those that have been taken back."""
        return [story for story in self.known.values() if not story.live]

    @property
    def unknown(self) -> list[str]:
        """What names no story."""
        return [slug for slug in self.slugs if slug not in self.known]

    @property
    def repeated(self) -> list[Story]:
        """The stories that are asked for more than once."""
        return [story for story in self.stories if story.slug in self.twice]

    @property
    def full(self) -> bool:
        """Whether no more can be added."""
        return len(self.stories) >= MOST

    @cached_property
    def swapped(self) -> Story | None:
        """The story that is to be exchanged."""
        return next((story for story in self.stories if story.slug == self.swap), None)

    @cached_property
    def offers(self) -> list[Offer]:
        """What may be added or come in: what the words find, else the stories most like those chosen, else those with most evidence."""
        if self.full and not self.swapped:
            return []
        own = {story.slug for story in self.stories}
        cards = [card for card in self.cards() if card["slug"] not in own]
        return [Offer(card, self.url(self.with_story(card["slug"]))) for card in cards[:SUGGESTED]]

    def cards(self) -> Sequence[dict]:
        """The cards to offer, before those chosen are left out."""
        if self.find:
            query = QueryDict(mutable=True)
            query["q"] = self.find
            return list(Finder(query).cards(most=SUGGESTED + MOST))
        like = [card for story in self.stories if story is not self.swapped for card in similar_stories(story.slug)]
        found = {card["slug"]: card for card in like} or {
            c["slug"]: c for c in Finder(QueryDict()).cards(most=SUGGESTED + MOST)
        }
        return list(found.values())

    def with_story(self, slug: str) -> list[str]:
        """The slugs with this one added, or in the place of the one that is exchanged."""
        own = [story.slug for story in self.stories]
        return [slug if chosen == self.swap else chosen for chosen in own] if self.swapped else [*own, slug]

    def without(self, slug: str) -> str:
        """The page without that story."""
        return self.url([story.slug for story in self.stories if story.slug != slug])

    def swapping(self, slug: str) -> str:
        """The page that offers what may come in for that story."""
        return f"{self.url([story.slug for story in self.stories], swap=slug)}#choose"

    def url(self, slugs: Sequence[str], **more: str) -> str:
        """The page with these stories."""
        return finder_url({"story": list(slugs), **more}, ADDRESS)

    @property
    def address(self) -> str:
        """The page with the stories that it shows, and nothing else."""
        return self.url([story.slug for story in self.stories])
