"""Organisations in stories."""

import factory

from cases.models import Participation
from tests.factories.organisation import OrganisationFactory
from tests.factories.story import StoryFactory


class ParticipationFactory(factory.django.DjangoModelFactory):
    """A council that leads."""

    class Meta:
        model = Participation

    story = factory.SubFactory(StoryFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    part = "lead"
