"""
Text for generated libraries: words built by rule from syllables, drawn as words of a language are (a few very often, most hardly ever).

The same seed gives the same text on every machine.
"""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

SINGLE = list("bcdfghlmnprstvw")
ONSETS = [*SINGLE, "br", "ch", "cl", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "st", "str", "th", "tr"]
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "io", "ou"]
CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "nd", "nt", "rd", "st", "ck", "ng"]
ENDINGS = ["", "", "", "", "s", "s", "ed", "ing", "er", "ion", "ly", "ment"]
VOCABULARY = 30_000


class Zipf:
    """Draws items so that the one in place n turns up about 1/n as often as the first."""

    def __init__(self, items: Sequence, random: Random, exponent: float = 1.0, shift: float = 1.0):
        self.items = list(items)
        self.random = random
        self.weights = list(accumulate(1 / (place + shift) ** exponent for place in range(1, len(self.items) + 1)))

    def draw(self, number: int) -> list:
        """That many items; the frequent ones more than once."""
        return self.random.choices(self.items, cum_weights=self.weights, k=number)

    def different(self, number: int) -> list:
        """Up to that many different items."""
        return list(dict.fromkeys(self.draw(number)))

    def one(self):
        """An item."""
        return self.draw(1)[0]


def vocabulary(random: Random, size: int = VOCABULARY) -> list[str]:
    """Different words that can be pronounced, the short ones first, as in languages."""
    found = {}
    while len(found) < size:
        syllables = random.choices((1, 2, 3), (1, 4, 2))[0]
        stem = "".join(random.choice(ONSETS) + random.choice(NUCLEI) for _ in range(syllables)) + random.choice(CODAS)
        found[stem + random.choice(ENDINGS)] = None
    return sorted(found, key=lambda word: len(word) + random.uniform(0, 6))


class Writer:
    """Writes titles, sentences and sections."""

    def __init__(self, random: Random):
        self.random = random
        self.words = Zipf(vocabulary(random), random, exponent=1.05, shift=2.7)
        self._drawn, self._at = [], 0

    def take(self, number: int) -> list[str]:
        """So many words. They are drawn many at a time, which is far faster than one by one."""
        if self._at + number > len(self._drawn):
            self._drawn, self._at = self.words.draw(50_000), 0
        self._at += number
        return self._drawn[self._at - number : self._at]

    def word(self) -> str:
        """A word."""
        return self.take(1)[0]

    def phrase(self, number: int, longest: int) -> str:
        """So many words with a capital in front, cut to at most `longest` characters."""
        text = " ".join(self.take(number)).capitalize()
        return text if len(text) <= longest else text[:longest].rpartition(" ")[0]

    def name(self) -> str:
        """A first name and a surname."""
        return " ".join(self.take(2)).title()

    def sentence(self) -> str:
        """A sentence of six to twenty words."""
        return self.phrase(self.random.randint(6, 20), 300) + "."

    def paragraph(self, number: int) -> str:
        """About so many words, in sentences of about fifteen."""
        words = self.take(number)
        sentences = [" ".join(words[start : start + 15]).capitalize() for start in range(0, number, 15)]
        return ". ".join(sentences) + "."

    def section(self, number: int) -> str:
        """About so many words as Markdown: paragraphs of sixty; now and then emphasis, a link, a list."""
        paragraphs = [self.paragraph(min(60, number - start)) for start in range(0, number, 60)]
        chance = self.random.random()
        if chance < 0.10:
            paragraphs.append("\n".join(f"- {self.phrase(8, 80)}" for _ in range(3)))
        elif chance < 0.20:
            paragraphs[-1] += f" The *{self.word()}* {self.word()}."
        elif chance < 0.25:
            paragraphs[-1] += f" See [{self.word()}](https://example.org/{self.word()})."
        return "\n\n".join(paragraphs) + "\n"
