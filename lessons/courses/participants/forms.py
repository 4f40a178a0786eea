"""What is sent from the pages of groups."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cases.markdown import CONTROL
from lessons.choices import ItemKind
from lessons.courses.asking import Asked, ChosenForm
from lessons.models import CourseGroup
from lessons.models.group_answer import LONGEST
from lessons.options import options_of


class GroupForm(forms.ModelForm):
    """What a group is called."""

    class Meta:
        model = CourseGroup
        fields = ("title",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = _("Such as “Tuesday, June”. People who answer read it.")
        self.fields["title"].error_messages["required"] = _("Give the group a name.")


class CodeForm(forms.Form):
    """The code of a group. Capitals and blanks do not matter."""

    code = forms.CharField(label=_("Code of the group"), max_length=40)

    def clean_code(self):
        """As codes are written."""
        return "".join(self.cleaned_data["code"].lower().split())


class Wish(TextChoices):
    """What can be done with a group."""

    CLOSE = "close", _("Take no more answers")
    REOPEN = "reopen", _("Take answers again")
    ANEW = "anew", _("Ask what the course asks now")
    DELETE = "delete", _("Delete the group")


class WishForm(forms.Form):
    """What is done with a group."""

    do = forms.ChoiceField(choices=Wish)


class AnswersForm(forms.Form):
    """A name, if somebody wants to give one, and an answer to each question of a group."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=40,
        required=False,
        help_text=_("As you like, or none. The trainer sees it beside your answers."),
    )

    def __init__(self, data, group: CourseGroup, member=None):
        self.group = group
        self.replies = {reply.mark: reply for reply in member.replies.all()} if member else {}
        super().__init__(data, initial={"name": member.name if member else ""})
        for row in self.asked:
            if row["kind"] != ItemKind.CHOICE:
                reply = self.replies.get(row["mark"])
                self.fields[f"words-{row['mark']}"] = forms.CharField(
                    label=row["text"],
                    max_length=LONGEST,
                    required=False,
                    initial=reply.words if reply else "",
                    widget=forms.Textarea(attrs={"rows": 4}),
                )

    @property
    def still_open(self) -> bool:
        """Whether answers are taken; as long as they are, nothing says which are right."""
        return not self.group.closed

    @property
    def asked(self) -> list[dict]:
        """What is asked now."""
        return [row for row in self.group.questions if not row.get("old")]

    @property
    def questions(self) -> list[dict]:
        """Each question with the field in which it is answered, or with the answers to choose from."""
        return [
            {"row": row, "asked": self._choice(row)}
            if row["kind"] == ItemKind.CHOICE
            else {"row": row, "field": self[f"words-{row['mark']}"]}
            for row in self.asked
        ]

    def _choice(self, row: dict) -> Asked:
        options, reply = options_of(row["options"]), self.replies.get(row["mark"])
        chosen = self._chosen(row) if self.is_bound else frozenset(reply.chosen if reply else ())
        return Asked(options, chosen, row["answer"])

    def _chosen(self, row: dict) -> frozenset[str]:
        return ChosenForm(self.data, options_of(row["options"]), f"chosen-{row['mark']}").keys

    def answers(self) -> dict[str, dict]:
        """What is answered to each question."""
        found = {}
        for row in self.asked:
            chosen = sorted(self._chosen(row)) if row["kind"] == ItemKind.CHOICE else []
            words = self.cleaned_data.get(f"words-{row['mark']}", "")
            found[row["mark"]] = {"chosen": chosen, "words": CONTROL.sub("", words.replace("\r\n", "\n"))}
        return found

    def clean_name(self):
        """On one line."""
        return CONTROL.sub("", " ".join(self.cleaned_data["name"].split()))
