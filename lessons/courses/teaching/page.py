"""What a screen shows, and how one goes on from it."""

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Story
from lessons.choices import ItemKind
from lessons.courses.access import Access
from lessons.courses.asking import Asked, asked
from lessons.courses.pinning import contents
from lessons.courses.teaching.screens import Screen, screens_of, screens_of_item
from lessons.models import Item


def turned(screens: list[Screen], number: int, address) -> dict:
    """The screen of that number with its neighbours; Http404 where there is none."""
    if not 1 <= number <= len(screens):
        raise Http404(f"There is no screen {number}.")
    screen, following = screens[number - 1], screens[number] if number < len(screens) else None
    return {
        "title": screen.title,
        "screen": screen,
        "following": following,
        "number": number,
        "count": len(screens),
        "previous": address(number - 1) if number > 1 else "",
        "next": address(number + 1) if following else "",
    }


def chosen_on(screen: Screen, data: QueryDict) -> Asked | None:
    """The answers of a screen that asks a multiple choice, with those that somebody chose; None on any other."""
    return asked(screen.item, data) if screen.item and screen.item.kind == ItemKind.CHOICE else None


def course_screen(access: Access, place: int, number: int, data: QueryDict) -> dict:
    """A screen of the session at that place of the course; `data` is what somebody chose on it."""
    course, sessions = access.course, list(access.course.sessions.all())
    if not 1 <= place <= len(sessions):
        raise Http404(f"There is no session {place}.")
    session, name = sessions[place - 1], course.handle or course.slug
    taught = reverse("course-teach", args=[name, place, number])

    def address(screen: int, view: str = "course-teach") -> str:
        return reverse(view, args=[name, place, screen])

    context = turned(screens_of(course, session), number, address)
    return {
        **context,
        "asked": chosen_on(context["screen"], data),
        "course": course,
        "session": session,
        "access": access,
        "leave": course.get_absolute_url(),
        "talk": f"{name}/{place}",
        "screen_url": taught,
        "notes_url": address(number, "course-teach-notes") if access.teaches else "",
        "notes_previous": address(number - 1, "course-teach-notes") if context["previous"] else "",
        "notes_next": address(number + 1, "course-teach-notes") if context["next"] else "",
        "next_session": reverse("course-teach", args=[name, place + 1, 1]) if place < len(sessions) else "",
    }


def story_screen(story: Story, number: int) -> dict:
    """A screen of a story that is taught by itself, as the library has it now."""
    item = Item(kind=ItemKind.STORY, story=story)
    item.pinned = contents([item])[0] or {}
    first = Screen("opening", story.title, over=_("A story in stages"), text=story.summary)
    last = Screen("closing", _("The end of “%s”") % story.title)

    def address(screen: int) -> str:
        return (
            reverse("story-teach-screen", args=[story.slug, screen])
            if screen > 1
            else reverse("story-teach", args=[story.slug])
        )

    screens = screens_of_item(item) if item.pinned else []
    return {**turned([first, *screens, last], number, address), "leave": story.get_absolute_url(), "story": story}
