"""How a sign-off stands in a workflow."""

from django.db import models
from django.utils.translation import gettext
from wagtail.models import TaskState


class SignOffTaskState(TaskState):
    """One turn of a workflow at a sign-off: who was asked, and what Wagtail keeps of every turn."""

    sign_off = models.ForeignKey(
        "cases.SignOff", on_delete=models.SET_NULL, null=True, blank=True, related_name="turns"
    )

    exclude_fields_in_copy = []

    def get_comment(self):
        """Who acted, who may have no account, and what they said."""
        who = str(self.sign_off) if self.sign_off and not self.finished_by else ""
        return ": ".join(str(part) for part in (who, self.comment) if part) or (gettext("no comment") if who else "")
