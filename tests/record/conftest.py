"""A story with one of everything, and what happens to it: it is published, restored, loaded again."""

import pytest

from cases.models import Story
from tests.factories import (
    AdaptationFactory,
    CitationFactory,
    EvidenceFactory,
    IllustrationFactory,
    LeaderFactory,
    MeasureFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    SourceFactory,
    StoryFactory,
)


@pytest.fixture
def bus(db):
    """A story with one of everything that a story can have."""
    source = SourceFactory(slug="the-report", title="The report", year=1998)
    story = StoryFactory(
        slug="bus",
        title="The night bus",
        summary="A bus at night.",
        problem="Nobody came *home*.",
        what_changed="They came.",
        year_from=1993,
        places=[PlaceFactory(name="Leeds", slug="leeds", within=PlaceFactory(name="Yorkshire", slug="yorkshire"))],
        policy_areas=[PolicyAreaFactory(name="Transport", slug="transport")],
        tags=["night owls"],
        part_of=StoryFactory(title="The whole network", slug="network"),
    )
    ParticipationFactory(story=story, organisation=OrganisationFactory(name="The council", slug="council"))
    RoleFactory(story=story, leader=LeaderFactory(name="Ann Lee", slug="ann"), part="led", job_title="Driver")
    RoleFactory(story=story, group="The riders", sort_order=2)
    MilestoneFactory(story=story, year=1995, month=4, text="It ran.", source=source, page="12")
    MeasureFactory(story=story, indicator="Riders", result="3.8", unit="thousand", source=source, page="13")
    AdaptationFactory(story=story, from_story=StoryFactory(title="The day bus", slug="day-bus"), kept="The driver")
    CitationFactory(story=story, source=source, section="Nights")
    EvidenceFactory(story=story, lesson__sentence="Ask drivers first", lesson__slug="ask", source=source, page="14")
    IllustrationFactory(story=story, element__name="Create room", element__slug="room", source=source)
    return Story.objects.get(pk=story.pk)


@pytest.fixture
def publish():
    """Publishes a story with other words, as the desk does; `note` is for readers."""

    def change(story, note="", **fields):
        draft = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        draft.change_note, draft.change_kind = note, "major" if note else "minor"
        draft.save_revision().publish()
        return Story.objects.get(pk=story.pk)

    return change
