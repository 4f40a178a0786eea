"""What somebody with an account has done and noted in a course. Without an account it lies on their device, and never comes here."""

import json

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _

from cases.markdown import CONTROL
from lessons.marks import LENGTH, mark_of
from lessons.models import Course, Progress
from lessons.models.progress import LONGEST

MOST = 2500
"""Items of the longest course, and a few."""

LONGEST_SENT = MOST * (LONGEST + 100)


def progress_in(course: Course, user) -> dict[str, Progress]:
    """The user's progress by the mark of each item; nothing for who is not signed in."""
    found = Progress.objects.in_course(user, course) if user.is_authenticated else ()
    return {row.mark: row for row in found}


def marks_of(course: Course) -> set[str]:
    """By what its items are known."""
    return {mark_of(item) for item in course.items}


class ProgressForm(forms.Form):
    """Whether an item is done, and what is noted on it."""

    mark = forms.RegexField(rf"^[0-9a-f]{{{LENGTH}}}$")
    done = forms.BooleanField(required=False)
    note = forms.CharField(max_length=LONGEST, required=False)

    def __init__(self, data, marks: set[str]):
        super().__init__(data)
        self.marks = marks

    def clean_note(self):
        """Without what no page shows."""
        return CONTROL.sub("", self.cleaned_data["note"].replace("\r\n", "\n"))

    def clean_mark(self):
        """Of an item of the course."""
        if self.cleaned_data["mark"] not in self.marks:
            raise forms.ValidationError(
                _("That is not in the course any more. What you wrote: %s") % self.data.get("note", "")
            )
        return self.cleaned_data["mark"]


class DeviceForm(forms.Form):
    """What lay on a device: a JSON list of mappings with `mark`, `done` and `note`."""

    kept = forms.CharField(max_length=LONGEST_SENT)

    def __init__(self, data, course):
        super().__init__(data)
        self.marks = marks_of(course)

    def clean_kept(self):
        """Those of the rows that can be kept."""
        try:
            rows = json.loads(self.cleaned_data["kept"])
        except (ValueError, RecursionError) as error:
            raise forms.ValidationError(_("What lies on this device cannot be read.")) from error
        found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        sent = [ProgressForm(row, self.marks) for row in found[:MOST]]
        return [form.cleaned_data for form in sent if form.is_valid()]


@transaction.atomic
def keep(*, course: Course, user, mark: str, done: bool, note: str) -> None:
    """Keep what somebody ticked and wrote at one item; where it says nothing, nothing is kept."""
    if done or note:
        Progress.objects.update_or_create(user=user, course=course, mark=mark, defaults={"done": done, "note": note})
    else:
        Progress.objects.in_course(user, course).filter(mark=mark).delete()


@transaction.atomic
def take_over(*, course: Course, user, rows: list[dict]) -> None:
    """Take what lay on a device into the account: done is done, and of two notes none is lost."""
    there = progress_in(course, user)
    for row in rows:
        old = there.get(row["mark"])
        note = row["note"]
        if old and old.note and note and note != old.note:
            note = old.note if note in old.note else f"{old.note}\n\n{note}"[:LONGEST]
        done = row["done"] or bool(old and old.done)
        keep(course=course, user=user, mark=row["mark"], done=done, note=note or (old.note if old else ""))


def forget(*, course: Course, user) -> None:
    """Delete all of the user's progress in the course."""
    Progress.objects.in_course(user, course).delete()
