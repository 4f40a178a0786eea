"""What the upper floor lets readers follow: a lesson, to be told when new evidence supports or contradicts it."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from cases.choices import How
from cases.following.kinds import Item, Kind, register_kind
from cases.following.watching import Watched, register_watcher
from cases.models import News
from lessons.choices import Stance
from lessons.models import Evidence, Lesson

LESSON = "lesson"


def evidence_in(story) -> Iterator[Watched]:
    """The evidence of a story on published lessons."""
    for item in story.evidence.all():
        if item.lesson.live:
            yield LESSON, item.lesson_id, item.stance, f"{item.strength} {item.what_happened} {item.quotation}"


def _lesson(key: str) -> Lesson | None:
    return Lesson.objects.filter(pk=key).first() if key.isdecimal() else None


def label(key: str) -> str:
    """The lesson's sentence; '' where it is not there any more."""
    lesson = _lesson(key)
    return lesson.sentence if lesson else ""


def url(key: str) -> str:
    """The lesson's page."""
    lesson = _lesson(key)
    return lesson.get_absolute_url() if lesson else ""


def items(key: str, news: Sequence[News]) -> list[Item]:
    """Evidence on the lesson that is new, has changed or was taken out, what contradicts first."""
    last = {(piece.story_id, part): piece.how for piece in news if str(piece.key) == key for part in piece.parts}
    held = Evidence.objects.published().of_lesson(key, {story for story, _stance in last})
    found = {(item.story_id, item.stance): item for item in held}
    shown = sorted((one for one in last if one in found), key=lambda one: -Stance.values.index(one[1]))
    told = [_told(found[one], last[one]) for one in shown]
    gone = len(last) - len(shown)
    return [*told, Item(label(key), url(key), (_("Evidence that was taken out: %d") % gone,))] if gone else told


def _told(item: Evidence, how: str) -> Item:
    """A piece of evidence as a mail tells it: which way it points, in which story, what happened."""
    new = _("New evidence") if how == How.NEW else _("The evidence was changed")
    title = f"{item.get_stance_display()}: {item.story.title}"
    return Item(title, f"{url(str(item.lesson_id))}#{item.story.slug}-{item.stance}", (new, item.what_happened))


def register() -> None:
    """Let readers follow lessons."""
    register_watcher(evidence_in)
    register_kind(Kind(LESSON, LESSON, label, url, items, Lesson.objects.all))
