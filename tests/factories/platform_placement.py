"""Where learning platforms have placed what."""

import factory

from lessons.models import PlatformPlacement
from tests.factories.platform import DeploymentFactory


class PlatformPlacementFactory(factory.django.DjangoModelFactory):
    """A link to a story."""

    class Meta:
        model = PlatformPlacement

    deployment = factory.SubFactory(DeploymentFactory)
    link = factory.Sequence(lambda n: f"link-{n}")
    thing = "story/bus"
