"""What an import that publishes means for the record: no version that readers saw is lost, and notes that wait with drafts reach them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from wagtail.models import Revision

from cases.library.records import in_batches
from cases.models import Story
from cases.record import versions
from cases.sheets.composing import Composed


@contextmanager
def on_record(records: Iterable[Composed]) -> Iterator[None]:
    """Within it these stories are published anew: what readers saw is kept before, and what they see is counted after."""
    keys = [composed.version.stored.pk for composed in records if composed.version and composed.noun.model is Story]
    versions.hold(keys)
    waiting = list(_noted(keys))
    yield
    versions.advance(keys)
    for story, draft in waiting:
        versions.tell_readers(story, draft)


def _noted(keys: Iterable[int]) -> Iterator[tuple[Story, Revision]]:
    """The drafts that have a note for readers."""
    for batch in in_batches(keys):
        stories = Story.objects.with_drafts().filter(pk__in=batch).exclude(latest_revision=None)
        for story in stories.select_related("latest_revision").order_by("pk"):
            if story.latest_revision.content.get("change_note"):
                yield story, story.latest_revision
