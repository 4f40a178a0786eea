"""What waits for a user of the desk, and for whom they wait; what is overdue comes first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_latest_str
from wagtail.models import TaskState

from cases.models import Remark, Review, SignOff
from cases.reviewing.asking import title_of
from cases.reviewing.links import path_of

SHOWN = 5
"""Rows of each kind on the first page."""


@dataclass(frozen=True)
class Waiting:
    """Something that waits: what, for whom, until when, and the way to it."""

    title: str
    url: str | None
    what: str | Promise
    due: date | None = None
    review_url: str = ""

    @property
    def days_late(self) -> int:
        """How many days it is overdue."""
        return max((timezone.localdate() - self.due).days, 0) if self.due else 0


class Queue:
    """The two lists of a user."""

    def __init__(self, user):
        self.user = user
        self.finder = AdminURLFinder(user)
        self.reviews = list(Review.objects.for_queue())

    @property
    def mine(self) -> list[Waiting]:
        """What waits for the user."""
        found = [*self.sign_offs(), *self.steps(), *self.sent_back(), *self.unnamed(), *self.others()]
        return sorted(found, key=soonest)

    @property
    def theirs(self) -> list[Waiting]:
        """For whom the user waits."""
        return sorted(self.awaited(), key=soonest)

    def sign_offs(self) -> Iterator[Waiting]:
        """Stories that the user is asked to sign off."""
        for sign_off in SignOff.objects.open().for_queue(self.user):
            what = gettext("Sign off as a %(kind)s") % {"kind": sign_off.get_kind_display().lower()}
            yield Waiting(title_of(sign_off.review), path_of(sign_off), what, sign_off.due)

    def steps(self) -> Iterator[Waiting]:
        """Stories that the user is to publish."""
        for review in self.reviews:
            if review.at_last_step and self.may_publish(review):
                yield self.of(review, _("Publish, or send back"), review.due)

    def may_publish(self, review: Review) -> bool:
        """Whether the last step is the user's: as the editor who is named, or as one of those who may."""
        if review.editor_id:
            return review.editor_id == self.user.pk
        return bool(review.workflow_state.current_task_state.task.specific.get_actions(review.story, self.user))

    def sent_back(self) -> Iterator[Waiting]:
        """Stories that came back to the user."""
        back = [review for review in self.reviews if not review.in_progress and self.is_ours(review)]
        counts = Remark.objects.open_by_story([review.story_id for review in back])
        for review in back:
            count = counts.get(review.story_id, 0)
            remarks = ngettext("deal with one remark", "deal with %(count)d remarks", count) % {"count": count}
            what = _("Sent back: %(remarks)s, and submit it again") if count else _("Sent back: submit it again")
            yield self.of(review, what % {"remarks": remarks})

    def unnamed(self) -> Iterator[Waiting]:
        """Reviews of the user in which nobody is asked for a sign-off."""
        for review in self.reviews:
            for sign_off in review.waiting if review.in_progress and self.is_ours(review) else ():
                if not sign_off.person:
                    what = gettext("Name a %(kind)s") % {"kind": sign_off.get_kind_display().lower()}
                    yield self.of(review, what, sign_off.due)

    def others(self) -> Iterator[Waiting]:
        """Whatever else Wagtail's workflows ask of the user, of whichever noun."""
        states = TaskState.objects.reviewable_by(self.user).filter(workflow_state__review=None)
        for state in states.select_related("workflow_state", "task"):
            if record := state.workflow_state.content_object:
                yield Waiting(get_latest_str(record), self.finder.get_edit_url(record), state.task.name)

    def awaited(self) -> Iterator[Waiting]:
        """Whoever was asked in the user's reviews, and the editor whose turn it is."""
        for review in self.reviews:
            if not (review.in_progress and self.is_ours(review)):
                continue
            for sign_off in review.waiting:
                if sign_off.person and sign_off.user_id != self.user.pk:
                    yield self.of(review, said_of(sign_off), sign_off.due)
            if review.at_last_step and not self.may_publish(review):
                editor = review.editor
                who = (editor.get_full_name() or editor.get_username()) if editor else gettext("any editor")
                yield self.of(review, gettext("%(who)s, to publish") % {"who": who}, review.due)

    def is_ours(self, review: Review) -> bool:
        """Whether the user asked for the review, or publishes in the end."""
        return self.user.pk in (review.editor_id, review.workflow_state.requested_by_id)

    def of(self, review: Review, what, due: date | None = None) -> Waiting:
        """A row about the review's story."""
        about = reverse("desk-review", args=[review.story_id])
        return Waiting(title_of(review), self.finder.get_edit_url(review.story) or about, what, due, about)


def soonest(row: Waiting) -> tuple:
    """The order: what is due first, first; what has no date, last."""
    return (row.due is None, row.due or date.max, row.title)


def said_of(sign_off: SignOff) -> str:
    """Whom one waits for, and whether they have looked."""
    said = _("%(who)s, who has opened it") if sign_off.seen_at else _("%(who)s, who has not opened it yet")
    return said % {"who": sign_off}


class QueuePanel(Component):
    """The queue on the desk's first page, in short."""

    name = "queue"
    order = 90
    template_name = "wagtailadmin/desk/queue_panel.html"

    def __init__(self, request):
        self.queue = Queue(request.user)

    def get_context_data(self, parent_context):
        """The first rows of each list, and how many there are."""
        mine, theirs = self.queue.mine, self.queue.theirs
        return {
            "mine": mine[:SHOWN],
            "theirs": theirs[:SHOWN],
            "total": len(mine) + len(theirs),
            "name": self.name,
            "more": len(mine) > SHOWN or len(theirs) > SHOWN,
        }
