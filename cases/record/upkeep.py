"""Keeping stories true: checks put on record, and reminders to who looks after them."""

from collections import defaultdict
from datetime import date, timedelta

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.log_actions import log

from cases.chores import Chore
from cases.mail import queue
from cases.models import Story
from cases.people import addresses_of, keepers
from cases.search import changes

SHOWN = 50
"""Stories that a mail names; the rest is counted."""

MOST = 500
"""Stories that one round is about."""

CHECK = "wagtailsnippets_cases_story:check"


@transaction.atomic
def still_true(*, story: Story, note: str, review_by: date, owner: AbstractUser | None, by=None) -> None:
    """Put on record that somebody checked the story today and found it still true."""
    keep = {"checked_on": timezone.localdate(), "review_by": review_by, "owner": owner}
    Story.objects.filter(pk=story.pk).update(**keep)
    changes.renew()
    log(instance=story, action="cases.check", user=by, data={"note": note, "review_by": review_by.isoformat()})


@transaction.atomic
def look_after(*, story: Story, review_by: date, owner: AbstractUser | None, by=None) -> None:
    """Say who looks after the story, and by when it is to be checked, without a check."""
    Story.objects.filter(pk=story.pk).update(review_by=review_by, owner=owner)
    changes.renew()
    log(instance=story, action="cases.look_after", user=by, data={"review_by": review_by.isoformat()})


@transaction.atomic
def remind() -> str:
    """
    Tell whoever looks after stories which of them are due, and the editors of those that are late or that nobody looks after.

    What was told stands with the stories, in the same transaction as the mail: nobody is told twice within a month.
    """
    stories = list(Story.objects.to_remind_of()[:MOST])
    by_owner = defaultdict(list)
    for story in stories:
        by_owner[story.owner].append(story)
    sent = sum(_mail(addresses_of([owner]), owner, found) for owner, found in by_owner.items() if owner)
    sent += _mail(
        addresses_of(keepers()), None, [story for story in stories if not _has_address(story) or story.overdue]
    )
    Story.objects.filter(pk__in=[story.pk for story in stories]).update(reminded_on=timezone.localdate())
    return ngettext("%d reminder queued", "%d reminders queued", sent) % sent if sent else ""


def _has_address(story: Story) -> bool:
    """Whether somebody looks after it who can be written to."""
    return bool(story.owner and story.owner.is_active and story.owner.email)


def _mail(addresses: list[str], owner: AbstractUser | None, stories: list[Story]) -> int:
    """Queue one mail about the stories, those that are late first; answers how many were queued."""
    if not stories or (owner and not owner.is_active):
        return 0
    shown = [(story, reverse(CHECK, args=[story.pk])) for story in stories[:SHOWN]]
    context = {"owner": owner, "stories": shown, "count": len(stories), "more": max(len(stories) - SHOWN, 0)}
    return int(queue("stories_to_check", addresses, context) is not None)


REMIND = Chore("remind of stories to check", remind, every=timedelta(hours=6))
