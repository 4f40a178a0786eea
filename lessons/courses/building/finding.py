"""Looking inside the builder for what a course can be made of."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from cases.finder import Finder
from lessons.models import Element, Evidence, Lesson

MOST = 6
"""Of each noun that are shown."""


@dataclass
class Found:
    """What was found for some words, of each noun the first."""

    words: str = ""
    stories: list[dict] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether nothing was found."""
        return not (self.stories or self.lessons or self.evidence or self.elements)


def find(words: str) -> Found:
    """The stories that the finder shows for the words, and the lessons, evidence and elements that have them all."""
    words = " ".join(words.split())
    return Found(
        words,
        list(Finder(QueryDict(urlencode({"q": words}))).cards(most=MOST)),
        list(
            Lesson.objects.published()
            .mentioning(words)
            .with_balance()
            .order_by("-story_count", "sentence", "pk")[:MOST]
        ),
        list(Evidence.objects.published().mentioning(words)[:MOST]),
        list(Element.objects.published().mentioning(words)[:MOST]),
    )
