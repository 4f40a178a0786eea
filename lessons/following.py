"""What the upper floor lets readers follow: a lesson, to be told when new evidence supports or contradicts it."""

from collections.abc import Collection, Iterator, Sequence

from django.utils.translation import gettext as _

from cases.choices import How
from cases.following.kinds import Item, Kind, Matter, numbers, register_kind
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


def matters(keys: Collection[str]) -> dict[str, Matter]:
    """The lessons of these keys: their sentences and their pages."""
    found = Lesson.objects.in_bulk(numbers(keys))
    return {str(pk): Matter(lesson.sentence, lesson.get_absolute_url()) for pk, lesson in found.items()}


def items(key: str, news: Sequence[News]) -> list[Item]:
    """Evidence on the lesson that is new, has changed or was taken out, what contradicts first."""
    last = {(piece.story_id, part): piece.how for piece in news if str(piece.key) == key for part in piece.parts}
    held = Evidence.objects.published().of_lesson(key, {story for story, _stance in last})
    found = {(item.story_id, item.stance): item for item in held}
    shown = sorted((one for one in last if one in found), key=lambda one: -Stance.values.index(one[1]))
    told = [_told(found[one], last[one]) for one in shown]
    gone, lesson = len(last) - len(shown), matters([key]).get(key, Matter())
    return [*told, Item(lesson.label, lesson.url, (_("Evidence that was taken out: %d") % gone,))] if gone else told


def _told(item: Evidence, how: str) -> Item:
    """A piece of evidence as a mail tells it: which way it points, in which story, what happened."""
    new = _("New evidence") if how == How.NEW else _("The evidence was changed")
    title = f"{item.get_stance_display()}: {item.story.title}"
    return Item(title, f"{item.lesson.get_absolute_url()}#{item.story.slug}-{item.stance}", (new, item.what_happened))


def register() -> None:
    """Let readers follow lessons."""
    register_watcher(evidence_in)
    register_kind(Kind(LESSON, LESSON, matters, items, Lesson.objects.all))
