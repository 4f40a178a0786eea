"""Wagtail's reports about reviews, for who may change records: Wagtail asks for rights to pages, and the library has none."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.snippets.models import get_editable_models


class ForRecordsMixin:
    """Asks for the right to change any noun. The lists hold what the person may change, in any case."""

    permission_policy = None
    any_permission_required = None

    def dispatch(self, request, *args, **kwargs):
        """Refuse who may change nothing."""
        if not get_editable_models(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ReviewsReport(ForRecordsMixin, WorkflowView):
    """The reviews that are under way or done."""


class ReviewStepsReport(ForRecordsMixin, WorkflowTasksView):
    """Their steps."""
