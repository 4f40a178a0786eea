"""What a review does by itself: it reminds before and after a due date, and asks again for the signature of an earlier draft."""

from datetime import date, timedelta

from django.utils import timezone

from cases.choices import Answer
from cases.chores import Chore, register_chore
from cases.models import Review, SignOff
from cases.reviewing.actions import remind, renew
from cases.reviewing.asking import editors_of, tell_editors

STEPS = (-3, 1, 8)
"""Days from the due date on which a signatory is reminded: once before, twice after, and no more."""

EDITOR_STEPS = (1, 8)
"""Days after it on which those who wait are told."""

REMEMBERED = timedelta(days=180)
"""How long an address is kept after its link has ended."""

QUIET = timedelta(minutes=10)
"""How long a draft must rest before somebody is asked to look at it again."""


def register() -> None:
    """Register the chores; doing it again changes nothing."""
    register_chore(Chore("remind signatories", remind_signatories))
    register_chore(Chore("remind editors", remind_editors))
    register_chore(Chore("ask again", ask_again))
    register_chore(Chore("forget addresses", forget_addresses))


def passed(due: date, begun: date, steps: tuple[int, ...]) -> int:
    """How many of the steps have come since it began; one that would have come at once is left out."""
    days = (due + timedelta(days=step) for step in steps)
    return sum(begun < day <= timezone.localdate() for day in days)


def remind_signatories() -> str:
    """Remind whoever has not answered, and tell those who wait once the answer is late."""
    count = 0
    for sign_off in SignOff.objects.open().for_page():
        asked = timezone.localdate(sign_off.asked_at)
        due = passed(sign_off.due, asked, STEPS)
        if due > sign_off.reminders:
            sign_off.reminders = due
            remind(sign_off=sign_off)
            if sign_off.overdue:
                tell_editors(sign_off.review, "sign_off_overdue", sign_off=sign_off)
            count += 1
    return f"reminded {count}" if count else ""


def remind_editors() -> str:
    """Tell the editor, or all of them, that a story should have been published by now."""
    count = 0
    for review in Review.objects.in_progress().for_desk():
        due = (
            0
            if review.waiting
            else passed(review.due, timezone.localdate(review.workflow_state.created_at), EDITOR_STEPS)
        )
        if due > review.reminders:
            review.reminders = due
            review.save()
            tell_editors(review, "review_overdue", to=editors_of(review))
            count += 1
    return f"reminded of {count}" if count else ""


def ask_again() -> str:
    """Ask again whoever signed an earlier draft, once nobody has written at it for a while."""
    rested = (
        Review.objects.in_progress()
        .for_desk()
        .filter(story__latest_revision__created_at__lt=timezone.now() - QUIET, sign_offs__answer=Answer.SIGNED)
    )
    asked = sum(len(renew(review=review)) for review in rested.distinct())
    return f"asked {asked} again" if asked else ""


def forget_addresses() -> str:
    """Forget how people without an account could be reached, half a year after their link has ended."""
    over = SignOff.objects.filter(link_until__lt=timezone.now() - REMEMBERED).exclude(email="")
    count = over.exclude(review__in=Review.objects.under_way()).update(email="")
    return f"forgot {count}" if count else ""
