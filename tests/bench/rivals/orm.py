"""Plain Django: the list as a queryset, and one grouped count for each facet."""

import operator
from functools import reduce

from django.db.models import Count, Q, QuerySet

from cases.models import Story
from cases.models.story import SECTIONS

FACETS = {
    "policy": "policy_areas__slug",
    "result": "result",
    "realm": "roles__realm",
    "country": "places__country",
    "place": "places__slug",
    "orgkind": "participations__organisation__kind",
    "organisation": "participations__organisation__slug",
    "leader": "roles__leader__slug",
    "measure": "measures__kind",
    "level": "level",
    "novelty": "novelty",
    "driver": "driver",
    "tag": "tags__slug",
    "source": "citations__source__slug",
    "depth": "depth",
    "lesson": "evidence__lesson__slug",
    "element": "evidence__lesson__elements__slug",
}
"""The facets that a queryset can count: zones, decades and larger places it cannot."""
TEXTS = ("title", "summary", *SECTIONS)


def prepare() -> None:
    """Nothing to do."""


def stories(question: dict, leave_out: str = "") -> QuerySet:
    """The stories in the question's state."""
    found = Story.objects.published()
    for word in question["words"].split():
        found = found.filter(reduce(operator.or_, (Q(**{f"{name}__icontains": word}) for name in TEXTS)))
    for key in ("policy", "result", "depth"):
        if question[key] and key != leave_out:
            found = found.filter(**{FACETS[key]: question[key]})
    return found


def answer(question: dict) -> int:
    """Ask for all of it; answers how many stories there are."""
    found = stories(question)
    list(found.order_by("title")[:20].prefetch_related("places", "policy_areas", "participations__organisation"))
    total = found.count()
    for key, path in FACETS.items():
        rows = stories(question, leave_out=key).order_by().values(path)
        list(rows.annotate(stories=Count("pk", distinct=True)).order_by("-stories")[:13])
    return total
