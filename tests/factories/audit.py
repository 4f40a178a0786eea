"""Learning audits."""

import factory

from lessons.models import Audit


class AuditFactory(factory.django.DjangoModelFactory):
    """A team's audit without a round; nobody has its key."""

    class Meta:
        model = Audit

    name = factory.Sequence(lambda n: f"Team {n}")
    key_hash = factory.Sequence(lambda n: f"audit-{n}")
