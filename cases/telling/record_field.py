"""
The field by which a person names a record of the library, or says in their own words what it does not have.

It works without scripts: where the words may mean records that are there, the page comes back and asks which of them. With scripts the
same is offered while typing.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.markdown import readable
from cases.telling.fields import Line
from cases.telling.matching import NOUNS, Match, found, matches, meant

NEW = "-"
"""The choice of none of the records."""

QUESTION = "which"
"""The code of the error that is a question."""


def is_known(value: dict | None) -> bool:
    """Whether a kept value names a record of the library."""
    return (value or {}).get("record", NEW) not in {NEW, ""}


class RecordWidget(forms.MultiWidget):
    """The words, the record that was chosen, and the words for which it was chosen."""

    def __init__(self):
        super().__init__({"": forms.TextInput, "record": forms.HiddenInput, "asked": forms.HiddenInput})

    def decompress(self, value):
        """The three of a kept value."""
        value = value or {}
        return [value.get("words", ""), value.get("record", ""), value.get("words", "")]


class RecordField(forms.MultiValueField):
    """A record of the library by its name, or words for one that it does not have: {"words": …, "record": slug or "-"}."""

    kind = "record"

    def __init__(self, noun: str, *, limit: int, needed: str = "", **kwargs):
        self.noun, self.limit = noun, limit
        self.matches: list[Match] = []
        parts = (Line(limit=limit), forms.CharField(required=False), forms.CharField(required=False))
        super().__init__(
            parts,
            widget=RecordWidget(),
            require_all_fields=False,
            required=bool(needed),
            error_messages={"required": needed},
            **kwargs,
        )

    def __deepcopy__(self, memo):
        """Every form has its own question."""
        copied = super().__deepcopy__(memo)
        copied.matches = []
        return copied

    @property
    def new_label(self) -> str:
        """What is said of words that mean no record."""
        return NOUNS[self.noun].new

    def clean(self, value):
        """The words, and which record they mean; a question where that is not clear."""
        words, record, asked = (readable(str(part or "")) for part in (value or ["", "", ""]))
        words = self.fields[0].clean(words)
        if not words:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return {}
        if record == NEW and asked == words:
            return {"words": words, "record": NEW}
        if record and asked == words:
            return self._chosen(record, words)
        return self._asked(words)

    def _chosen(self, slug, words):
        if match := found(self.noun, slug[:200]):
            return {"words": match.label, "record": match.slug}
        raise ValidationError(
            _(
                "What you chose for “%(words)s” is no longer in the library. Press the button once more to leave it in your words."
            )
            % {"words": words},
            code="gone",
        )

    def _asked(self, words):
        self.matches = matches(self.noun, words)
        if match := meant(self.noun, words, self.matches):
            return {"words": match.label, "record": match.slug}
        if self.matches:
            raise ValidationError(
                _("Is “%(words)s” one of these? Choose it, or say that it is another.") % {"words": words},
                code=QUESTION,
            )
        return {"words": words, "record": NEW}

    def compress(self, data_list):
        """Not used: `clean` reads the three together."""
        return data_list

    def has_changed(self, initial, data):
        """Whether other words were typed."""
        return (initial or {}).get("words", "") != (data or [""])[0]

    def display(self, value) -> str:
        """The words."""
        return str((value or {}).get("words", ""))
