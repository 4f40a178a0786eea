"""
Room on Python's stack.

Python lays the frames of calls into chunks of 16 kB. A call that does not fit into the last chunk takes another from the system, and
gives it back when it ends; that takes some five microseconds. A page is drawn a hundred and fifty calls deep: where a chunk happens to end
right below what is called ten thousand times, the page takes up to twice as long. What a function with room calls lies in one chunk.
"""

from collections.abc import Callable
from functools import wraps

ROOM = 15_400
"""Words of eight bytes that a frame is said to need: too many for 128 kB, so Python takes 256, and half are left for what is called."""


def with_room(function: Callable) -> Callable:
    """The function, with room for some hundreds of calls within it."""

    @wraps(function, updated=())
    def roomy(*args, **kwargs):
        return function(*args, **kwargs)

    roomy.__code__ = roomy.__code__.replace(co_stacksize=ROOM)
    return roomy
