"""
What stays as long as the process lives is not searched for garbage again and again.

Python's collector walks through everything that is held, once in some hundred pages: 0.15 s for the software and its templates alone,
longer with the sets of a million stories, and a reader waits meanwhile. What is there after the first pages stays to the end, so it is set
apart. What came later is searched as ever.
"""

import gc
from itertools import count

from django.core.signals import request_finished

AFTER = (1, 100)
"""After so many pages: the first loads nearly all of the software, the next hundred the rest and what is remembered."""


def settle() -> None:
    """Throw away what is garbage, and set apart what is there now."""
    gc.collect()
    gc.freeze()


def settle_after_first_pages() -> None:
    """Set apart what is there now, and again after the first pages. To be called where a process begins to serve."""
    settle()
    pages = count(1)

    def settle_after_some(**signal):
        if next(pages) in AFTER:
            settle()

    request_finished.connect(settle_after_some, weak=False, dispatch_uid="settled")
