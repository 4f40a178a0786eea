"""How the steps of a co-creation review stand."""

import factory

from cases.models import EditorTaskState, SignOffTaskState
from tests.factories.review import ReviewFactory
from tests.factories.steps import EditorTaskFactory, SignOffTaskFactory


class TurnFactory(factory.django.DjangoModelFactory):
    """A turn of a workflow at a step, about the newest draft."""

    class Meta:
        abstract = True

    workflow_state = factory.LazyFunction(lambda: ReviewFactory().workflow_state)
    revision = factory.LazyAttribute(lambda turn: turn.workflow_state.content_object.save_revision())


class SignOffTaskStateFactory(TurnFactory):
    """A turn at a practitioner's step, with nobody asked."""

    class Meta:
        model = SignOffTaskState

    task = factory.SubFactory(SignOffTaskFactory)


class EditorTaskStateFactory(TurnFactory):
    """A turn at an editor's step."""

    class Meta:
        model = EditorTaskState

    task = factory.SubFactory(EditorTaskFactory)
