"""The status of many records (draft, live, scheduled, in moderation) in two queries."""

from django.db.models import CharField, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import Revision, WorkflowState


def with_status(queryset: QuerySet) -> QuerySet:
    """Adds what `status_string` of each record asks for, under the names that it looks for."""
    scheduled = Revision.objects.filter(
        base_content_type__app_label=queryset.model._meta.app_label,
        base_content_type__model=queryset.model._meta.model_name,
        object_id=Cast(OuterRef("pk"), CharField()),
        approved_go_live_at__isnull=False,
    )
    moderation = Prefetch(
        "_workflow_states",
        queryset=WorkflowState.objects.active().select_related("current_task_state__task"),
        to_attr="_current_workflow_states",
    )
    return queryset.annotate(scheduled_revision=Subquery(scheduled.values("pk")[:1])).prefetch_related(moderation)
