"""What was made of a contribution goes away with it, as far as readers have never seen it and nothing else rests on it."""

from django.apps import apps

from cases.desk.dependents import what_rests_on
from cases.models import Contribution, Review
from cases.reviewing.actions import cancel_review


def delete_draft(*, contribution: Contribution) -> None:
    """Delete the draft story, and the drafts of places, bodies, people and sources that were made for it; tell who was to sign it."""
    story = contribution.story
    if story and not story.first_published_at:
        contribution.story = None
        contribution.save(update_fields=["story"])
        for review in Review.objects.under_way().for_desk().of_story(story):
            cancel_review(review=review, by=None)
        story.delete()
    if not story or not story.first_published_at:
        for name, pk in reversed(contribution.made.items()):
            _delete_unused(apps.get_model(name.partition(":")[0]), pk)
        contribution.story, contribution.made, contribution.handed_over = None, {}, {}
        contribution.save(update_fields=["story", "made", "handed_over"])


def _delete_unused(model, pk):
    record = model.objects.filter(pk=pk, live=False, first_published_at=None).first()
    if record and not what_rests_on(record):
        record.delete()
