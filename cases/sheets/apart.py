"""
What spreadsheets leave as it is: what is said *about* a record, and what its drafts do not hold.

An import neither reads nor changes it, and a version that is compared or written has it as readers' version has it.
"""

from functools import lru_cache

from django.db.models import Model
from modelcluster.fields import ParentalKey

from cases.library.keys import Key
from cases.library.many import Parts
from cases.library.nouns import Noun


@lru_cache
def left_alone(noun: Noun) -> frozenset[str]:
    """The names of the noun's keys that no column has, and that stay with the record whatever is imported."""
    return frozenset(key.name for key in noun.keys if key.aside or not _in_drafts(noun.model, key))


def _in_drafts(model: type[Model], key: Key) -> bool:
    """Whether a draft has a value of its own; rows that hang on the record by a plain key are those of the record alone."""
    return not isinstance(key, Parts) or isinstance(model._meta.get_field(key.related or key.name).field, ParentalKey)


def kept(noun: Noun, data: dict) -> dict:
    """What of the mapping is left alone."""
    return {name: data[name] for name in left_alone(noun) & data.keys()}


def without_kept(noun: Noun, data: dict) -> dict:
    """The mapping without what is left alone."""
    return {name: value for name, value in data.items() if name not in left_alone(noun)}
