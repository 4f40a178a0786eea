"""“Add to course”: from a page of the library into a session of a course of one's own, without leaving what one reads."""

from dataclasses import dataclass

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.courses.access import may_build
from lessons.courses.building import actions
from lessons.courses.building.forms import ItemChoice
from lessons.courses.building.journal import Refused
from lessons.courses.making import make_course
from lessons.models import Course, Item, Session

NEW = "new"
"""The choice of a course that is not there yet."""


def item_named(kind: str, names: str) -> Item | None:
    """The item that an address names: story and its slug, or evidence and its story, lesson and stance."""
    return ItemChoice.named(kind, *names.strip("/").split("/")).item()


class AddForm(forms.Form):
    """Into which session of which course."""

    place = forms.ChoiceField(
        label=gettext_lazy("Where it goes"), error_messages={"required": gettext_lazy("Choose a session.")}
    )
    title = forms.CharField(label=gettext_lazy("Title of the new course"), max_length=100, required=False)

    def __init__(self, data, user):
        super().__init__(data)
        self.user = user
        self.courses = list(Course.objects.open_to(user))
        self.able = may_build(user)
        self.sessions = {str(session.pk): session for course in self.courses for session in course.sessions.all()}
        groups = [(course.title, self._places(course)) for course in self.courses]
        new = [(NEW, _("A new course"))] if self.able else []
        self.fields["place"].choices = [*groups, *new]
        self.fields["place"].initial = next((value for _name, options in groups for value, _label in options[-1:]), NEW)

    @staticmethod
    def _places(course: Course) -> list[tuple[str, str]]:
        """The sessions of a course; a first one where it has none."""
        found = [(str(session.pk), f"{course.title}: {session.title}") for session in course.sessions.all()]
        return found or [(f"first-{course.pk}", f"{course.title}: {_('Session %d') % 1}")]

    def clean(self):
        """A new course needs a title."""
        cleaned = super().clean()
        if cleaned.get("place") == NEW and not cleaned.get("title"):
            self.add_error("title", _("Give the new course a title. You can change it at any time."))
        return cleaned


@dataclass(frozen=True)
class Added:
    """What was added, and where."""

    item: Item
    course: Course
    session: Session


@transaction.atomic
def add(*, form: AddForm, item: Item) -> Added:
    """Add the item where the form says; Refused says why not."""
    place = form.cleaned_data["place"]
    if place == NEW:
        course = make_course(user=form.user, title=form.cleaned_data["title"])
        session = course.sessions.first()
    else:
        session = form.sessions.get(place)
        key = session.course_id if session else int(place.removeprefix("first-"))
        course = next((course for course in form.courses if course.pk == key), None)
    if course is None:
        raise Refused(_("That course is not there any more."))
    item = actions.add_item(course=course, user=form.user, session=session, item=item)
    return Added(item, course, item.session)
