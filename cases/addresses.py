"""The one place that builds addresses with parameters."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode


def finder_url(parameters: Mapping[str, Sequence[str] | str], name: str = "story-list", slug: str = "") -> str:
    """
    The finder (or its twin of that URL `name`) in the state that `parameters` describe; empty ones are left out.

    `slug` is of the record whose page it is, where the finder is on one.
    """
    query = urlencode({key: value for key, value in parameters.items() if value}, doseq=True)
    path = _path(name, get_script_prefix(), slug)
    return f"{path}?{query}" if query else path


def absolute(path: str) -> str:
    """The address with the site in front."""
    return f"{settings.SITE_URL}{path}"


@lru_cache(maxsize=1000)
def _path(name: str, prefix: str, slug: str = "") -> str:
    """The path of the URL `name` under the prefix; one answer can hold thousands of addresses."""
    return reverse(name, args=[slug] if slug else [])
