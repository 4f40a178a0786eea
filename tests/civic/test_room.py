"""Room on Python's stack for what a function calls."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from civic.room import ROOM, with_room
from civic.wsgi import application


def told(*args, **kwargs):
    """What it was told."""
    return args, kwargs


def down(deep):
    """So many calls, each within the last."""
    return down(deep - 1) + 1 if deep else 0


def test_it_hands_on_what_it_is_told():
    assert with_room(told)(1, key="value") == ((1,), {"key": "value"})


def test_it_keeps_the_name_of_the_function():
    assert (with_room(told).__name__, with_room(told).__doc__) == ("told", "What it was told.")


def test_it_is_given_to_the_site():
    assert application.__code__.co_stacksize == ROOM


def test_it_leaves_room_for_more_calls_than_it_has_room_for():
    assert with_room(down)(900) == 900


def test_it_still_stops_calls_without_end():
    with pytest.raises(RecursionError):
        with_room(down)(-1)


def test_it_serves_many_threads():
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(with_room(down), [500] * 64)) == [500] * 64
