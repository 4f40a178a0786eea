"""Wagtail's own mail about workflows, which leaves reviews to us: ours says what is asked, by when, and what was said."""

from django.dispatch import Signal
from wagtail.admin import mail
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

from cases.models import Review

NOTIFIERS: list[tuple[Signal, type[mail.Notifier], str]] = [
    (workflow_submitted, mail.WorkflowStateSubmissionEmailNotifier, "submitted"),
    (workflow_rejected, mail.WorkflowStateRejectionEmailNotifier, "rejected"),
    (workflow_approved, mail.WorkflowStateApprovalEmailNotifier, "approved"),
]


def leave_reviews_to_us() -> None:
    """Put a notifier that passes reviews by in the place of each of Wagtail's, whichever was there first."""
    for signal, notifier, word in NOTIFIERS:
        name = f"workflow_state_{word}_email_notification"
        signal.disconnect(sender=WorkflowState, dispatch_uid=name)
        signal.connect(_beside_reviews(notifier), sender=WorkflowState, dispatch_uid=name, weak=False)


def _beside_reviews(notifier: type[mail.Notifier]) -> mail.Notifier:
    """A notifier of that kind for whatever is no review."""

    class BesideReviews(notifier):
        def can_handle(self, instance, **kwargs):
            return (
                super().can_handle(instance, **kwargs) and not Review.objects.filter(workflow_state=instance).exists()
            )

    return BesideReviews()
