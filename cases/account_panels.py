"""
Panels of a person's own page, `/account/`: what a part of the library knows about them, such as the stories that they tell.

A part registers its panel when it starts (in its `AppConfig.ready`); panels stand in the order of registration.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class AccountPanel:
    """A section of the page: its heading, its template, and what the template shows of a person; None where it has no place there."""

    name: str
    """A word for its anchor, such as ``stories``."""
    heading: str | Promise
    template: str
    """Reads `panel.context` and the page's context."""
    context: Callable[[Any], dict | None]


@dataclass(frozen=True)
class ShownPanel:
    """A panel with what it shows."""

    panel: AccountPanel
    context: dict


ACCOUNT_PANELS: list[AccountPanel] = []


def register_account_panel(panel: AccountPanel) -> None:
    """Add a panel; registering one of the same name again changes nothing."""
    if panel.name not in {known.name for known in ACCOUNT_PANELS}:
        ACCOUNT_PANELS.append(panel)


def panels_for(user) -> list[ShownPanel]:
    """The panels that have something for this person."""
    shown = [ShownPanel(panel, context) for panel in ACCOUNT_PANELS if (context := panel.context(user)) is not None]
    return shown
