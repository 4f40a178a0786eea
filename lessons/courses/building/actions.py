"""What trainers do to a course. Each is one step of its journal."""

import re

from django.utils.translation import gettext as _

from lessons.courses.building.journal import Refused, step
from lessons.courses.building.state import renumber
from lessons.courses.pinning import pin
from lessons.models import Course, Item, Session

MOST_SESSIONS = 40
MOST_ITEMS = 60
"""Items of a session."""


NARRATIVE = ("text", "answer", "for_participants", "for_facilitator")


def unwrapped(text: str) -> str:
    """A narrative without the ends of lines inside its paragraphs, which files have and a field to write in should not."""
    return re.sub(r"(?<=\S)\n(?![ \t]*(?:\n|[-+*>]\s|\d+[.)]\s|$))[ \t]*", " ", text.replace("\r\n", "\n"))


def quoted(words: str) -> str:
    """The words shortened, in quotation marks."""
    return f"“{words if len(words) <= 60 else f'{words[:59].rstrip()}…'}”"


def add_session(*, course: Course, user, title: str = "") -> Session:
    """A new session, last."""
    title = title or _("Session %d") % (course.sessions.count() + 1)
    with step(course=course, user=user, said=_("Added %s") % quoted(title)) as locked:
        count = locked.sessions.count()
        if count >= MOST_SESSIONS:
            raise Refused(_("A course has at most %d sessions. Make a second course.") % MOST_SESSIONS)
        return locked.sessions.create(title=title, sort_order=count)


def add_item(*, course: Course, user, session: Session | None, item: Item) -> Item:
    """A new item, last in the session; in a first session where the course has none."""
    if pin(item).of_library and not item.pinned_at:
        raise Refused(_("That is not in the library, or no longer. Look for something else."))
    with step(course=course, user=user, said=_("Added %s") % quoted(item.name)) as locked:
        home = session or locked.sessions.last() or locked.sessions.create(title=_("Session %d") % 1, sort_order=0)
        count = home.items.count()
        if count >= MOST_ITEMS:
            raise Refused(_("A session has at most %d items. Add it to another session.") % MOST_ITEMS)
        item.session, item.sort_order = home, count
        item.save()
    return item


def edit(*, course: Course, user, form) -> None:
    """Keep what a form changes of the course, a session or an item."""
    row = form.instance
    with step(course=course, user=user, said=_("Changed %s") % quoted(str(row))):
        row.save(update_fields=list(form.changed_fields))


def copy_item(*, course: Course, user, item: Item) -> Item:
    """The same item once more, behind it."""
    with step(course=course, user=user, said=_("Copied %s") % quoted(item.name)):
        keys = keys_of(item.session)
        if len(keys) >= MOST_ITEMS:
            raise Refused(_("A session has at most %d items. Add it to another session.") % MOST_ITEMS)
        twin = duplicate(item, item.session)
        keys.insert(keys.index(item.pk) + 1, twin.pk)
        renumber(Item, keys)
    return twin


def copy_session(*, course: Course, user, session: Session) -> Session:
    """The same session once more, behind it, with all that stands in it."""
    with step(course=course, user=user, said=_("Copied %s") % quoted(session.title)) as locked:
        keys = keys_of(locked)
        if len(keys) >= MOST_SESSIONS:
            raise Refused(_("A course has at most %d sessions. Make a second course.") % MOST_SESSIONS)
        twin = duplicate_session(session, locked)
        keys.insert(keys.index(session.pk) + 1, twin.pk)
        renumber(Session, keys)
    return twin


def duplicate(item: Item, session: Session) -> Item:
    """A new row like the item, in the session; it keeps the pin."""
    twin = Item.objects.get(pk=item.pk)
    for name in NARRATIVE:
        setattr(twin, name, unwrapped(getattr(twin, name)))
    twin.pk, twin.session = None, session
    twin._state.adding = True
    twin.save()
    return twin


def duplicate_session(session: Session, course: Course) -> Session:
    """A new session like it with all its items, in the course."""
    twin = Session.objects.get(pk=session.pk)
    twin.for_facilitator = unwrapped(twin.for_facilitator)
    items = list(session.items.all())
    twin.pk, twin.course = None, course
    twin._state.adding = True
    twin.save()
    for item in items:
        duplicate(item, twin)
    return twin


def remove(*, course: Course, user, row: Session | Item) -> None:
    """Take an item away, or a session with all that stands in it."""
    with step(course=course, user=user, said=_("Removed %s") % quoted(str(row))):
        row.delete()


def move_session(*, course: Course, user, session: Session, after: int | None) -> None:
    """Put a session behind another one (its key), or first."""
    with step(course=course, user=user, said=_("Moved %s") % quoted(session.title)) as locked:
        now = keys_of(locked)
        renumber(Session, behind(now, session.pk, after))


def move_item(*, course: Course, user, item: Item, session: Session, after: int | None) -> None:
    """Put an item into a session, behind another one (its key), or first."""
    with step(course=course, user=user, said=_("Moved %s") % quoted(item.name)):
        now = keys_of(session)
        if item.session_id != session.pk and len(now) >= MOST_ITEMS:
            raise Refused(_("A session has at most %d items. Move it to another session.") % MOST_ITEMS)
        Item.objects.filter(pk=item.pk).update(session=session)
        renumber(Item, behind(now, item.pk, after))


def behind(now: list[int], key: int, after: int | None) -> list[int]:
    """The list with the key behind another, or first; last where that other is not there any more."""
    others = [other for other in now if other != key]
    at = 0 if after is None else others.index(after) + 1 if after in others else len(others)
    return [*others[:at], key, *others[at:]]


def keys_of(owner: Course | Session) -> list[int]:
    """The keys of the sessions of a course, or of the items of a session, in order."""
    rows = owner.sessions if isinstance(owner, Course) else owner.items
    return list(rows.order_by("sort_order", "pk").values_list("pk", flat=True))


def neighbours(course: Course, item: Item, down: bool) -> tuple[Session, int | None] | None:
    """Where an item goes one place up or down: the session and the key behind which it stands then; across sessions, too."""
    sessions = list(course.sessions.order_by("sort_order", "pk"))
    keys = keys_of(item.session)
    at, home = keys.index(item.pk), next(place for place, found in enumerate(sessions) if found.pk == item.session_id)
    if down and at + 1 < len(keys):
        return item.session, keys[at + 1]
    if not down and at:
        return item.session, keys[at - 2] if at > 1 else None
    home += 1 if down else -1
    if not 0 <= home < len(sessions):
        return None
    last = keys_of(sessions[home])
    return sessions[home], None if down or not last else last[-1]
