"""The desk's screens for who may read every record and draft, and change none."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

READ = ("view", "add", "change", "delete")
"""Any of these rights lets somebody read a noun's records at the desk."""


class ReadableMixin:
    """A screen that only shows: whoever may read the noun may open it, and is offered nothing that they may not do."""

    permission_required = None
    any_permission_required = READ

    def setup(self, request, *args, **kwargs):
        """Without the right to change, no button leads to the editor."""
        super().setup(request, *args, **kwargs)
        if not self.user_has_permission("change"):
            self.edit_url_name = self.revisions_revert_url_name = None

    @cached_property
    def header_buttons(self):
        """Wagtail's, as far as they lead anywhere."""
        return [button for button in super().header_buttons if button.url]


class RecordInspectView(ReadableMixin, snippets.InspectView):
    """A record as the database has it, with the ways to its draft and its history."""

    @cached_property
    def header_more_buttons(self):
        """Wagtail's; the draft as readers would see it; and the history."""
        viewset, record = self.model.snippet_viewset, self.object
        history = reverse(viewset.get_url_name("history"), args=[record.pk])
        buttons = [*super().header_more_buttons, Button(_("History"), url=history, icon_name="history", priority=6)]
        if record.latest_revision_id and record.is_previewable():
            draft = reverse(viewset.get_url_name("revisions_view"), args=[record.pk, record.latest_revision_id])
            buttons.append(Button(_("Draft, as readers would see it"), url=draft, icon_name="view", priority=5))
        return buttons


class RecordHistoryView(ReadableMixin, snippets.HistoryView):
    """What was done to a record, version by version."""


class RecordUsageView(ReadableMixin, snippets.UsageView):
    """What uses a record."""


class RecordRevisionView(ReadableMixin, snippets.PreviewRevisionView):
    """A version as readers would see it."""


class RecordWorkflowsView(ReadableMixin, snippets.WorkflowHistoryView):
    """The reviews that a record went through."""


class RecordWorkflowView(ReadableMixin, snippets.WorkflowHistoryDetailView):
    """One of them, step by step."""


class ReadableViewSet(snippets.SnippetViewSet):
    """The screens of a noun, those that only show open to whoever may read."""

    inspect_view_enabled = True
    inspect_view_class = RecordInspectView
    history_view_class = RecordHistoryView
    usage_view_class = RecordUsageView
    revisions_view_class = RecordRevisionView
    workflow_history_view_class = RecordWorkflowsView
    workflow_history_detail_view_class = RecordWorkflowView
