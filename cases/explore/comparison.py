"""The table of stories side by side: a row for each thing that can be compared, a cell for each story; a gap says that nothing is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cases.choices import MeasureKind, OrganisationPart, Realm
from cases.explore.comparing import ADDRESS, MOST, Choice
from cases.extensions import extensions
from cases.models import Story
from cases.models.story import SECTIONS

SIDE_BY_SIDE = ("what_they_did", "what_changed", "what_went_wrong", "before_you_adapt_it")
"""The sections in the table."""


@dataclass(frozen=True)
class Row:
    """A thing that is compared: how its cells are shown (`form`), and what each story has, in the stories' order."""

    label: str | Promise
    form: str
    cells: list[tuple[Story, Any]]


@dataclass(frozen=True)
class Group:
    """Rows under a heading."""

    name: str
    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Column:
    """A story at the head of its column, with the ways to take it out."""

    story: Story
    remove_url: str
    swap_url: str


def comparison(choice: Choice) -> dict:
    """The columns and the groups of rows of two stories or more; of fewer, only the title."""
    stories = choice.stories
    enough = len(stories) > 1
    return {
        "title": _("Compare stories"),
        "address": ADDRESS,
        "most": MOST,
        "columns": [Column(story, choice.without(story.slug), choice.swapping(story.slug)) for story in stories],
        "groups": groups(stories) if enough else [],
        "panels": [panel(stories) for panel in extensions.comparisons] if enough else [],
    }


def groups(stories: Sequence[Story]) -> list[Group]:
    """The ground floor's rows."""

    def row(label: str | Promise, form: str, value: Callable[[Story], Any]) -> Row:
        return Row(label, form, [(story, value(story)) for story in stories])

    def words(label: str | Promise, value: Callable[[Story], list]) -> Row:
        return row(label, "words", value)

    return [
        Group(
            "context",
            _("Where each comes from"),
            [
                row(_("Result"), "result", lambda story: story.result),
                words(_("Place"), lambda story: [(place.full_name, link(place)) for place in story.places.all()]),
                words(_("Kind and setting"), kinds_of_place),
                words(_("Years"), lambda story: told(story.years)),
                words(_("Led by"), leading_bodies),
                words(_("Level"), lambda story: told(story.get_level_display())),
                words(_("Novelty"), lambda story: told(story.get_novelty_display())),
                words(_("What drove it"), lambda story: told(story.get_driver_display())),
                words(_("About"), lambda story: [(area.name, link(area)) for area in story.policy_areas.all()]),
            ],
        ),
        Group(
            "cast",
            _("Who acted"),
            [
                row(_("Who led together"), "zone", lambda story: "-".join(story.zone)),
                *(row(realm.label, "cast", lambda story, realm=realm: acting(story, realm)) for realm in Realm),
            ],
        ),
        Group(
            "doing",
            _("What they did, and what came of it"),
            [
                row(_("In short"), "text", lambda story: story.summary),
                *(row(SECTIONS[name], "prose", lambda story, name=name: getattr(story, name)) for name in SIDE_BY_SIDE),
            ],
        ),
        Group(
            "measures",
            _("What was measured"),
            [row(kind.label, "measures", lambda story, kind=kind: measured(story, kind)) for kind in MeasureKind],
        ),
    ]


def told(text: str) -> list[tuple[str, str]]:
    """The words, or nothing where nothing is told."""
    return [(str(text), "")] if text else []


def link(record) -> str:
    """The record's page where readers may open it."""
    return record.get_absolute_url() if record.live else ""


def kinds_of_place(story: Story) -> list[tuple[str, str]]:
    """For each place its kind, its setting where that is known, and its country."""
    found = []
    for place in story.places.all():
        parts = [place.get_kind_display(), place.get_setting_display().lower(), place.country.name]
        found.append((", ".join(str(part) for part in parts if part), ""))
    return list(dict.fromkeys(found))


def leading_bodies(story: Story) -> list[tuple[str, str]]:
    """The bodies that led, each with its kind."""
    leading = [part.organisation for part in story.participations.all() if part.part == OrganisationPart.LEAD]
    return [(f"{body.name} ({body.get_kind_display().lower()})", link(body)) for body in leading]


def acting(story: Story, realm: str) -> list:
    """Who acted from the realm, those who led before those who took part or opposed."""
    return sorted((role for role in story.roles.all() if role.realm == realm), key=lambda role: not role.leads)


def measured(story: Story, kind: str) -> list:
    """What was measured of that kind."""
    return [measure for measure in story.measures.all() if measure.kind == kind]
