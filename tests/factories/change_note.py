"""What readers are told about changes."""

from datetime import date

import factory

from cases.models import ChangeNote
from tests.factories.story import StoryFactory


class ChangeNoteFactory(factory.django.DjangoModelFactory):
    """A note on a change whose version is not known."""

    class Meta:
        model = ChangeNote

    story = factory.SubFactory(StoryFactory)
    date = date(2026, 5, 1)
    note = "The figures of the second year."
