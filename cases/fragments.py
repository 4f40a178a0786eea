"""
Pieces of pages that are drawn once and shown many times.

A component is a function of its arguments (`{% include … only %}`), so the same arguments give the same piece: in every list, on every
page, for everybody. Pieces are kept in this process, the latest ones; in development each is drawn anew, because its template may change.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

PLAIN = frozenset({str, SafeString, int, float, bool, type(None)})
"""Kinds of arguments that are what they look like; a record may have changed since."""
MOST_PIECES = 10_000
"""Pieces of each kind that are kept: some twenty megabytes."""
HOLES = ("\ue000", "\ue001")
"""Letters that no text has: they stand where something is filled in. A piece that has them all the same is drawn whole."""


def kept(function):
    """The function, asked once for the same arguments outside development."""
    remembered = lru_cache(maxsize=MOST_PIECES)(function)

    @wraps(function)
    def answer(*arguments):
        return (function if settings.DEBUG else remembered)(*arguments)

    return answer


def piece(template: str, arguments: Mapping[str, Any]) -> SafeString:
    """The component with these arguments."""
    if all(type(value) in PLAIN for value in arguments.values()):
        named = tuple((name, type(value), value) for name, value in arguments.items())
        return _piece(template, get_language(), named)
    return render_to_string(template, dict(arguments))


@kept
def _piece(template: str, language: str, named: tuple) -> SafeString:
    return render_to_string(template, {name: value for name, _type, value in named})


def options(shown, key: str) -> SafeString:
    """The options of a facet as `_components/option.html` draws each; between two pages a value's option differs in its count alone."""
    language = get_language()
    return mark_safe(
        "".join(
            filled(
                _option(key, option.value, str(option.label), option.selected, language),
                str(option.count),
                noun(option.count, language),
            )
            or render_to_string("_components/option.html", {"option": option, "key": key})
            for option in shown
        )
    )


@kept
def _option(key: str, value: str, label: str, selected: bool, language: str) -> list[str]:
    """The option around the holes for its count and the word behind that."""
    hollow = {"value": value, "label": label, "selected": selected, "count": HOLES[0], "noun": HOLES[1]}
    return parted(render_to_string("_components/option.html", {"option": hollow, "key": key}))


def story_row(card: Mapping[str, Any], **more: Any) -> SafeString:
    """The story as `_components/story_row.html` draws it; between two lists a story's row differs in the words that are marked alone."""
    if "raw" in card:
        summary = card.get("marked") or escape(card["summary"])
        passage = card.get("passage") or ""
        row = _story_row(card["raw"], bool(passage), get_language(), tuple(more.items()))
        if found := filled(row, summary, *([passage] if passage else [])):
            return mark_safe(found)
    return render_to_string("_components/story_row.html", {"card": card, **more})


@kept
def _story_row(raw: bytes, passage: bool, language: str, more: tuple) -> list[str]:
    """The row of the card around the holes for its summary and a passage."""
    hollow = {**json.loads(raw), "summary": HOLES[0], "passage": HOLES[1] if passage else ""}
    return parted(render_to_string("_components/story_row.html", {"card": hollow, **dict(more)}))


def parted(html: str) -> list[str]:
    """The piece at its holes."""
    return re.split("|".join(HOLES), html)


def filled(parts: list[str], *texts: str) -> str | None:
    """The piece with its holes filled in order, or None where it has others."""
    if len(parts) != len(texts) + 1:
        return None
    return parts[0] + "".join([text + part for text, part in zip(texts, parts[1:], strict=True)])


@kept
def noun(count: int, language: str) -> str:
    """The word behind a count of stories."""
    return ngettext("story", "stories", count)
