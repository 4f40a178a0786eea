"""
The pages of the ground floor: for each noun its template, and what the template shows.

A view and a preview at the desk use the same entry, so an editor sees the real page.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from cases.addresses import finder_url
from cases.charts import measure_chart
from cases.choices import OrganisationPart, Part, Realm, Stage
from cases.extensions import extensions
from cases.models import Citation, Leader, Organisation, Place, Source, Story
from cases.search.similar import similar_stories


@dataclass(frozen=True)
class Page:
    """The page of a noun."""

    template: str
    context: Callable[[Any], dict]


PAGES: dict[type[Model], Page] = {}


def page_of(record: Model) -> tuple[str, dict]:
    """The template and the context of the record's page."""
    page = PAGES[type(record)]
    return page.template, page.context(record)


def story_context(story: Story) -> dict:
    """A story with its cast in order of stage, charts, panels of the upper floor, lineage and similar stories."""
    stages = [*Stage.values, ""]
    roles = sorted(story.roles.all(), key=lambda role: (stages.index(role.stage), not role.leads))
    return {
        "story": story,
        "title": story.title,
        "zone": "-".join(story.zone),
        "parts": sorted(story.participations.all(), key=lambda row: OrganisationPart.values.index(row.part)),
        "roles": roles,
        "milestones": sorted(
            story.milestones.all(), key=lambda step: (step.year, step.month or 0, step.sort_order or 0)
        ),
        "measures": [(measure, measure_chart(measure)) for measure in story.measures.all()],
        "adaptations": [step for step in story.adaptations.all() if not step.from_story or step.from_story.live],
        "adopted_by": adopted_by(story),
        "strands": Story.objects.published().filter_strands(story) if story.pk else [],
        "publications": publications(story),
        "one_source": len({citation.source_id for citation in story.citations.all()}) == 1,
        "panels": [panel(story) for panel in extensions.panels],
        "similar": similar_stories(story.slug),
        "compare_url": finder_url({"story": story.slug}, "story-compare"),
    }


def stories_for_page():
    """Stories with everything that their page shows, the upper floor's included."""
    return Story.objects.for_page().prefetch_related(
        *(prefetch for more in extensions.page_prefetches for prefetch in more())
    )


def publications(story: Story) -> list[tuple[Source, list[str]]]:
    """The sources that the story rests on, each with the pinpoints in it."""
    found = {}
    for citation in story.citations.all():
        found.setdefault(citation.source, []).extend([citation.pinpoint] if citation.pinpoint else [])
    return list(found.items())


def adopted_by(story: Story) -> list:
    """The adaptations in which other published stories took something from this one."""
    return list(story.adopted_by.for_origin_page()) if story.pk else []


def organisation_context(organisation: Organisation) -> dict:
    """A body with its stories, one line for each part it has in one, and who acted for it."""
    return {
        "organisation": organisation,
        "title": organisation.name,
        "parts": organisation.participations.for_organisation_page(),
        "roles": organisation.roles.for_leader_page(),
    }


def leader_context(leader: Leader) -> dict:
    """A person with their roles, and in which realms those were."""
    roles = list(leader.roles.for_leader_page())
    realms = {role.realm for role in roles}
    return {
        "leader": leader,
        "title": leader.name,
        "roles": roles,
        "realms": [realm for realm in Realm if realm in realms],
        "parts": [Part(part).label for part, _count in Counter(role.part for role in roles).most_common()],
    }


def place_context(place: Place) -> dict:
    """A place with its stories, those of the places within it included, and the bodies that sit there."""
    return {
        "place": place,
        "title": place.name,
        "stories": Story.objects.published().in_place(place),
        "within": place.parts.published(),
        "organisations": place.organisations.published(),
    }


def source_context(source: Source) -> dict:
    """A publication with the stories told from it, and what else of it the library uses."""
    context = {
        "source": source,
        "title": source.title,
        "stories": Story.objects.published().told_in(source),
        "passages": Citation.objects.of_source(source),
    }
    for more in extensions.source_panels:
        context.update(more(source))
    return context


PAGES.update(
    {
        Story: Page("cases/story_page.html", story_context),
        Organisation: Page("cases/organisation_page.html", organisation_context),
        Leader: Page("cases/leader_page.html", leader_context),
        Place: Page("cases/place_page.html", place_context),
        Source: Page("cases/source_page.html", source_context),
    }
)
