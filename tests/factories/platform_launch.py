"""What learning platforms have opened."""

import factory

from lessons.models import PlatformLaunch
from tests.factories.platform import DeploymentFactory


class PlatformLaunchFactory(factory.django.DjangoModelFactory):
    """A launch of a story."""

    class Meta:
        model = PlatformLaunch

    deployment = factory.SubFactory(DeploymentFactory)
    subject = "learner-7f3a"
    thing = "story/bus"
    origins = ["https://school.example"]
