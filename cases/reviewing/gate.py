"""While a story is in review, it is published by the review's last step and by no other door."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.checking_stories.registry import Check, Finding
from cases.models import Review, Story

IN_REVIEW = Check("in-review", _("In co-creation review"), "", look=lambda story: (), blocks=True)


def in_review(story: Story) -> Iterator[Finding]:
    """Says that a review is under way, and how it would end."""
    review = Review.objects.under_way().of_story(story).first() if story.pk else None
    if review:
        yield Finding(
            IN_REVIEW,
            "",
            gettext(
                "The story is in co-creation review. Publish it with the review's last step; go on without a sign-off, with a "
                "reason, where one is missing; or cancel the review first."
            ),
        )


def stale_findings(review: Review) -> list[Finding]:
    """Says whose signature is of an earlier draft."""
    said = gettext(
        "%(who)s signed an earlier draft, and it was changed since. They are asked again; ask them now on the review's page, or "
        "go on without, with a reason."
    )
    return [Finding(IN_REVIEW, "", said % {"who": sign_off}) for sign_off in review.stale]
