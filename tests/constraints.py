"""What the database refuses: for each constraint a record, what would break it, and what is said."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction


@dataclass(frozen=True)
class Broken:
    """A constraint, the factory of a record, what would break it, and what the record says."""

    constraint: str
    factory: type
    change: dict[str, Any]
    sentence: str

    def attempt(self, record) -> dict[str, Any]:
        """The change, with the record itself where the change says ITSELF."""
        return {name: record if value is ITSELF else value for name, value in self.change.items()}


ITSELF = object()


def case(constraint, factory, change, sentence):
    """A case with the name of its constraint."""
    return pytest.param(Broken(constraint, factory, change, sentence), id=constraint)


def refused_by_database(broken: Broken) -> str:
    """What the database answers to the change."""
    record = broken.factory()
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        type(record)._base_manager.filter(pk=record.pk).update(**broken.attempt(record))
    return str(caught.value)


def refused_by_record(broken: Broken) -> list[str]:
    """What the record answers to the change."""
    record = broken.factory()
    for name, value in broken.attempt(record).items():
        setattr(record, name, value)
    with pytest.raises(ValidationError) as caught:
        record.validate_constraints()
    return caught.value.messages


def refused_twin(twin) -> list[str]:
    """What a second record like one that is there answers."""
    with pytest.raises(ValidationError) as caught:
        twin.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    return caught.value.messages
