"""
What signatories sign: everything that a story says to readers of what happened.

Spacing, the order of rows, tags, policy areas, depth, the slug, the right of reply and the times of publishing may change without their
being asked again; whatever else changes voids their signature.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.admin.compare import diff_text

from cases.models import Story
from cases.models.story import SECTIONS
from cases.story_fields import field_label

FIELDS = (
    *("title", "summary", *SECTIONS),
    *("result", "level", "novelty", "driver", "year_from", "year_to", "places", "no_place"),
)
PARTS = ["roles", "participations", "milestones", "measures", "adaptations", "citations"]
"""The rows that signatories sign; upper floors add theirs."""

UNSIGNED = {"pk", "id", "story", "sort_order", "reply_offered_on", "reply_answered_on", "reply_note"}
"""Columns of rows that say nothing to readers of what happened."""


def material(content: dict) -> dict:
    """What signatories sign of a version, as its data has it."""
    found = {name: _tidy(content.get(name)) for name in FIELDS}
    for name in PARTS:
        rows = [{key: _tidy(row[key]) for key in row if key not in UNSIGNED} for row in content.get(name) or ()]
        found[name] = sorted(rows, key=lambda row: json.dumps(row, sort_keys=True, cls=DjangoJSONEncoder))
    return found


def _tidy(value):
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return sorted(value, key=str)
    return "" if value is None else value


def digest(content: dict) -> str:
    """What is the same for two versions exactly where signatories sign the same."""
    text = json.dumps(material(content), sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Difference:
    """A field that differs between two versions: its name, and its words as (equal, deletion or addition; text)."""

    label: str
    pieces: list[tuple[str, str]]


def differences(story: Story, before: dict, after: dict) -> list[Difference]:
    """What signatories would see changed from one version to another, in the order of the page."""
    old, new = material(before), material(after)
    changed = [name for name in old if old[name] != new[name]]
    versions = [story.with_content_json(content) for content in (before, after)] if changed else []
    return [Difference(field_label(name), _pieces(name, *versions)) for name in changed]


def _pieces(name: str, before: Story, after: Story) -> list[tuple[str, str]]:
    if name in PARTS:
        old, new = (list(_rows(version, name)) for version in (before, after))
        gone = [("deletion", row) for row in old if row not in new]
        return gone + [("addition", row) for row in new if row not in old]
    return diff_text(_words(before, name), _words(after, name)).changes


def _words(version: Story, name: str) -> str:
    """The field as people read it."""
    value = getattr(version, name)
    if hasattr(value, "all"):
        return ", ".join(str(row) for row in value.all())
    display = getattr(version, f"get_{name}_display", None)
    return str(display() if display else "" if value is None else value)


def _rows(version: Story, name: str) -> Iterator[str]:
    """Each row in one line: what its columns say, with their names."""
    for row in getattr(version, name).all():
        said = []
        for field in row._meta.concrete_fields:
            if field.name not in UNSIGNED and (text := _cell(row, field)):
                said.append(f"{capfirst(str(field.verbose_name))}: {text}")
        yield "; ".join(said) or gettext("nothing")


def _cell(row, field) -> str:
    display = getattr(row, f"get_{field.name}_display", None)
    value = display() if display else getattr(row, field.name)
    return "" if value is None else str(value)
