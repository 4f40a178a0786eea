"""A told story follows its co-creation review: to the signatories, back to its authors with what was remarked, and to the desk again."""

from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_cancelled

from cases.models import Contribution, Remark, SignOffTaskState, Story
from cases.reviewing.sending_back import SENT_BACK
from cases.telling.actions import ask_back, pass_on
from cases.telling.choices import WITH_EDITORS, State


def listen() -> None:
    """Follow every review; doing it again changes nothing."""
    task_submitted.connect(_asked, sender=SignOffTaskState, dispatch_uid="told-asked")
    workflow_cancelled.connect(_cancelled, sender=WorkflowState, dispatch_uid="told-cancelled")
    if sent_back not in SENT_BACK:
        SENT_BACK.append(sent_back)


def sent_back(story: Story, reason: str, remarks: list[Remark]) -> None:
    """Give it back to its authors with the reason, these remarks, and those of signatories that nobody has dealt with."""
    if contribution := Contribution.objects.told(story, *WITH_EDITORS):
        said = dict.fromkeys([*Remark.objects.open_of_signatories(story), *remarks])
        ask_back(contribution=contribution, reason=reason, remarks=[(remark.field, remark.text) for remark in said])


def _asked(instance, user=None, **kwargs):
    """Somebody is asked to sign it off, for the first time or again."""
    story = instance.workflow_state.content_object
    if contribution := Contribution.objects.told(story, State.AT_DESK, State.SENT_BACK):
        pass_on(contribution=contribution, state=State.SIGNING, user=user)


def _cancelled(instance, user=None, **kwargs):
    """The review has ended without a story: an editor has it."""
    if contribution := Contribution.objects.told(instance.content_object, State.SIGNING):
        pass_on(contribution=contribution, state=State.AT_DESK, user=user)
