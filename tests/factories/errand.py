"""What the house does from time to time."""

import factory

from cases.models import Errand
from tests.factories.record import FIRST_DAY


class ErrandFactory(factory.django.DjangoModelFactory):
    """Something that was done once."""

    class Meta:
        model = Errand

    name = factory.Sequence(lambda n: f"errand {n}")
    done_at = FIRST_DAY
