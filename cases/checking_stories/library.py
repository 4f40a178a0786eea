"""The checks over many stories: for commands, for loading, and for the list at the desk."""

from collections.abc import Iterable, Iterator

from django.core.cache import cache
from django.db.models import QuerySet

from cases.checking_stories.registry import Check, Finding, findings
from cases.models import Story
from cases.pages import stories_for_page
from cases.search import changes

REMEMBERED = 3600
"""Seconds for which the desk remembers what no database can be asked."""


def looked_over(
    slugs: Iterable[str] | None = None, checks: Iterable[Check] | None = None
) -> Iterator[tuple[Story, Finding]]:
    """Each story (of these slugs, or all) with everything that is found in it, by slug."""
    stories = stories_for_page().order_by("slug")
    wanted = stories if slugs is None else stories.of_slugs(list(slugs))
    for story in wanted.iterator(chunk_size=200):
        for finding in findings(story, checks):
            yield story, finding


def failing(stories: QuerySet, check: Check) -> QuerySet:
    """The stories of the list in which the check finds something."""
    return check.narrow(stories) if check.narrow else stories.filter(pk__in=remembered(check))


def remembered(check: Check) -> list[int]:
    """The stories (ids) in which a check finds something that only reading them shows; until the library changes."""
    key = f"failing:{check.key}:{':'.join(map(str, changes.current()))}"
    return cache.get_or_set(key, lambda: [story.pk for story, _finding in looked_over(checks=[check])], REMEMBERED)
