"""The step of a workflow at which somebody who knows the story signs it off."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import Task, TaskState
from wagtail.models.workflows import TaskQuerySet

from cases.choices import Signatory, one_of
from cases.models.sign_off_task_state import SignOffTaskState
from cases.models.story import Story

SIGN, SEND_BACK, WITHOUT = "approve", "reject", "without"
"""The actions, by Wagtail's names where it has one."""


class SignOffTaskQuerySet(TaskQuerySet):
    """Lists of sign-off steps."""


class SignOffTask(Task):
    """A step at which a practitioner, or a scholar, signs a story off or sends it back. Records of other nouns pass it by."""

    kind = models.CharField(_("who signs off"), max_length=20, choices=Signatory)

    objects = SignOffTaskQuerySet.as_manager()

    admin_form_fields = [*Task.admin_form_fields, "kind"]
    admin_form_readonly_on_edit_fields = [*Task.admin_form_readonly_on_edit_fields, "kind"]
    task_state_class = SignOffTaskState
    lock_class = WorkflowLock

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        constraints = [one_of("sign_off_task", "kind", Signatory)]

    @classmethod
    def get_description(cls):
        """What the desk says where a step is chosen."""
        return _("A practitioner or a scholar, with an account or without, signs a story off or sends it back")

    def start(self, workflow_state, user=None):
        """Begin the step: the person is asked, unless they have been."""
        from cases.reviewing import steps

        state = super().start(workflow_state, user=user)
        if isinstance(workflow_state.content_object, Story):
            return steps.begin_sign_off(task=self, state=state, by=user)
        state.status = TaskState.STATUS_SKIPPED
        state.save()
        return state

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **given):
        """Do what was chosen at the desk."""
        from cases.reviewing import steps

        return steps.act_on_sign_off(state=task_state.specific, by=user, action=action_name, given=given)

    def get_actions(self, obj, user):
        """The signatory signs off or sends back; an editor sends back, or goes on without."""
        asked = self.is_asked(obj, user)
        found = [(SIGN, _("Sign off"), True)] if asked else []
        if asked or self.is_editor(user):
            found.append((SEND_BACK, _("Send back"), True))
        if self.is_editor(user):
            found.append((WITHOUT, _("Go on without this sign-off"), True))
        return found

    def get_form_for_action(self, action):
        """What is asked before the action."""
        from cases.desk.review_forms import SendBackForm, SignForm, WithoutForm

        return {SIGN: SignForm, SEND_BACK: SendBackForm, WITHOUT: WithoutForm}[action]

    def is_asked(self, obj, user) -> bool:
        """Whether the user is the one who is asked to sign."""
        from cases.models.sign_off import SignOff

        return SignOff.objects.open().filter(user=user.pk, kind=self.kind, review__story=obj.pk).exists()

    def is_editor(self, user) -> bool:
        """Whether the user may publish stories."""
        return user.has_perm("cases.publish_story")

    def user_can_access_editor(self, obj, user):
        """The signatory sees the story's screen."""
        return self.is_asked(obj, user)

    def locked_for_user(self, obj, user):
        """Nobody changes the story who could not do so anyway."""
        return not user.has_perm("cases.change_story")

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """The steps at which the user is asked."""
        return TaskState.objects.filter(
            pk__in=SignOffTaskState.objects.filter(
                status=TaskState.STATUS_IN_PROGRESS, task=self, sign_off__user=user, sign_off__answer=""
            ).values("pk")
        )
