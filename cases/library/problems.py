"""What is wrong with a file of the library, and how it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Where a value stands in a file: keys, and positions in lists from 0."""

MOST_WORDS = 20_000
"""Among more words than these nobody looks for the nearest one: it would take too long."""


class Found(NamedTuple):
    """A problem with a value, before it is known on which line that stands."""

    path: Path
    message: str
    text_line: int = 0
    """The line within the value, from 1, where the problem is in a text of many lines."""


@dataclass(frozen=True, order=True)
class Problem:
    """A problem as it is reported: where it is, what is wrong and what would be right."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self):
        return ": ".join(part for part in (f"{self.file}:{self.line}", self.field, self.message) if part)


class LibraryProblems(Exception):
    """The folder cannot be loaded; `problems` holds every reason, in order."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        count = len(self.problems)
        super().__init__(f"{count} problems" if count != 1 else "1 problem")


def field_name(path: Path) -> str:
    """The path as people read it, positions counted from 1: ``evidence[2].stance``."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{shown(part)}" for part in path if part != "")
    return text.removeprefix(".")


def shown(value: object) -> str:
    """A value fit to stand in a message: one line, printable, not long."""
    text = printable(" ".join(str(value)[:200].split()))
    return f"{text[:60]}…" if len(text) > 60 else text


def printable(text: str) -> str:
    """The text with escapes for what no terminal should be sent."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """``; did you mean “x”?`` where one of `words` is near, or nothing."""
    words = list(words)
    near = get_close_matches(word[:80], words, n=1, cutoff=0.7) if len(words) <= MOST_WORDS else []
    return f"; did you mean “{shown(near[0])}”?" if near else ""
