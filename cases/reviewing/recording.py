"""What readers are told in the end: when a reviewed draft is published, its sign-offs become the story's signatures."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import published

from cases.addresses import absolute
from cases.choices import Answer
from cases.models import Review, Signature, Story
from cases.reviewing.asking import tell
from cases.reviewing.material import digest


def listen() -> None:
    """Record the signatures of what is published."""
    published.connect(_record, dispatch_uid="casebook-signatures")


def _record(sender, instance, revision, **kwargs):
    if not isinstance(instance, Story):
        return
    review = Review.objects.approved().of_story(instance).filter(recorded_at=None).prefetch_related("sign_offs").first()
    if review:
        record(review=review, version=revision)


@transaction.atomic
def record(*, review: Review, version: Revision) -> None:
    """Put the review's sign-offs in the place of the story's signatures, where they are of this version; and thank those who gave them."""
    now_shown = digest(version.content)
    sign_offs = list(review.sign_offs.all())
    if any(sign_off.signed_other_than(now_shown) for sign_off in sign_offs):
        return
    Signature.objects.filter(story=review.story_id).delete()
    for place, sign_off in enumerate(sign_offs):
        signed = sign_off.answer == Answer.SIGNED
        Signature.objects.create(
            story=review.story,
            kind=sign_off.kind,
            name=sign_off.shown_name,
            given_on=timezone.localdate(sign_off.answered_at),
            reason="" if signed else sign_off.reason,
            digest=now_shown,
            sort_order=place,
        )
        if signed:
            sign_off.review = review
            tell(sign_off, "sign_off_published", address=absolute(review.story.get_absolute_url()))
    review.recorded_at = timezone.now()
    review.save()


@dataclass(frozen=True)
class SignedOff:
    """The signatures of a published story, and whether the story has been changed since."""

    signatures: list[Signature]
    changed: bool = False

    def __bool__(self) -> bool:
        return bool(self.signatures)


def signed_off(story: Story) -> SignedOff:
    """What a story's page says of who stood by it; nothing where nobody was asked."""
    signatures = sorted(story.signatures.all(), key=lambda row: row.sort_order or 0) if story.pk else []
    known = next((row.digest for row in signatures if row.digest), "")
    changed = bool(known and story.live_revision and digest(story.live_revision.content) != known)
    return SignedOff(signatures, changed)
