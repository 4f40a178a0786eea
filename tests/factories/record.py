"""What every record of the library has."""

from datetime import UTC, datetime

import factory

FIRST_DAY = datetime(2026, 1, 1, 12, tzinfo=UTC)
FIRST_NUMBER = 100_000
"""Below it are the numbers of a shelf, whose slugs are made as here; and names are in the same order as their numbers."""


class NumberedFactory(factory.django.DjangoModelFactory):
    """Something whose slug and name end in a number."""

    class Meta:
        abstract = True

    @classmethod
    def _setup_next_sequence(cls):
        return FIRST_NUMBER


class RecordFactory(NumberedFactory):
    """A published record; `draft=True` was never published, `retired=True` has been taken back."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(live=False, first_published_at=None, last_published_at=None)
        retired = factory.Trait(live=False)

    live = True
    first_published_at = FIRST_DAY
    last_published_at = FIRST_DAY
