"""
Whatever else of this library can be a part of a course, such as a page on which people do something together.

A part of the library registers what it offers when it starts; it stands in the builder, and is added as a reading with its address.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cases.addresses import absolute
from lessons.choices import ItemKind
from lessons.models import Item


@dataclass(frozen=True)
class Extra:
    """Something to add: its name on the button's address, what it is called, how long it takes, and where it is."""

    name: str
    title: str
    minutes: int
    path: str
    text: str = ""

    def item(self) -> Item:
        """A new item that leads there."""
        address = absolute(self.path)
        return Item(kind=ItemKind.READING, title=self.title, address=address, minutes=self.minutes, text=self.text)


EXTRAS: list[Callable[[], Extra]] = []
"""Each is asked when a page is made, so that its words come in the reader's language."""


def extras() -> list[Extra]:
    """What can be added."""
    return [make() for make in EXTRAS]


def extra_named(name: str) -> Extra | None:
    """The one of that name, or None."""
    return next((extra for extra in extras() if extra.name == name), None)
