"""
What the desk must see of a load: a new revision of whatever has a history there, and which record refers to
which.
"""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Model
from modelcluster.models import get_all_child_relations
from wagtail.models import ReferenceIndex

from cases.library.planning import Plan
from cases.library.records import in_batches

AT_ONCE = 100
MOST_REFERENCES = 1_000
"""Of more records than these the references are not counted anew while loading."""


def renew_history(plan: Plan) -> Iterator[str]:
    """
    Save the new state of changed records that have revisions as a new one, and make it the live one.

    Yields a warning for each record whose unpublished draft is now only in its history.
    """
    for changed in plan.changed:
        if changed.stored.has_history:
            record = plan.noun.model.objects.get(pk=changed.stored.pk)
            record.save_revision(clean=False, log_action="wagtail.edit")
            shown = record.latest_revision if record.live else None
            plan.noun.model.objects.filter(pk=record.pk).update(live_revision=shown, has_unpublished_changes=False)
            if changed.stored.has_draft:
                yield (
                    f"The {plan.noun.label} “{changed.stored.slug}” had an unpublished draft at the desk. "
                    f"It is now the last draft "
                    f"in the record's history; restore it there if it is still wanted."
                )


def renew_references(model: type[Model], pks: Iterable[int]) -> None:
    """Let the desk know which records these refer to, in batches: each takes a moment, in which nobody else can write."""
    relations = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    for batch in in_batches(pks, AT_ONCE):
        with transaction.atomic():
            for record in model.objects.filter(pk__in=batch).prefetch_related(*relations):
                ReferenceIndex.create_or_update_for_object(record)
