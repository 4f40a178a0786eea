"""Rounds of audits."""

import factory

from lessons.models import Round
from tests.factories.audit import AuditFactory


class RoundFactory(factory.django.DjangoModelFactory):
    """An open round that asks one thing."""

    class Meta:
        model = Round

    audit = factory.SubFactory(AuditFactory)
    key_hash = factory.Sequence(lambda n: f"round-{n}")
    questions = factory.LazyFunction(
        lambda: [
            {
                "slug": "element",
                "name": "Element",
                "asks": "Do we?",
                "statements": [{"slug": "we-do", "text": "We do.", "turned": False, "example": "When?"}],
            }
        ]
    )
