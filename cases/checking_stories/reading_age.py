"""
How hard a text is to read: the Flesch–Kincaid grade, which is the school year that the text asks for; the age is five more.

Syllables are counted as groups of vowels, which is right for about nine English words of ten, and wrong in both directions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cases.markdown import PARSER, plain

VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9£$€])")
ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Sgt|Rev|No|vs|etc|p|pp)|\b[A-Z]|\be\.g|\bi\.e)\.$")
"""What ends in a full stop without ending a sentence."""

SPOKEN_END = re.compile(r"(?:[td]|[^aeiouy]l)ed$")
"""Where the last “ed” is a syllable of its own, or part of one."""

YEARS_BEFORE_SCHOOL = 5


def syllables(word: str) -> int:
    """About how many syllables a word has; a number counts as one."""
    letters = word.lower()
    count = len(VOWELS.findall(letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if letters.endswith("ed") and not SPOKEN_END.search(letters) and count > 1:
        count -= 1
    return max(count, 1)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text in Markdown; a point of a list is one, whatever it ends in."""
    for block in blocks(text):
        start = 0
        for match in END.finditer(block):
            if not ABBREVIATION.search(block[start : match.start()]):
                yield block[start : match.start()].strip()
                start = match.end()
        if block[start:].strip():
            yield block[start:].strip()


def blocks(text: str) -> Iterator[str]:
    """The paragraphs and points of a text in Markdown, as words."""
    for token in PARSER.parse(text):
        if token.type == "inline" and (words := plain(token.content)):
            yield words


@dataclass(frozen=True)
class Reading:
    """How a text reads."""

    text: str

    @cached_property
    def sentences(self) -> list[tuple[str, int]]:
        """Each sentence with the number of its words."""
        counted = ((sentence, len(WORD.findall(sentence))) for sentence in sentences(self.text))
        return [(sentence, count) for sentence, count in counted if count]

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(count for _sentence, count in self.sentences)

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade; 0 for a text without words."""
        if not self.words:
            return 0
        spoken = sum(syllables(word) for sentence, _count in self.sentences for word in WORD.findall(sentence))
        return 0.39 * self.words / len(self.sentences) + 11.8 * spoken / self.words - 15.59

    @property
    def age(self) -> int:
        """The age at which most people read it with ease."""
        return round(self.grade) + YEARS_BEFORE_SCHOOL

    def longest(self, number: int = 2) -> list[tuple[str, int]]:
        """The longest sentences with the number of their words, longest first."""
        return sorted(self.sentences, key=lambda pair: -pair[1])[:number]
