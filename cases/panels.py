"""Panels: what an upper floor shows on a story's page."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Panel:
    """A piece of a page: its template, the anchor and heading it answers to, and what the template shows."""

    template: str
    heading: str
    context: dict[str, Any] = field(default_factory=dict)
    title: str = ""
    """The heading in the list of contents, where the panel has something to show."""
    glance: str = ""
    """A template for the list at the top of the page."""
