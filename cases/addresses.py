"""The one place that builds addresses with parameters."""

from collections.abc import Mapping, Sequence
from functools import cache

from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode


def finder_url(parameters: Mapping[str, Sequence[str] | str], name: str = "story-list") -> str:
    """The finder (or its twin of that URL `name`) in the state that `parameters` describe; empty ones are left out."""
    query = urlencode({key: value for key, value in parameters.items() if value}, doseq=True)
    path = _path(name, get_script_prefix())
    return f"{path}?{query}" if query else path


@cache
def _path(name: str, prefix: str) -> str:
    """The path of the URL `name` under the prefix; one answer can hold thousands of addresses."""
    return reverse(name)
