"""Co-creation reviews."""

from datetime import date

import factory
from wagtail.models import Workflow, WorkflowState

from cases.models import Review, Story
from tests.factories.story import StoryFactory


def under_way(review) -> WorkflowState:
    """A workflow of the review's story that has begun and is at no step yet."""
    kind = Story.get_content_type()
    workflow = Workflow.objects.get(name="Co-creation review")
    return WorkflowState.objects.create(
        content_type=kind, base_content_type=kind, object_id=str(review.story.pk), workflow=workflow
    )


class ReviewFactory(factory.django.DjangoModelFactory):
    """A review that has begun, with nobody asked."""

    class Meta:
        model = Review

    story = factory.SubFactory(StoryFactory)
    workflow_state = factory.LazyAttribute(under_way)
    due = date(2026, 6, 8)
