"""What people do in a co-creation review. Each is one transaction, its mail included."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from cases.checking_stories.gate import NotReady
from cases.choices import Answer, Signatory
from cases.models import Remark, Review, SignOff, SignOffTask, Story
from cases.models.sign_off import new_key
from cases.reviewing import steps
from cases.reviewing.asking import ask, put, tell, tell_editors, write
from cases.reviewing.gate import stale_findings
from cases.reviewing.inviting import EDITING_DAYS, NOBODY, Invitation, Invited, default_due, inviting
from cases.reviewing.sending_back import sent_back


@transaction.atomic
def start_review(
    *,
    story: Story,
    by,
    practitioner: Invited | None = None,
    scholar: Invited | None = None,
    due: date | None = None,
    note: str = "",
    editor=None,
) -> Review:
    """Send the story's newest draft on its way, and ask those who are named; whoever is missing can be named later."""
    workflow = story.get_workflow()
    if workflow is None or not any(isinstance(task.specific, SignOffTask) for task in workflow.tasks):
        raise ValidationError(gettext("Stories have no workflow with sign-offs. Set one under Settings, Workflows."))
    if Review.objects.under_way().of_story(story).exists():
        raise ValidationError(
            gettext("A review of this story is under way already. Cancel it first, or name others in it.")
        )
    if not story.latest_revision:
        story.save_revision(user=by, clean=False)
    people = {Signatory.PRACTITIONER: practitioner or NOBODY, Signatory.SCHOLAR: scholar or NOBODY}
    with inviting(Invitation(people=people, due=due or default_due(), note=note, editor=editor)):
        state = workflow.start(story, by)
    return Review.objects.for_desk().get(workflow_state=state)


@transaction.atomic
def name_signatory(*, sign_off: SignOff, invited: Invited, by, due: date | None = None) -> None:
    """Ask somebody else instead, or somebody where nobody was named; the link of the former ends."""
    sign_off.due = due or max(sign_off.due, timezone.localdate() + timedelta(days=EDITING_DAYS))
    put(sign_off=sign_off, invited=invited, by=by)


@transaction.atomic
def remind(*, sign_off: SignOff, by=None) -> None:
    """Ask once more, in a friendly way."""
    sign_off.reminded_at = timezone.now()
    sign_off.save()
    tell(sign_off, "sign_off_reminder")
    write(sign_off, "reminded", by)


@transaction.atomic
def end_link(*, sign_off: SignOff, by) -> None:
    """Make the link useless at once; naming somebody, or asking again, makes another."""
    sign_off.link_key, sign_off.link_until = new_key(), None
    sign_off.save()
    write(sign_off, "link_ended", by)


@transaction.atomic
def open_story(*, sign_off: SignOff) -> None:
    """The signatory begins to read: that is when, and this is what they see."""
    if sign_off.seen_at is None:
        sign_off.seen_at = timezone.now()
    if sign_off.content is None:
        sign_off.content, sign_off.content_at = sign_off.review.content, timezone.now()
    sign_off.save()


@transaction.atomic
def sign(*, sign_off: SignOff, by=None, shown_name: str = "", remarks=(), digest: str | None = None) -> None:
    """Sign the newest draft off, which is the one of that digest, where one is given; remarks may come with it."""
    sign_off = _locked(sign_off)
    if sign_off.answer:
        raise ValidationError(gettext("This has been answered already."))
    if digest is not None and digest != sign_off.review.digest:
        raise ValidationError(
            gettext("The story was changed while you read. Look at what is different, then answer again.")
        )
    state = _turn(sign_off, by)
    _answer(sign_off, Answer.SIGNED, shown_name=shown_name)
    _keep(sign_off, remarks, by)
    state.revision = sign_off.review.story.latest_revision
    state.approve(user=by)


@transaction.atomic
def send_back(
    *, sign_off: SignOff, reason: str, by=None, remarks=(), field: str = "", remark: str = ""
) -> list[Remark]:
    """Send the story back with a reason, and with remarks on its fields; also after having signed."""
    sign_off = _locked(sign_off)
    if sign_off.answer not in ("", Answer.SIGNED):
        raise ValidationError(gettext("This has been answered already."))
    remarks = [*remarks, *([(field, remark)] if remark else [])]
    state = _turn(sign_off, by)
    mine = by is None or by == sign_off.user
    if mine:
        _answer(sign_off, Answer.SENT_BACK, reason=reason)
    kept = _keep(sign_off, remarks, by, mine)
    state.reject(user=by, comment=reason)
    sent_back(review=sign_off.review, reason=reason, remarks=kept, who=str(sign_off) if mine else str(by), by=by)
    return kept


@transaction.atomic
def go_on_without(*, sign_off: SignOff, reason: str, by) -> None:
    """Go on without this sign-off, for a reason that readers will see."""
    sign_off = _locked(sign_off)
    state = _turn(sign_off, by)
    if sign_off.asked_at:
        tell(sign_off, "sign_off_not_needed", why="without")
    _answer(sign_off, Answer.WITHOUT, reason=reason, overridden_by=by)
    write(sign_off, "without", by)
    state.approve(user=by, comment=reason)


@transaction.atomic
def approve(*, state: TaskState, by, comment: str = "") -> None:
    """Publish, now or at its time; not while a signature is of an earlier draft."""
    review = Review.objects.for_desk().filter(workflow_state=state.workflow_state).first()
    if review and review.stale:
        raise NotReady(review.story, stale_findings(review))
    state.approve(user=by, comment=comment)


@transaction.atomic
def send_back_as_editor(*, state: TaskState, by, reason: str, field: str = "", remark: str = "") -> list[Remark]:
    """Send the story back at the last step."""
    review = Review.objects.for_desk().filter(workflow_state=state.workflow_state).first()
    kept = []
    if review and remark:
        kept = [Remark.objects.create(story=review.story, field=field, text=remark, by=by, by_name=name_of(by))]
    state.reject(user=by, comment=reason)
    if review:
        sent_back(review=review, reason=reason, remarks=kept, who=name_of(by), by=by)
    return kept


@transaction.atomic
def resubmit(*, review: Review, by) -> None:
    """Send a story that was sent back on its way again; whoever signed an earlier draft is asked again."""
    review.workflow_state.resume(by)
    renew(review=Review.objects.for_desk().get(pk=review.pk), by=by)


@transaction.atomic
def renew(*, review: Review, by=None) -> list[SignOff]:
    """Void the signatures of earlier drafts, and ask again for them; answers which they were."""
    stale = review.stale
    for sign_off in stale:
        sign_off.review = review
        write(sign_off, "void", by)
        steps.reopen(sign_off)
        for turn in sign_off.turns.filter(status=TaskState.STATUS_APPROVED):
            turn.status = TaskState.STATUS_CANCELLED
            turn.save()
        ask(sign_off=sign_off)
    if stale and review.in_progress:
        steps.turn_to(review.workflow_state, review.workflow_state.get_next_task().specific, by)
    return stale


@transaction.atomic
def cancel_review(*, review: Review, by) -> None:
    """End the review; whoever was asked and has not answered is told that nothing is asked of them any more."""
    for sign_off in review.waiting:
        sign_off.review = review
        if sign_off.asked_at:
            tell(sign_off, "sign_off_not_needed", why="cancelled")
    review.workflow_state.cancel(user=by)


@transaction.atomic
def assign(*, review: Review, editor, by) -> None:
    """Name the editor who publishes, or nobody in particular; who is named while it is their turn is told."""
    review.editor = editor
    review.save()
    log(
        instance=review.story,
        action="cases.review.assigned",
        user=by,
        data={"name": name_of(editor) if editor else ""},
    )
    state = review.workflow_state.current_task_state
    if editor and editor != by and state and not isinstance(state.task.specific, SignOffTask):
        tell_editors(review, "review_turn", to=[editor])


def _locked(sign_off: SignOff) -> SignOff:
    """The sign-off as it is now; nobody answers it, or changes the draft, until the transaction ends."""
    list(Story.objects.select_for_update().filter(pk=sign_off.review.story_id))
    return SignOff.objects.for_page().get(pk=sign_off.pk)


def _turn(sign_off: SignOff, by) -> TaskState:
    """The turn of this sign-off in its workflow, begun now where it was another's."""
    if sign_off.review.workflow_state.status != WorkflowState.STATUS_IN_PROGRESS:
        raise ValidationError(gettext("The review is not waiting for an answer."))
    for turn in sign_off.turns.filter(status=TaskState.STATUS_APPROVED):
        turn.status = TaskState.STATUS_CANCELLED
        turn.save()
    return steps.turn_to(sign_off.review.workflow_state, steps.task_of(sign_off), by)


def _answer(sign_off: SignOff, answer: Answer, **more) -> None:
    """Keep the answer, and the draft that it is about."""
    for name, value in more.items():
        setattr(sign_off, name, value)
    sign_off.answer, sign_off.answered_at = answer, timezone.now()
    sign_off.seen_at = sign_off.seen_at or (None if answer == Answer.WITHOUT else timezone.now())
    if answer != Answer.WITHOUT:
        sign_off.content, sign_off.content_at = sign_off.review.content, timezone.now()
    sign_off.save()


def _keep(sign_off: SignOff, remarks, by, mine: bool = True) -> list[Remark]:
    """Keep the remarks of the signatory, or of an editor who acts in between."""
    who = (
        {"sign_off": sign_off, "kind": sign_off.kind, "by_name": sign_off.person} if mine else {"by_name": name_of(by)}
    )
    story = sign_off.review.story
    return [Remark.objects.create(story=story, field=field, text=text, by=by, **who) for field, text in remarks if text]


def name_of(user) -> str:
    """The user's name as others know it."""
    return user.get_full_name() or user.get_username()
