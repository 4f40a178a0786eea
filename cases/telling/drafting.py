"""
From what authors wrote to a draft story at the desk, as rows where it can be rows.

What cannot (a place without a country, words about lessons) stays with the contribution, where the desk shows it word for word. When
authors change what they wrote, only what editors have left alone is brought into the draft.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from cases.choices import Depth, Result
from cases.models import Contribution, Story
from cases.models.story import SECTIONS
from cases.telling import rows
from cases.telling.bringing_pictures import bring_pictures
from cases.telling.making import Maker, free_slug
from cases.telling.steps import BY_KEY
from cases.telling.telling import Telling
from cases.telling.wording import as_markdown

TOLD_IN_FULL = 4
"""Sections with words in them that make a story one that is told in full."""

NUMBERS = {"pk", "sort_order", "story", "content_object"}
"""What tells rows of the database apart, and says nothing."""


@transaction.atomic
def draft_story(*, contribution: Contribution, by: AbstractBaseUser | None = None) -> Story:
    """Make the draft story, or bring into it what the authors have changed since."""
    new = content(contribution)
    if contribution.story:
        story, kept = _brought_into(contribution, new)
    else:
        story, kept = _new_story(new, free_slug(Story, new["title"])), []
    adding = story.pk is None
    pictures = bring_pictures(telling=Telling(contribution), story=story)
    if not story.live:
        story.save()
    story.save_revision(user=by, log_action=not adding, clean=False)
    if adding:
        log(instance=story, action="wagtail.create", user=by, content_changed=True)
    contribution.story, contribution.handed_over = story, {"content": _normal(new), "kept": kept, "pictures": pictures}
    contribution.save(update_fields=["story", "handed_over", "made"])
    return story


def content(contribution: Contribution) -> dict[str, Any]:
    """What the authors wrote, as the data of a story; new records that it needs are made as drafts."""
    telling, maker = Telling(contribution), Maker(contribution)
    title, years, kind = (telling.data(BY_KEY[key]) for key in ("title", "years", "kind"))
    sections = {
        name: as_markdown(telling.data(BY_KEY[name.replace("_", "-")]).get(name, "")).strip() for name in SECTIONS
    }
    told = sum(bool(text) for text in sections.values())
    return {
        "title": title["title"],
        "summary": " ".join(title.get("summary", "").split()) or title["title"],
        **sections,
        "result": telling.data(BY_KEY["result"]).get("result") or Result.NOT_STATED.value,
        "depth": (Depth.FULL if told >= TOLD_IN_FULL else Depth.SHORT).value,
        **{name: kind.get(name, "") for name in ("level", "novelty", "driver")},
        **{name: int(years[name]) if years.get(name) else None for name in ("year_from", "year_to")},
        **rows.all_rows(telling, maker),
    }


def _brought_into(contribution: Contribution, new: dict[str, Any]) -> tuple[Story, list[str]]:
    """The newest draft with what the authors have changed; and what both changed, of which the editors' version is kept."""
    latest = contribution.story.get_latest_revision_as_object()
    data, base = latest.serializable_data(), contribution.handed_over.get("content", {})
    theirs, ours, kept = _normal(new), _plain(data), []
    for name, value in theirs.items():
        if name not in base or base[name] == value or ours.get(name) == value:
            continue
        if ours.get(name) == base[name]:
            data[name] = new[name]
        else:
            kept.append(name)
    return Story.from_serializable_data(data), kept


def _new_story(new: dict[str, Any], slug: str) -> Story:
    return Story.from_serializable_data({"pk": None, **new, "slug": slug, "live": False})


def _normal(new: dict[str, Any]) -> dict[str, Any]:
    """The data as a story would give it back, so that the two can be compared; only what authors can fill."""
    whole = _plain(_new_story(new, "-").serializable_data())
    return {name: whole[name] for name in new}


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    return {name: [_row(row) for row in value] if isinstance(value, list) else value for name, value in data.items()}


def _row(row):
    return {key: value for key, value in row.items() if key not in NUMBERS} if isinstance(row, dict) else row
