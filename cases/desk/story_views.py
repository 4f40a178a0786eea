"""The screens of a story that do more than those of other nouns: checks and remarks stand beside it, and it is reviewed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail.admin.ui.components import MediaContainer
from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import CopyView, CreateView, WorkflowActionView

from cases.checking_stories.gate import NotReady
from cases.desk.checks import StoryChecksPanel, say_not_ready
from cases.desk.remarks import answer_remarks
from cases.desk.views import RecordEditView
from cases.models import Review, SignOffTask
from cases.reviewing import actions
from cases.suggestions.desk import SuggestionsMixin


class StoryScreen:
    """What adding, copying and editing a story have in common."""

    def get_side_panels(self):
        """Wagtail's panels and the checks, as of the draft that was saved last."""
        return MediaContainer([*super().get_side_panels(), StoryChecksPanel(self.form.instance, self.request)])

    def submit_action(self):
        """A review asks first whom to ask; a story that was sent back goes on where it was."""
        state = self.workflow_state
        if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            if review := Review.objects.for_desk().filter(workflow_state=state).first():
                return actions.resubmit(review=review, by=self.request.user)
        elif any(isinstance(task.specific, SignOffTask) for task in self.workflow.tasks):
            return redirect("desk-review-start", self.object.pk)
        return super().submit_action()


class StoryCreateView(StoryScreen, CreateView):
    """Adding a story."""


class StoryCopyView(StoryScreen, CopyView):
    """Adding a story that starts as the copy of another. The form is sent to where stories are added; here it would change the original."""

    http_method_names = ("get", "head", "options")


class StoryEditView(StoryScreen, SuggestionsMixin, RecordEditView):
    """Editing a story."""

    def save_instance(self):
        """Save the draft, and what was done about the remarks on it."""
        story = super().save_instance()
        answer_remarks(story=story, data=self.request.POST, by=self.request.user)
        return story

    def cancel_workflow_action(self):
        """Cancel the workflow; of a review, whoever was asked is told."""
        if review := Review.objects.for_desk().filter(workflow_state=self.workflow_state).first():
            return actions.cancel_review(review=review, by=self.request.user)
        return super().cancel_workflow_action()

    def workflow_action_action(self):
        """Do what the step offers; where it is refused, say why and keep the draft."""
        try:
            return super().workflow_action_action()
        except NotReady as error:
            say_not_ready(self.request, error)
        except (ValidationError, TypeError, ValueError) as error:
            messages.error(self.request, " ".join(getattr(error, "messages", [str(error)])))
        return redirect(self.get_edit_url())


class StoryWorkflowActionView(WorkflowActionView):
    """A step of the workflow that is taken from a list, not from the story's screen."""

    def post(self, request, *args, **kwargs):
        """Do what the step offers; where it is refused, say why."""
        try:
            return super().post(request, *args, **kwargs)
        except NotReady as error:
            say_not_ready(request, error, kept=False)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)
