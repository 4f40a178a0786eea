"""Stories whose time has come, and which lack something by now: a place that was deleted, say."""

from django.db import transaction
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Revision

from cases.addresses import absolute
from cases.checking_stories.gate import NotReady, ready_or_raise
from cases.mail import queue
from cases.models import Story
from cases.people import Group, addresses_of, members


def hold_back_unready() -> int:
    """Take stories that may not be published off the schedule and tell who set it; answers how many they were."""
    return sum(hold_back(version) for version in due_versions())


def due_versions():
    """The versions of stories whose time has come."""
    return Revision.objects.filter(
        base_content_type=Story.get_base_content_type(), approved_go_live_at__lt=timezone.now()
    ).select_related("user")


@transaction.atomic
def hold_back(version: Revision) -> bool:
    """Take the version off the schedule where it may not be published; answers whether that was so."""
    story = version.as_object()
    try:
        ready_or_raise(story)
    except NotReady as error:
        version.approved_go_live_at = None
        version.save(update_fields=["approved_go_live_at"])
        editors = addresses_of([version.user]) if version.user else addresses_of(members(Group.EDITOR))
        edit_url = absolute(AdminURLFinder().get_edit_url(story))
        queue("schedule_held_back", editors, {"story": story, "found": error.found, "edit_url": edit_url})
        return True
    return False
