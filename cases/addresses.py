"""The one place that builds addresses with parameters."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.http import urlencode


def finder_url(parameters: Mapping[str, Sequence[str] | str], name: str = "story-list") -> str:
    """The finder (or its twin of that URL `name`) in the state that `parameters` describe; empty ones are left out."""
    query = urlencode({key: value for key, value in parameters.items() if value}, doseq=True)
    return f"{reverse(name)}?{query}" if query else reverse(name)
