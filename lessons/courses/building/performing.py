"""
What one press of a button in the builder does: everything that was typed is kept, and then the thing is done that the button says.

A page without scripts sends all its fields with every button, so that nothing typed is lost; a page with scripts sends the rows that
somebody has typed in.
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from lessons.courses.building import actions, journal
from lessons.courses.building.extras import extra_named
from lessons.courses.building.forms import (
    FIELDS_OF,
    CourseForm,
    Doing,
    DoingForm,
    ItemChoice,
    ItemForm,
    SeenForm,
    SessionForm,
    said,
)
from lessons.courses.building.journal import Refused
from lessons.courses.building.state import name_of, row_named
from lessons.models import Course, Item, Session

MOST_ROWS = 1 + actions.MOST_SESSIONS * (1 + actions.MOST_ITEMS)
UNSAID = ("-seen", "-anyway", "-minutes", "-right")
"""How the fields end that hold no words."""

FORMS = {Course: CourseForm, Session: SessionForm, Item: ItemForm}


@dataclass
class Done:
    """What became of a press of a button."""

    said: str = ""
    """What was done, in a sentence."""
    focus: str = ""
    """The row that it was done to, which gets the focus."""
    failed: dict[str, SeenForm] = field(default_factory=dict)
    """The rows of which nothing was saved, by name, each with its form, which says why."""
    saved: list[str] = field(default_factory=list)
    """The rows that were saved."""
    refused: str = ""
    """Why the thing could not be done."""
    lost: list[str] = field(default_factory=list)
    """What was typed into rows that somebody else has taken away meanwhile."""
    words: str = ""
    """What to look for."""
    session: int | None = None
    """The session to add to."""


@transaction.atomic
def perform(*, course: Course, user, data: QueryDict) -> Done:
    """Keep what was typed, and do what the button says; where something typed cannot be kept, nothing else is done."""
    locked = Course.objects.select_for_update().get(pk=course.pk)
    done = Done()
    _save_rows(locked, user, data, done)
    _save_new(locked, user, data, done)
    form = DoingForm(data, locked)
    if not form.is_valid():
        done.refused = " ".join(message for messages in form.errors.values() for message in messages)
        return done
    done.words, session = form.cleaned_data["words"], form.cleaned_data["session"]
    done.session = session.pk if session else None
    doing, names = form.cleaned_data["do"]
    if done.failed and doing != Doing.THEIRS:
        return done
    try:
        with transaction.atomic():
            DOINGS[doing](locked, user, names, form.cleaned_data, done)
    except Refused as refusal:
        done.refused = str(refusal)
    return done


def form_of(row, data=None, **kwargs) -> SeenForm:
    """The form of a row of the course, its fields named after the row."""
    name = name_of(row)
    return FORMS[type(row)](data, instance=row, prefix=name, auto_id="%s", **kwargs)


def new_item_form(kind: str, data=None, **kwargs) -> ItemForm:
    """The form of an item of the trainer's own words that is not there yet."""
    return ItemForm(data, instance=Item(kind=kind), prefix=f"new-{kind}", auto_id="%s", **kwargs)


def _save_rows(course: Course, user, data: QueryDict, done: Done) -> None:
    for name in list(dict.fromkeys(data.getlist("rows")))[:MOST_ROWS]:
        row = _row(course, name)
        if row is None:
            done.lost += _typed(data, name)
        if row is None or data.get("do") == f"{Doing.THEIRS}:{name}":
            continue
        form = form_of(row, data, user=user, course=course)
        if not form.is_valid():
            done.failed[name] = form
        elif form.changed_fields:
            actions.edit(course=course, user=user, form=form)
            done.saved.append(name)


def _typed(data: QueryDict, name: str) -> list[str]:
    """The words that were typed into the fields of a row."""
    fields = [key for key in data if key.startswith(f"{name}-") and not key.endswith(UNSAID)]
    return [words for key in fields if (words := said(data[key]))]


def _save_new(course: Course, user, data: QueryDict, done: Done) -> None:
    """An item whose words somebody has begun to write is added, whichever button was pressed."""
    for kind in FIELDS_OF:
        form = new_item_form(kind, data, user=user, course=course)
        if not _typed(data, f"new-{kind}"):
            continue
        if form.is_valid():
            session = DoingForm({"session": data.get("session")}, course)
            session.is_valid()
            try:
                item = actions.add_item(
                    course=course, user=user, session=session.cleaned_data.get("session"), item=form.save(commit=False)
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                done.said, done.focus = _("Added %s.") % actions.quoted(item.name), name_of(item)
                continue
        done.failed[f"new-{kind}"] = form


def _row(course: Course, name: str):
    """The row of the course that has this name, or None where there is none (any more)."""
    try:
        model, key = row_named(name)
    except (KeyError, ValueError):
        return None
    if not 0 < key < 2**62:
        return None
    mine = {
        Course: Course.objects.filter(pk=course.pk),
        Session: Session.objects.filter(course=course),
        Item: Item.objects.filter(session__course=course),
    }
    return mine[model].filter(pk=key).first()


def _wanted(course: Course, names: list[str]) -> Session | Item:
    row = _row(course, names[0] if names else "")
    if not isinstance(row, Session | Item):
        raise Refused(_("That is not there any more. Somebody may have taken it away."))
    return row


def _say(done: Done, words: str, row) -> None:
    done.said, done.focus = words % actions.quoted(str(row)), name_of(row)


def _save(course, user, names, sent, done) -> None:
    """Nothing more than to save."""


def _add_session(course, user, names, sent, done) -> None:
    session = actions.add_session(course=course, user=user)
    done.session = session.pk
    _say(done, _("Added %s."), session)


def _add(course, user, names, sent, done) -> None:
    if not names or names[0] in FIELDS_OF:
        if not done.focus:
            raise Refused(_("There is nothing to add yet. Write it first."))
        return
    item = ItemChoice.named(*names).item()
    if item is None:
        raise Refused(_("That is not in the library, or no longer. Look for something else."))
    _say(done, _("Added %s."), actions.add_item(course=course, user=user, session=sent["session"], item=item))


def _extra(course, user, names, sent, done) -> None:
    extra = extra_named(names[0] if names else "")
    if extra is None:
        raise Refused(_("That is not in the library, or no longer. Look for something else."))
    _say(done, _("Added %s."), actions.add_item(course=course, user=user, session=sent["session"], item=extra.item()))


def _step(course, user, row, down: bool, done) -> None:
    if isinstance(row, Session):
        keys = actions.keys_of(course)
        at = keys.index(row.pk) + (1 if down else -1)
        if not 0 <= at < len(keys):
            raise Refused(_("It is the last session.") if down else _("It is the first session."))
        after = keys[at] if down else keys[at - 1] if at else None
        actions.move_session(course=course, user=user, session=row, after=after)
    else:
        place = actions.neighbours(course, row, down)
        if place is None:
            raise Refused(_("It is the last item.") if down else _("It is the first item."))
        actions.move_item(course=course, user=user, item=row, session=place[0], after=place[1])
    _say(done, _("Moved %s down.") if down else _("Moved %s up."), row)


def _up(course, user, names, sent, done) -> None:
    _step(course, user, _wanted(course, names), False, done)


def _down(course, user, names, sent, done) -> None:
    _step(course, user, _wanted(course, names), True, done)


def _place(course, user, names, sent, done) -> None:
    row = _wanted(course, names)
    if isinstance(row, Session):
        actions.move_session(course=course, user=user, session=row, after=sent["after"])
    elif sent["session"]:
        actions.move_item(course=course, user=user, item=row, session=sent["session"], after=sent["after"])
    else:
        raise Refused(_("That session is not there any more. Somebody may have taken it away."))
    _say(done, _("Moved %s."), row)


def _copy(course, user, names, sent, done) -> None:
    row = _wanted(course, names)
    if isinstance(row, Session):
        twin = actions.copy_session(course=course, user=user, session=row)
    else:
        twin = actions.copy_item(course=course, user=user, item=row)
    _say(done, _("Copied %s."), twin)


def _remove(course, user, names, sent, done) -> None:
    row = _wanted(course, names)
    words = _("Removed %s. “Undo” brings it back.") % actions.quoted(str(row))
    actions.remove(course=course, user=user, row=row)
    done.said = words


def _theirs(course, user, names, sent, done) -> None:
    done.said = _("Took what they wrote.")


def _undo(course, user, names, sent, done) -> None:
    done.said = _("Undone: %s.") % journal.undo(course=course, user=user).said


def _redo(course, user, names, sent, done) -> None:
    done.said = _("Done again: %s.") % journal.redo(course=course, user=user).said


DOINGS = {
    Doing.SAVE: _save,
    Doing.FIND: _save,
    Doing.ADD_SESSION: _add_session,
    Doing.ADD: _add,
    Doing.EXTRA: _extra,
    Doing.UP: _up,
    Doing.DOWN: _down,
    Doing.PLACE: _place,
    Doing.COPY: _copy,
    Doing.REMOVE: _remove,
    Doing.THEIRS: _theirs,
    Doing.UNDO: _undo,
    Doing.REDO: _redo,
}
"""What each button does."""
