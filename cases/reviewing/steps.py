"""What Wagtail's workflow calls when it comes to a step of ours, and how a step gets its turn."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import TaskState, WorkflowState

from cases.choices import Answer
from cases.models import EditorTask, Review, SignOff, SignOffTask, Story
from cases.reviewing.asking import ask, editors_of, put, tell_editors
from cases.reviewing.inviting import EDITING_DAYS, NOBODY, default_due, invitation_for


def begin_sign_off(*, task: SignOffTask, state: TaskState, by) -> TaskState:
    """Come to a sign-off: the first opens the review; one that was sent back is asked for again."""
    review = Review.objects.filter(workflow_state=state.workflow_state).first() or open_review(state.workflow_state)
    sign_off, _made = SignOff.objects.get_or_create(review=review, kind=task.kind, defaults={"due": default_due()})
    state.sign_off = sign_off
    state.save()
    if sign_off.answer == Answer.SENT_BACK:
        reopen(sign_off)
        ask(sign_off=sign_off)
    return state


def open_review(workflow_state: WorkflowState) -> Review:
    """The review that begins with the workflow, and its sign-offs; whoever is named is asked."""
    story = Story.objects.select_related("latest_revision").get(pk=workflow_state.object_id)
    invitation = invitation_for(story)
    review = Review.objects.create(
        workflow_state=workflow_state,
        story=story,
        editor=invitation.editor,
        note=invitation.note,
        due=invitation.publish_by,
    )
    for task in sign_off_tasks(workflow_state):
        sign_off = SignOff(review=review, kind=task.kind, due=invitation.due)
        put(sign_off=sign_off, invited=invitation.people.get(task.kind) or NOBODY)
    return review


def sign_off_tasks(workflow_state: WorkflowState) -> list[SignOffTask]:
    """The sign-offs of the workflow, in its order."""
    tasks = workflow_state.workflow.tasks.filter(active=True).specific()
    return [task for task in tasks if isinstance(task, SignOffTask)]


def reopen(sign_off: SignOff) -> None:
    """Take an answer back; what was answered about stays, so that the difference can be shown."""
    sign_off.answer, sign_off.answered_at, sign_off.reason, sign_off.shown_name = "", None, "", ""
    sign_off.overridden_by = None
    sign_off.due = max(sign_off.due, timezone.localdate() + timedelta(days=EDITING_DAYS))
    sign_off.save()


def turn_to(workflow_state: WorkflowState, task, by=None) -> TaskState:
    """Make it this step's turn, whichever step it was: signatories answer in either order."""
    current = workflow_state.current_task_state
    if current.task_id != task.pk:
        current.status, current.finished_at = TaskState.STATUS_CANCELLED, timezone.now()
        current.finished_by, current.comment = by, gettext("Another step came first.")
        current.save()
        workflow_state.update(user=by, next_task=task)
    return workflow_state.current_task_state.specific


def task_of(sign_off: SignOff) -> SignOffTask:
    """The step of the workflow that the sign-off answers."""
    tasks = sign_off_tasks(sign_off.review.workflow_state)
    return next(task for task in tasks if task.kind == sign_off.kind)


def act_on_sign_off(*, state: TaskState, by, action: str, given: dict):
    """Do what a user chose at the desk while it was the turn of a sign-off."""
    from cases.models.sign_off_task import SEND_BACK, SIGN, WITHOUT
    from cases.reviewing import actions

    sign_off = SignOff.objects.for_page().get(pk=state.sign_off_id)
    do = {SIGN: actions.sign, SEND_BACK: actions.send_back, WITHOUT: actions.go_on_without}[action]
    return do(sign_off=sign_off, by=by, **checked(state, action, given))


def act_on_editing(*, state: TaskState, by, action: str, given: dict):
    """Do what an editor chose while it was their turn."""
    from cases.reviewing import actions

    do = {"reject": actions.send_back_as_editor, "approve": actions.approve}[action]
    return do(state=state, by=by, **checked(state, action, given))


def checked(state: TaskState, action: str, given: dict) -> dict:
    """What was given with the action, looked over again: it has been to the browser and back."""
    form = state.task.specific.get_form_for_action(action)(given)
    if not form.is_valid():
        raise ValidationError([message for messages in form.errors.values() for message in messages])
    return form.cleaned_data


def begin_editing(*, task: EditorTask, state: TaskState, by) -> None:
    """Come to the editor's step: tell the editor, unless they brought it there themselves."""
    review = Review.objects.for_desk().filter(workflow_state=state.workflow_state).first()
    if review:
        review.reminders = 0
        review.save()
        others = [editor for editor in editors_of(review, task) if editor != by]
        tell_editors(review, "review_turn", to=others)
