"""What stays is set apart from what is searched for garbage."""

import gc

import pytest
from django.core.signals import request_finished

from civic.settled import AFTER, settle_after_first_pages

KEPT = []


@pytest.fixture
def settled():
    """A process that has just been started to serve, whatever this one has served before."""
    request_finished.disconnect(dispatch_uid="settled")
    settle_after_first_pages()
    yield
    request_finished.disconnect(dispatch_uid="settled")
    gc.unfreeze()


def held_after(client, pages: int) -> bool:
    """Whether what was made before the last of so many pages is not searched any more."""
    for _ in range(pages - 1):
        client.get("/robots.txt")
    KEPT.append([])
    client.get("/robots.txt")
    return not any(held is KEPT[-1] for held in gc.get_objects())


def test_it_sets_apart_what_there_is_at_the_start(settled):
    assert gc.get_freeze_count() > 1000


@pytest.mark.parametrize(
    ("pages", "apart"), [(AFTER[0], True), (AFTER[0] + 1, False), (AFTER[1], True), (AFTER[1] + 1, False)]
)
def test_it_sets_apart_what_is_there_after_the_first_pages(client, settled, pages, apart):
    assert held_after(client, pages) is apart


def test_it_still_throws_away_what_came_later(settled):
    ring = []
    ring.append(ring)
    del ring

    assert gc.collect() > 0
