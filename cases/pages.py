"""
The pages of the ground floor: for each noun its template, and what the template shows.

A view and a preview at the desk use the same entry, so an editor sees the real page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse

from cases.addresses import finder_url
from cases.best import best_stories
from cases.charts import measure_chart
from cases.checking_stories.invitations import invitations
from cases.choices import OrganisationPart, Realm, Stage
from cases.collected import CollectionFinder
from cases.extensions import extensions
from cases.models import Adaptation, Citation, Collection, Leader, Organisation, Place, Source, Story
from cases.paging import side_by_side
from cases.pictures.showing import figures
from cases.prepared import Prepared
from cases.record.citing import cited_as
from cases.reviewing.recording import signed_off
from cases.search.similar import similar_stories
from cases.suggesting import suggest_url


@dataclass(frozen=True)
class Page:
    """The page of a noun."""

    template: str
    context: Callable[..., dict]
    """What the template shows of a record."""
    turned: bool = False
    """Whether a list on it goes on over several pages: then `context` is given the query string too."""


PAGES: dict[type[Model], Page] = {}

NAMES = 100
"""Names in a list of names alone that one page shows."""


def page_of(record: Model, query: Mapping[str, str] | None = None) -> tuple[str, dict]:
    """The template and the context of the record's page, at the place in its lists that the query string asks for."""
    page = PAGES[type(record)]
    return page.template, page.context(record, query or {}) if page.turned else page.context(record)


def story_context(story: Story) -> dict:
    """What a story tells, and the ways on from it."""
    return {
        **told_context(story),
        "adopted_by": adopted_by(story),
        "strands": STRANDS.about(story.pk) if story.pk else [],
        "collections": COLLECTIONS.about(story.pk) if story.pk else [],
        "similar": similar_stories(story.slug),
        "compare_url": finder_url({"story": story.slug}, "story-compare"),
        "readers": for_readers(story),
        "cite": cited_as(story) if story.live and story.pk else None,
        "signed_off": signed_off(story),
        "invitations": [(gap, suggest_url(story, gap.field)) for gap in invitations(story)],
    }


def told_context(story: Story) -> dict:
    """A story with its cast in order of stage, charts, panels of the upper floor, origins and sources."""
    stages = [*Stage.values, ""]
    roles = sorted(story.roles.all(), key=lambda role: (stages.index(role.stage), not role.leads))
    return {
        "story": story,
        "title": story.title,
        "zone": "-".join(story.zone),
        "figures": figures(story),
        "parts": sorted(story.participations.all(), key=lambda row: OrganisationPart.values.index(row.part)),
        "funders": [row for row in story.participations.all() if row.part == OrganisationPart.FUNDER],
        "roles": roles,
        "milestones": sorted(
            story.milestones.all(), key=lambda step: (step.year, step.month or 0, step.sort_order or 0)
        ),
        "measures": [(measure, measure_chart(measure)) for measure in story.measures.all()],
        "adaptations": [step for step in story.adaptations.all() if not step.from_story or step.from_story.on_record],
        "publications": publications(story),
        "credits": list(story.credits.all()),
        "one_source": len({citation.source_id for citation in story.citations.all()}) == 1,
        "panels": [panel(story) for panel in extensions.panels],
    }


def for_readers(story: Story) -> dict[str, str]:
    """What a reader may do about a published story: suggest a change, say that it is out of date, follow it."""
    if not story.live:
        return {}
    return {
        "change": suggest_url(story),
        "outdated": finder_url({"outdated": "1"}, "story-suggest", story.slug),
        "voices": suggest_url(story, "voices_missing"),
        "follow": reverse("follow-record", args=["story", story.slug]),
        "feed": finder_url({}, "story-atom", story.slug),
    }


def stories_for_page():
    """Stories with everything that their page shows, the upper floor's included."""
    return Story.objects.for_page().prefetch_related(
        *(prefetch for more in extensions.page_prefetches for prefetch in more())
    )


STRANDS = Prepared(lambda pk: Story.objects.published().filter_strands(pk))
COLLECTIONS = Prepared(lambda pk: Collection.objects.published().holding(pk))
ADOPTED_BY = Prepared(lambda pk: Adaptation.objects.filter(from_story=pk).for_origin_page())


def publications(story: Story) -> list[tuple[Source, list[str]]]:
    """The sources that the story rests on, each with the pinpoints in it."""
    found = {}
    for citation in story.citations.all():
        found.setdefault(citation.source, []).extend([citation.pinpoint] if citation.pinpoint else [])
    return list(found.items())


def adopted_by(story: Story) -> list:
    """The adaptations in which other published stories took something from this one."""
    return list(ADOPTED_BY.about(story.pk)) if story.pk else []


def organisation_context(organisation: Organisation) -> dict:
    """A body with its best evidenced stories, one line for each part it has in one, and who acted for it there."""
    best = best_stories("organisation", organisation.slug)
    return {
        "organisation": organisation,
        "title": organisation.name,
        "best": best,
        "parts": best.in_order(organisation.participations.for_organisation_page(best.ids)),
        "roles": best.in_order(organisation.roles.for_leader_page(best.ids)),
    }


def leader_context(leader: Leader) -> dict:
    """A person with their roles in the best evidenced stories by year, and with all roles counted by realm."""
    best = best_stories("leader", leader.slug)
    counts = dict(leader.roles.by_realm())
    return {
        "leader": leader,
        "title": leader.name,
        "best": best,
        "roles": leader.roles.for_leader_page(best.ids),
        "role_count": sum(counts.values()),
        "realms": [realm for realm in Realm if realm in counts],
    }


def place_context(place: Place, query: Mapping[str, str]) -> dict:
    """A place with its best evidenced stories, those of the places within it included, and the bodies that sit there."""
    best = best_stories("place", place.slug)
    within, organisations = place.parts.published(), place.organisations.published()
    page, part = side_by_side(query, within.count(), organisations.count(), size=NAMES)
    return {
        "place": place,
        "title": place.name,
        "best": best,
        "stories": best.in_order(Story.objects.published().for_lines(best.ids), "pk"),
        "within": within[part],
        "organisations": organisations[part],
        "page": page,
    }


def source_context(source: Source, query: Mapping[str, str]) -> dict:
    """A publication with the passages that stories are told from, and what else of it the library uses."""
    passages = Citation.objects.of_source(source)
    page, part = side_by_side(query, passages.count(), size=NAMES)
    context = {
        "source": source,
        "title": source.title,
        "story_count": Story.objects.published().told_in(source).count(),
        "passages": passages[part],
        "page": page,
    }
    for more in extensions.source_panels:
        context.update(more(source))
    return context


def collection_context(collection: Collection, query: QueryDict | None = None) -> dict:
    """A collection with the finder inside it, in the state of the query."""
    return {
        "collection": collection,
        "title": collection.title,
        "finder": CollectionFinder(query or QueryDict(), collection),
    }


PAGES.update(
    {
        Story: Page("cases/story_page.html", story_context),
        Organisation: Page("cases/organisation_page.html", organisation_context),
        Leader: Page("cases/leader_page.html", leader_context),
        Place: Page("cases/place_page.html", place_context, turned=True),
        Source: Page("cases/source_page.html", source_context, turned=True),
        Collection: Page("cases/collection_page.html", collection_context),
    }
)
