"""The last step of a co-creation review."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask
from wagtail.models.workflows import TaskQuerySet

from cases.models.editor_task_state import EditorTaskState


class EditorTaskQuerySet(TaskQuerySet):
    """Lists of editors' steps."""


class EditorTask(AbstractGroupApprovalTask):
    """The step at which an editor publishes, or sends back with a reason; one editor may be named for it."""

    objects = EditorTaskQuerySet.as_manager()

    task_state_class = EditorTaskState

    class Meta:
        verbose_name = _("editor's step")
        verbose_name_plural = _("editors' steps")

    @classmethod
    def get_description(cls):
        """What the desk says where a step is chosen."""
        return _("An editor publishes, or sends back with a reason; a review may name one")

    def start(self, workflow_state, user=None):
        """Begin the step: the editor is told."""
        from cases.reviewing import steps

        state = super().start(workflow_state, user=user)
        steps.begin_editing(task=self, state=state, by=user)
        return state

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **given):
        """Publish, unless a sign-off is of an earlier draft; or send back."""
        from cases.reviewing import steps

        return steps.act_on_editing(state=task_state.specific, by=user, action=action_name, given=given)

    def get_form_for_action(self, action):
        """What is asked before the action."""
        from cases.desk.review_forms import SendBackForm

        return SendBackForm if action == "reject" else super().get_form_for_action(action)
