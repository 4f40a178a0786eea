"""An example of a component, for the gallery."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Example:
    """A component with the sets of arguments that it is shown with."""

    name: str
    contexts: tuple[Mapping[str, Any], ...]
    within: str = "div"
    """What it stands in on a page: items of a list stand in a list."""

    @property
    def template(self) -> str:
        """The component's file."""
        return f"_components/{self.name}.html"

    def shown(self) -> list[SafeString]:
        """The component with each set of arguments, and nothing else in its context."""
        return [render_to_string(self.template, dict(context), context.get("request")) for context in self.contexts]
