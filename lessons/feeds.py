"""The feed of a lesson: the evidence on it, with its stance."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.urls import reverse

from cases.addresses import absolute
from cases.following.feeds import LENGTH, Entry, atom
from cases.models import News
from lessons.following import LESSON
from lessons.models import Evidence, Lesson

FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""When that was published of which nobody knows when."""


def lesson_feed(lesson: Lesson) -> HttpResponse:
    """
    Every piece of evidence that is held, the newest first.

    A piece is as new as the last that was noted of it, or as its story where it was there before anything was noted.
    """
    noted = {}
    for piece in News.objects.about_one(LESSON, lesson.pk)[: 10 * LENGTH]:
        for stance in piece.parts:
            noted.setdefault((piece.story_id, stance), piece.noted_at)
    held = Evidence.objects.published().filter(lesson=lesson)
    newest = [*held.newest_first()[:LENGTH], *held.newest_first().filter(story__in={story for story, _stance in noted})]
    entries = {item.pk: entry_of(item, noted.get((item.story_id, item.stance))) for item in newest}
    return atom(
        lesson.sentence, lesson.get_absolute_url(), reverse("lesson-atom", args=[lesson.slug]), entries.values()
    )


def entry_of(item: Evidence, noted) -> Entry:
    """A piece of evidence: which way it points, in which story, what happened."""
    url = f"{item.lesson.get_absolute_url()}#{item.story.slug}-{item.stance}"
    title = f"{item.get_stance_display()}: {item.story.title}"
    return Entry(absolute(url), title, url, item.what_happened, noted or item.story.first_published_at or FIRST)
