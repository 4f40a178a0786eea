"""Roles."""

import factory

from cases.models import Role
from tests.factories.story import StoryFactory


class RoleFactory(factory.django.DjangoModelFactory):
    """The parents, who took part."""

    class Meta:
        model = Role

    story = factory.SubFactory(StoryFactory)
    group = factory.Maybe("leader", yes_declaration="", no_declaration="The parents")
    leader = None
    realm = "community"
    part = "took-part"
