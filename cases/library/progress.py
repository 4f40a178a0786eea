"""Progress bars for what takes long."""

import sys
from collections.abc import Callable, Iterable

from tqdm import tqdm

Progress = Callable[[Iterable, str], Iterable]
"""Passes items through and shows how many have gone by, under a word."""

PATIENCE = 1.0
"""Seconds before a bar appears."""


def silent(items: Iterable, word: str) -> Iterable:
    """No progress bar."""
    return items


def progress_bars(wanted: bool | None) -> Progress:
    """
    Bars on stderr: always, never, or (None) where that is a terminal. A bar only appears for what takes
    longer than a second.
    """
    shown = sys.stderr.isatty() if wanted is None else wanted

    def bar(items: Iterable, word: str) -> Iterable:
        delay = 0 if wanted else PATIENCE
        return (
            tqdm(items, desc=word, unit="", disable=not shown, file=sys.stderr, leave=False, delay=delay)
            if shown
            else items
        )

    return bar
