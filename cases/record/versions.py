"""
Versions: what readers saw, kept under its number before it changes.

`hold` keeps what readers see now; `advance` compares it with what they see afterwards, and counts on where that differs. Whoever changes
published stories calls both, in one transaction. A story that never changes has no version kept: it is its own first.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import unpublished

from cases.choices import ChangeKind
from cases.library.records import in_batches
from cases.models import ChangeNote, Story, Version
from cases.models.record import goes_live_now
from cases.record.differences import differences
from cases.record.telling import stories_told


def hold(keys: Iterable[int]) -> None:
    """Keep what readers see of these stories (those of them that are published), unless it is kept already."""
    for batch in in_batches(keys):
        shown = Story.objects.published().filter(pk__in=batch).select_for_update(of=("self",))
        stories = {story.pk: story for story in shown.only("slug", "version", "last_published_at")}
        known = {version.story_id: version for version in current_versions(stories.values())}
        missing = [story for pk, story in stories.items() if pk not in known or not known[pk].content]
        told = stories_told([story.slug for story in missing])
        for story in missing:
            version = known.get(story.pk) or Version(story=story, number=story.version, published_at=moment(story))
            version.hold(told[story.pk])
            version.save()


def advance(keys: Iterable[int], keep: bool = False) -> None:
    """
    Count these published stories on, as far as they tell anything else than what is held of them.

    With `keep` what they tell now is held at once; otherwise that waits until they are about to change.
    """
    for batch in in_batches(keys):
        stories = {story.pk: story for story in Story.objects.published().filter(pk__in=batch)}
        last = {version.story_id: version for version in Version.objects.filter(story__in=stories)}
        told = stories_told([story.slug for story in stories.values()])
        for pk, story in stories.items():
            _count_on(story, last.get(pk), told[pk], keep)


def _count_on(story: Story, last: Version | None, told: dict, keep: bool) -> None:
    before = last.told if last else None
    if before and before["story"] == told["story"]:
        return
    number = max(story.version, last.number + 1) if last else story.version
    version = Version(story=story, number=number, published_at=moment(story))
    if before:
        version.changed = differences(before["story"], told["story"])
    if keep:
        version.hold(told)
    if keep or last:
        version.save()
    if number != story.version:
        Story.objects.filter(pk=story.pk).update(version=number)


def current_versions(stories: Iterable[Story]) -> list[Version]:
    """What is kept of the versions that readers see."""
    numbers = {story.pk: story.version for story in stories}
    found = Version.objects.filter(story__in=numbers, number__in=set(numbers.values()))
    return [version for version in found if version.number == numbers[version.story_id]]


def moment(story: Story):
    """When readers first saw what they see."""
    return story.last_published_at or timezone.now()


@contextmanager
def published_anew(story: Story, revision: Revision) -> Iterator[None]:
    """Within it a draft is published: the version before is kept, the new one counted, and the note for readers put on record."""
    if not goes_live_now(revision):
        yield
        return
    hold([story.pk])
    yield
    advance([story.pk], keep=True)
    tell_readers(story, revision)


def tell_readers(story: Story, revision: Revision) -> None:
    """Move the note that came with the draft to the story's change notes."""
    note = revision.content.get("change_note", "").strip()
    if note:
        version = Story.objects.filter(pk=story.pk).values_list("version", flat=True).get()
        ChangeNote.objects.create(story_id=story.pk, version=version, date=timezone.localdate(), note=note)
    if note or revision.content.get("change_kind") == ChangeKind.MAJOR:
        said = {"change_note": "", "change_kind": ChangeKind.MINOR.value}
        Story.objects.filter(pk=story.pk).update(**said)
        revision.content.update(said)
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _unpublished(sender, instance, **kwargs):
    """Who takes a story back may change it before it is published again: keep what readers saw last."""
    if issubclass(sender, Story):
        keep_last(instance)


def keep_last(story: Story) -> None:
    """Keep what readers saw last of a story that has just been hidden."""
    if not any(version.content for version in current_versions([story])):
        version = (current_versions([story]) or [Version(story=story, number=story.version)])[0]
        version.published_at = moment(story)
        version.hold(stories_told([story.slug])[story.pk])
        version.save()


def listen() -> None:
    """Watch what is taken back."""
    unpublished.connect(_unpublished, dispatch_uid="casebook-versions")
