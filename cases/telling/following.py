"""A told story follows what becomes of it at the desk: published, taken back by editors, deleted as a draft."""

from django.db.models.signals import post_delete
from wagtail.signals import published, unpublished

from cases.models import Contribution, Story
from cases.telling.actions import pass_on
from cases.telling.choices import State


def listen() -> None:
    """Follow every story."""
    published.connect(_published, sender=Story, dispatch_uid="told-published")
    unpublished.connect(_unpublished, sender=Story, dispatch_uid="told-unpublished")
    post_delete.connect(_deleted, sender=Story, dispatch_uid="told-deleted")


def _published(instance, revision=None, **kwargs):
    contribution = Contribution.objects.filter(story=instance.pk).exclude(state=State.PUBLISHED).first()
    if contribution and instance.live:
        pass_on(contribution=contribution, state=State.PUBLISHED, user=revision.user if revision else None)


def _unpublished(instance, **kwargs):
    if contribution := Contribution.objects.filter(story=instance.pk, state=State.PUBLISHED).first():
        pass_on(contribution=contribution, state=State.AT_DESK)


def _deleted(instance, **kwargs):
    """What the draft held is handed over anew where it is taken up again."""
    Contribution.objects.filter(story=None).exclude(handed_over={}).update(handed_over={})
