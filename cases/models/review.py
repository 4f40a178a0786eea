"""Co-creation reviews."""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from cases.choices import Answer

UNDER_WAY = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


class ReviewQuerySet(models.QuerySet):
    """Lists of reviews."""

    def in_progress(self):
        """Reviews in which somebody is asked for an answer."""
        return self.filter(workflow_state__status=WorkflowState.STATUS_IN_PROGRESS)

    def under_way(self):
        """Reviews that have not ended; some may have been sent back."""
        return self.filter(workflow_state__status__in=UNDER_WAY)

    def approved(self):
        """Reviews that led to the story being published, now or at its time."""
        return self.filter(workflow_state__status=WorkflowState.STATUS_APPROVED)

    def of_story(self, story):
        """The story's reviews, newest first."""
        return self.filter(story=story.pk).order_by("-pk")

    def with_sign_offs(self):
        """Reviews with how far they have come, and without the words of what is to be signed."""
        asked = apps.get_model("cases", "SignOff").objects.defer("content")
        return self.select_related("workflow_state").prefetch_related(models.Prefetch("sign_offs", queryset=asked))

    def with_people(self):
        """Reviews with their story, who asked, who publishes, and the step that they are at."""
        joins = ("story__latest_revision", "editor", "workflow_state__requested_by", "workflow_state__workflow")
        return self.select_related(*joins, "workflow_state__current_task_state__task")

    def for_desk(self):
        """Reviews with everybody who has to do with them."""
        return self.with_people().prefetch_related("sign_offs__user")

    def for_queue(self):
        """Reviews that have not ended, by age, with everybody, and without the words of what is to be signed."""
        asked = apps.get_model("cases", "SignOff").objects.select_related("user").defer("content")
        found = self.under_way().with_people().defer("story__latest_revision__content")
        return found.prefetch_related(models.Prefetch("sign_offs", queryset=asked)).order_by("pk")


class Review(models.Model):
    """A story's way through co-creation review: who asked, who publishes in the end, by when, and what they should know."""

    workflow_state = models.OneToOneField(WorkflowState, on_delete=models.CASCADE, related_name="review")
    story = models.ForeignKey("cases.Story", on_delete=models.CASCADE, related_name="reviews", verbose_name=_("story"))
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("editor"),
        help_text=_("Who publishes the story in the end. Empty: any editor."),
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)
    due = models.DateField(_("to be published by"))
    reminders = models.PositiveSmallIntegerField(default=0, editable=False)
    recorded_at = models.DateTimeField(null=True, editable=False)

    objects = ReviewQuerySet.as_manager()

    def __str__(self):
        return str(self.story)

    @property
    def under_way(self) -> bool:
        """Whether it has not ended."""
        return self.workflow_state.status in UNDER_WAY

    @property
    def in_progress(self) -> bool:
        """Whether it waits for an answer, not for the story to be reworked."""
        return self.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS

    @property
    def at_last_step(self) -> bool:
        """Whether it waits for an editor to publish."""
        from cases.models.editor_task import EditorTask

        kind = ContentType.objects.get_for_model(EditorTask)
        return self.in_progress and self.workflow_state.current_task_state.task.content_type_id == kind.pk

    @property
    def signed_off(self) -> bool:
        """Whether everybody has answered, and none has sent it back: it waits for an editor, or for its time."""
        in_order = self.in_progress or self.workflow_state.status == WorkflowState.STATUS_APPROVED
        return in_order and not self.waiting and not self.sent_back

    @property
    def requested_by(self):
        """Who asked for it."""
        return self.workflow_state.requested_by

    @cached_property
    def content(self) -> dict:
        """The draft as it was saved last, as data."""
        return self.story.latest_revision.content

    @cached_property
    def digest(self) -> str:
        """What tells one state of the draft from another, in all that signatories sign."""
        from cases.reviewing.material import digest

        return digest(self.content)

    @property
    def stale(self) -> list:
        """The sign-offs of an earlier state of the draft."""
        return [sign_off for sign_off in self.sign_offs.all() if sign_off.signed_other_than(self.digest)]

    @property
    def waiting(self) -> list:
        """The sign-offs that nobody has given yet."""
        return [sign_off for sign_off in self.sign_offs.all() if not sign_off.answer]

    @property
    def sent_back(self) -> list:
        """The sign-offs in whose place the story was sent back."""
        return [sign_off for sign_off in self.sign_offs.all() if sign_off.answer == Answer.SENT_BACK]
