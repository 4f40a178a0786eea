"""What trainers do about a record that has changed: take the new version, or stay with what is pinned."""

from dataclasses import dataclass

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.courses.building.actions import quoted
from lessons.courses.building.journal import Refused, step
from lessons.courses.differences import Difference, differences
from lessons.courses.noticing import look_at
from lessons.courses.pinning import contents, digest, pin
from lessons.models import Course, Item


@dataclass(frozen=True)
class News:
    """An item whose record has changed: what differs, or that it is gone."""

    item: Item
    gone: bool
    differences: list[Difference]


def news_in(course: Course) -> list[News]:
    """The items that wait for an answer, in the order of the course; looked at anew, so that nothing is missed."""
    items = [item for item in course.items if item.of_library]
    look_at(items)
    waiting = [item for item in items if item.changed_at]
    return [
        News(item, content is None, differences(item.kind, item.pinned, content))
        for item, content in zip(waiting, contents(waiting), strict=True)
    ]


class Answer(TextChoices):
    """What a trainer answers."""

    TAKE = "take", gettext_lazy("Take the new version")
    STAY = "stay", gettext_lazy("Stay with the pinned one")


class AnswerForm(forms.Form):
    """An answer about one item, or about all that wait."""

    do = forms.ChoiceField(choices=Answer)
    item = forms.ModelChoiceField(Item.objects.none(), required=False)
    noticed = forms.CharField(required=False, max_length=64)

    def __init__(self, data, course):
        super().__init__(data)
        self.fields["item"].queryset = Item.objects.filter(session__course=course).changed()

    def items(self) -> list[Item]:
        """What is answered about."""
        one = self.cleaned_data["item"]
        return [one] if one else list(self.fields["item"].queryset)


def answer(*, course: Course, user, form: AnswerForm) -> str:
    """Do what the trainer says, as one step of the course's journal; answers a sentence."""
    if not form.is_valid():
        raise Refused(_("Somebody has answered to that already."))
    items, take = form.items(), form.cleaned_data["do"] == Answer.TAKE
    seen = form.cleaned_data["noticed"]
    if seen and any(item.noticed != seen for item in items):
        raise Refused(_("It has changed once more since this page was opened. Look again."))
    names = quoted(items[0].name) if len(items) == 1 else _("%d items") % len(items)
    said = (_("Took the new version of %s") if take else _("Stayed with the pinned version of %s")) % names
    with step(course=course, user=user, said=said):
        for item, content in zip(items, contents(items), strict=True):
            if take and content is not None:
                pin(item, content)
            else:
                item.declined = digest(content)
            item.save()
        look_at(items)
    return f"{said}."
