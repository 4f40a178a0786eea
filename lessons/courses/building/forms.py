"""The forms of the builder. Nobody overwrites what somebody else has changed in the meantime without having seen it."""

import hashlib

from django import forms
from django.db.models import TextChoices
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.choices import parse
from cases.markdown import CONTROL
from cases.models import Story
from lessons.choices import ASKED_KINDS, RECORD_KINDS, ItemKind, Licence, Stance
from lessons.courses.building.journal import who_changed
from lessons.courses.building.options_field import OptionsField
from lessons.courses.pinning import contents
from lessons.models import Course, Element, Item, Lesson, Session
from lessons.models.item import POINTS_AT
from lessons.options import options_of, rows_of


class Doing(TextChoices):
    """What can be done in the builder. A button may name a row behind it: up:item-12."""

    SAVE = "save", gettext_lazy("Save")
    FIND = "find", gettext_lazy("Look for it")
    ADD_SESSION = "add-session", gettext_lazy("Add a session")
    ADD = "add", gettext_lazy("Add")
    EXTRA = "extra", gettext_lazy("Add")
    UP = "up", gettext_lazy("Move up")
    DOWN = "down", gettext_lazy("Move down")
    PLACE = "place", gettext_lazy("Move here")
    COPY = "copy", gettext_lazy("Copy")
    REMOVE = "remove", gettext_lazy("Remove")
    THEIRS = "theirs", gettext_lazy("Take theirs")
    UNDO = "undo", gettext_lazy("Undo")
    REDO = "redo", gettext_lazy("Do again")


class DoingForm(forms.Form):
    """Which thing is done to what; `session` and `after` say where something is put, `words` what is looked for."""

    do = forms.CharField(required=False, max_length=400)
    session = forms.ModelChoiceField(Session.objects.none(), required=False)
    after = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    words = forms.CharField(required=False, max_length=200)
    rows = forms.CharField(required=False)

    def __init__(self, data, course):
        super().__init__(data)
        self.fields["session"].queryset = Session.objects.filter(course=course)

    def clean_do(self):
        """What is done, and what the button names behind it."""
        name, *names = (self.cleaned_data["do"] or Doing.SAVE).split(":")
        doing = parse(Doing, name)
        if doing is None:
            raise forms.ValidationError(_("There is no such thing to do: “%s”.") % name[:40])
        return doing, names


class ItemChoice(forms.Form):
    """Something of the library, by its slugs."""

    kind = forms.ChoiceField(choices=[(kind, kind.label) for kind in RECORD_KINDS])
    story = forms.ModelChoiceField(Story.objects.published(), required=False, to_field_name="slug")
    lesson = forms.ModelChoiceField(Lesson.objects.published(), required=False, to_field_name="slug")
    stance = forms.ChoiceField(choices=[("", ""), *Stance.choices], required=False)
    element = forms.ModelChoiceField(Element.objects.published(), required=False, to_field_name="slug")

    @classmethod
    def named(cls, kind: str, *slugs: str) -> "ItemChoice":
        """The choice that a button or an address names: story and its slug, evidence and its three."""
        names = POINTS_AT.get(kind, ())
        return cls({"kind": kind, **dict(zip(names, slugs, strict=False))})

    def item(self) -> Item | None:
        """A new item that points at it, or None where it is not in the library."""
        if not self.is_valid():
            return None
        found = Item(**{name: value for name, value in self.cleaned_data.items() if value})
        return found if contents([found])[0] else None


def mark(text) -> str:
    """A short mark of a value, by which a form tells later whether it is still the same."""
    return hashlib.sha256(said(text).encode()).hexdigest()[:10]


def said(value) -> str:
    """A value as a form sends it."""
    if isinstance(value, list):
        return "\n".join(" / ".join(str(part) for part in row.values()) for row in value)
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


class SeenForm(forms.ModelForm):
    """
    A form of a row that others may change at the same time.

    `seen` holds a mark of each value that its sender saw. A value that somebody else has changed since is kept where the sender did
    not touch it; where both did, the form says what the other wrote, and saves nothing until its sender has chosen.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    anyway = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user=None, course=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.course = user, course
        self.stored = {name: getattr(self.instance, name) for name in self.words}
        self.conflicts = {}

    @property
    def words(self) -> list[str]:
        """The names of the fields that people see."""
        return [name for name in self.fields if name not in {"seen", "anyway"}]

    @property
    def marks(self) -> str:
        """A mark of each value as it is now."""
        return " ".join(f"{name}={mark(value)}" for name, value in self.stored.items())

    @cached_property
    def seen_marks(self) -> dict[str, str]:
        """The marks that the sender saw; after a conflict, those that they were shown with it."""
        text = self.data.get(self.add_prefix("anyway")) or self.data.get(self.add_prefix("seen")) or ""
        return dict(part.split("=", 1) for part in text.split() if "=" in part)

    def clean(self):
        """Find what somebody else has changed since the sender saw it."""
        cleaned = super().clean()
        for name in [name for name in self.words if name in cleaned]:
            if CONTROL.search(said(cleaned[name])):
                self.add_error(name, _("There is a character in it that cannot be shown. Type it again without it."))
                continue
            before, now, sent = self.seen_marks.get(name), self.stored[name], cleaned[name]
            if before in {None, mark(now)} or said(sent) == said(now):
                continue
            if mark(sent) == before:
                cleaned[name] = now
            else:
                self.conflicts[name] = now
        if self.conflicts:
            raise forms.ValidationError(self._sentence(), code="conflict")
        return cleaned

    def _sentence(self) -> str:
        names = ", ".join(f"“{self.fields[name].label}”" for name in self.conflicts)
        who = who_changed(self.course, self.instance, self.user) or _("Somebody")
        return _(
            "%(who)s changed %(names)s while you were writing. Nothing is saved yet: keep yours or take theirs."
        ) % {
            "who": who,
            "names": names,
        }

    @property
    def theirs(self) -> list[tuple[str, str]]:
        """What somebody else wrote in the meantime: the label of each field, and its text now."""
        return [(self.fields[name].label, said(value)) for name, value in self.conflicts.items()]

    @property
    def changed_fields(self) -> list[str]:
        """The fields whose value is another one than the database has."""
        return [name for name in self.words if said(self.cleaned_data[name]) != said(self.stored[name])]


BINDING = (Licence.BY_SA, Licence.BY_NC)
"""Licences that what is adapted has to keep."""

TALL = {"rows": 2, "data-grow": ""}


class CourseForm(SeenForm):
    """What a course is."""

    class Meta:
        model = Course
        fields = ("title", "summary", "aims", "audience", "experience", "minutes", "by", "language", "licence")
        widgets = {"summary": forms.Textarea(attrs=TALL), "aims": forms.Textarea(attrs=TALL)}

    def clean_licence(self):
        """What was adapted from a course that may only be shared alike, or not sold, keeps that licence."""
        first, licence = self.instance.adapted_from, self.cleaned_data["licence"]
        if first and first.licence in BINDING and licence != first.licence:
            words = _("“%(title)s” was adapted from one under %(licence)s, and has to keep that licence.")
            raise forms.ValidationError(words % {"title": self.instance.title, "licence": first.get_licence_display()})
        return licence


class SessionForm(SeenForm):
    """What a session is."""

    class Meta:
        model = Session
        fields = ("title", "minutes", "aim", "for_facilitator")
        labels = {"minutes": gettext_lazy("Minutes")}
        help_texts = {"minutes": ""}
        widgets = {"aim": forms.Textarea(attrs=TALL), "for_facilitator": forms.Textarea(attrs=TALL)}


FIELDS_OF = {
    ItemKind.QUESTION: ("text",),
    ItemKind.ACTIVITY: ("title", "text", "material"),
    ItemKind.READING: ("title", "address", "text"),
    ItemKind.CHOICE: ("text", "options", "answer"),
    ItemKind.OPEN: ("text", "answer"),
}
"""The words of an item that are the trainer's own, by kind."""

NEEDED = {
    ItemKind.QUESTION: {"text": gettext_lazy("Write the question.")},
    ItemKind.ACTIVITY: {
        "title": gettext_lazy("Give the activity a title."),
        "text": gettext_lazy("Say what people do."),
    },
    ItemKind.READING: {
        "title": gettext_lazy("Give the title of the reading."),
        "address": gettext_lazy("Give its address, such as https://example.org/report."),
    },
    ItemKind.CHOICE: {
        "text": gettext_lazy("Write the question."),
        "options": gettext_lazy("Give at least two answers to choose from."),
    },
    ItemKind.OPEN: {"text": gettext_lazy("Write the question.")},
}
LABELS = {
    (ItemKind.QUESTION, "text"): gettext_lazy("Question"),
    (ItemKind.ACTIVITY, "title"): gettext_lazy("Activity"),
    (ItemKind.ACTIVITY, "text"): gettext_lazy("What people do"),
    (ItemKind.READING, "title"): gettext_lazy("Reading"),
    (ItemKind.READING, "text"): gettext_lazy("What it is, and why to read it"),
    (ItemKind.CHOICE, "text"): gettext_lazy("Question"),
    (ItemKind.CHOICE, "options"): gettext_lazy("Answers to choose from"),
    (ItemKind.CHOICE, "answer"): gettext_lazy("What is said to everybody afterwards"),
    (ItemKind.OPEN, "text"): gettext_lazy("Question"),
    (ItemKind.OPEN, "answer"): gettext_lazy("A model answer, for the facilitator"),
}


class ItemForm(SeenForm):
    """What an item says; which fields it has depends on its kind."""

    address = forms.URLField(label=gettext_lazy("Address"), max_length=500, required=False, assume_scheme="https")

    class Meta:
        model = Item
        fields = (
            *("title", "text", "options", "answer", "address", "material"),
            *("minutes", "for_participants", "for_facilitator"),
        )
        field_classes = {"options": OptionsField}
        widgets = {
            name: forms.Textarea(attrs=TALL) for name in ("text", "answer", "for_participants", "for_facilitator")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind = self.instance.kind
        for name in {"title", "text", "options", "answer", "address", "material"} - set(FIELDS_OF.get(kind, ())):
            del self.fields[name]
            del self.stored[name]
        for name, sentence in NEEDED.get(kind, {}).items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = sentence
        for (of_kind, name), label in LABELS.items():
            if of_kind == kind:
                self.fields[name].label = label
        if kind in ASKED_KINDS:
            self.fields["text"].max_length = 400
        if "options" in self.stored:
            self.stored["options"] = rows_of(options_of(self.instance.options))
        self.fields["minutes"].required = False

    def clean_minutes(self):
        """No minutes are none."""
        return self.cleaned_data["minutes"] or 0

    def clean_address(self):
        """Web addresses only."""
        address = self.cleaned_data["address"]
        if address and not address.startswith(("https://", "http://")):
            raise forms.ValidationError(_("“%s” is no web address. Start it with https://.") % address)
        return address
