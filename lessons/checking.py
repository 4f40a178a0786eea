"""What a good editor looks at in a story's evidence, before the story is published."""

from django.db.models import Count
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.checking_stories.registry import looks_at
from cases.choices import Depth
from lessons.models import Evidence, Lesson


def register() -> None:
    """Register the checks of the upper floor; called once, when it starts."""
    looks_at(
        "no-evidence",
        _("No evidence"),
        "evidence",
        rank=1,
        narrow=lambda stories: stories.exclude(depth=Depth.MENTION).filter(evidence=None),
        invitation=_("This story says nothing for or against any lesson yet."),
    )(has_evidence)
    looks_at(
        "no-locator",
        _("Evidence without a locator"),
        "evidence",
        rank=1,
        mentions=True,
        narrow=lambda stories: stories.filter(pk__in=unlocated().values("story")),
    )(says_where)
    looks_at(
        "lone-lesson",
        _("A lesson that rests on this story alone"),
        "evidence",
        rank=1,
        mentions=True,
        narrow=lambda stories: stories.filter(
            pk__in=Evidence.objects.filter(lesson__in=lone_lessons()).values("story")
        ),
    )(shares_its_lessons)


def unlocated():
    """Evidence that names neither a heading nor a page of its source."""
    return Evidence.objects.filter(section="", page="")


def lone_lessons():
    """The lessons with evidence from a single story."""
    counted = Lesson.objects.annotate(stories=Count("evidence__story", distinct=True))
    return counted.filter(stories=1).values("pk")


def has_evidence(story):
    """A story is worth most where it bears on a lesson."""
    if not list(story.evidence.all()):
        yield gettext("The story bears on no lesson yet. Add what happened that speaks for or against one.")


def says_where(story):
    """Each piece of evidence says where in its source it stands."""
    for item in story.evidence.all():
        if not item.section and not item.page:
            yield gettext("“%(item)s” does not say where in the source it stands. Give the heading or the page.") % {
                "item": item
            }


def shares_its_lessons(story):
    """No lesson rests on this story alone."""
    held = {item.lesson_id: item.lesson for item in story.evidence.all()}
    others = Evidence.objects.of_others(story, held) if held else set()
    for lesson in (lesson for pk, lesson in held.items() if pk not in others):
        yield gettext("“%(lesson)s” rests on this story alone. Look for another, for or against.") % {"lesson": lesson}
