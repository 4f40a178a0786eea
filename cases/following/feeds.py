"""Feeds of what became new of one record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cases.addresses import absolute
from cases.choices import How
from cases.following.kinds import what_changed
from cases.following.watching import STORY
from cases.markdown import readable
from cases.models import News, Story

LENGTH = 50


@dataclass(frozen=True)
class Entry:
    """Something new as a feed tells it."""

    ident: str
    title: str
    url: str
    text: str
    when: datetime


def atom(title: str, path: str, feed: str, entries: Iterable[Entry]) -> HttpResponse:
    """The entries, the newest first, as an Atom feed about what is at `path`."""
    found = Atom1Feed(
        title=f"{readable(title)} · {settings.WAGTAIL_SITE_NAME}",
        link=absolute(path),
        feed_url=absolute(feed),
        description="",
        language=settings.LANGUAGE_CODE,
    )
    for entry in sorted(entries, key=lambda entry: entry.when, reverse=True)[:LENGTH]:
        found.add_item(
            title=readable(entry.title),
            link=absolute(entry.url),
            unique_id=entry.ident,
            description=readable(entry.text),
            pubdate=entry.when,
            updateddate=entry.when,
        )
    return HttpResponse(found.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def story_feed(story: Story) -> HttpResponse:
    """That the story was published, and each change since then that was noted."""
    path = story.get_absolute_url()
    entries = []
    if story.first_published_at:
        told = Entry(absolute(path), _("Published: %s") % story.title, path, story.summary, story.first_published_at)
        entries.append(told)
    for piece in News.objects.about_one(STORY, story.pk)[:LENGTH]:
        if piece.how == How.CHANGED:
            said = what_changed([piece])
            entries.append(Entry(f"{absolute(path)}#news-{piece.pk}", said, path, story.summary, piece.noted_at))
    return atom(story.title, path, reverse("story-atom", args=[story.slug]), entries)
