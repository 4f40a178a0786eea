"""What every record of the library has."""

from datetime import UTC, datetime

import factory

FIRST_DAY = datetime(2026, 1, 1, 12, tzinfo=UTC)


class RecordFactory(factory.django.DjangoModelFactory):
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
