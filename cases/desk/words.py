"""Finding records at the desk by the words of their names."""

import operator
from collections.abc import Iterable
from functools import reduce

from django.db.models import Q, QuerySet


def with_words(queryset: QuerySet, fields: Iterable[str], text: str | None) -> QuerySet:
    """The rows in which every word of `text` stands in one of the fields; all rows where there is no text."""
    for word in (text or "").split():
        queryset = queryset.filter(reduce(operator.or_, (Q(**{f"{field}__icontains": word}) for field in fields)))
    return queryset
