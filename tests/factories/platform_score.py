"""What learning platforms are told."""

import factory

from lessons.models import PlatformScore
from tests.factories.platform import DeploymentFactory


class PlatformScoreFactory(factory.django.DjangoModelFactory):
    """Somebody who has begun."""

    class Meta:
        model = PlatformScore

    deployment = factory.SubFactory(DeploymentFactory)
    subject = factory.Sequence(lambda n: f"learner-{n}")
    lineitem = "https://school.example/lineitems/1"
    reached = "Started"
