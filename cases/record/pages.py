"""The public pages of the record: a version of a story, and the list of its changes."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cases.addresses import absolute
from cases.markdown import readable
from cases.models import ChangeNote, Story, Version
from cases.pages import stories_for_page, told_context
from cases.record.citing import cited_as
from cases.record.differences import said
from cases.record.retelling import retold
from cases.reviewing.recording import SignedOff, signed_off

FEED_LENGTH = 50


@dataclass(frozen=True)
class Step:
    """A version in the list of changes, or a note on a change whose version is not known here."""

    number: int | None
    day: date | None
    notes: tuple[str, ...]
    said: tuple[str, ...] = ()
    """What changed, in words."""
    held: bool = False
    """Whether it can be opened."""
    newest: bool = False

    @property
    def first(self) -> bool:
        """Whether it is the one that the story was first published as."""
        return self.number == 1

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"version-{self.number}" if self.number else f"change-{self.day}"


def changes_of(story: Story) -> list[Step]:
    """The story's versions with what readers were told, the newest first; notes without a version stand by their day."""
    notes = defaultdict(list)
    for note in ChangeNote.objects.filter(story=story):
        notes[note.version].append(note)
    versions = {version.number: version for version in story.versions.with_holding().newest_first()}
    numbers = {*versions, *notes, story.version} - {None}
    steps = [_step(story, number, versions.get(number), notes[number]) for number in numbers]
    steps += [Step(None, note.date, (note.note,)) for note in notes[None]]
    return sorted(steps, key=lambda step: (step.number or 0, step.day or date.min), reverse=True)


def _step(story: Story, number: int, version: Version | None, notes: list[ChangeNote]) -> Step:
    newest = number == story.version
    day = min((note.date for note in notes), default=None)
    if version or newest:
        day = timezone.localdate(version.published_at if version else story.last_published_at)
    held = newest or bool(version and version.is_held)
    told = tuple(said(version.changed)) if version else ()
    return Step(number, day, tuple(note.note for note in notes), told, held, newest)


def changes_context(story: Story) -> dict:
    """The changes of a story."""
    title = _("Changes to “%(title)s”") % {"title": story.title}
    return {"story": story, "steps": changes_of(story), "title": title, "cite": cited_as(story)}


def version_context(story: Story, number: int) -> dict | None:
    """A version of a published story as its page showed it; None where this copy of the library does not hold it."""
    version = story.versions.filter(number=number).first()
    told = retold(version) if version else None
    if told is None and number == story.version:
        told = stories_for_page().get(pk=story.pk)
    if told is None:
        return None
    day = timezone.localdate(told.last_published_at)
    return {
        **told_context(told),
        "signed_off": SignedOff(told.then_signatures) if told.pk is None else signed_off(told),
        "version": number,
        "version_day": day,
        "newest": story,
        "cite": cited_as(told, number, day),
        "canonical": absolute(story.get_absolute_url()),
    }


def changes_as_atom(story: Story) -> str:
    """What readers were told about changes of the story, as a feed; a version without a note says what changed."""
    page = absolute(story.get_absolute_url())
    feed = Atom1Feed(
        title=f"{_('Changes to “%(title)s”') % {'title': readable(story.title)}} · {settings.WAGTAIL_SITE_NAME}",
        link=page,
        feed_url=f"{page}changes.atom",
        description=_("The newest changes first."),
        language=settings.LANGUAGE_CODE,
    )
    for step in changes_of(story)[:FEED_LENGTH]:
        moment = timezone.make_aware(timezone.datetime.combine(step.day, timezone.datetime.min.time()))
        feed.add_item(
            title=_("Version %d") % step.number if step.number else _("A change"),
            link=f"{page}versions/{step.number}/" if step.held else f"{page}changes/#{step.anchor}",
            unique_id=f"{page}changes/#{step.anchor}",
            description=readable(" ".join([*step.notes, *(f"{line}." for line in step.said)]) or _("First published.")),
            pubdate=moment,
            updateddate=moment,
        )
    return feed.writeString("utf-8")
