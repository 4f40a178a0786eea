"""Asking a multiple choice, and checking what somebody chose. Nobody needs an account for it, and nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from lessons.models import Item
from lessons.options import Option, options_of, right_keys, several_right


@dataclass(frozen=True)
class Asked:
    """The answers of a multiple choice, with those that somebody chose."""

    options: list[Option]
    chosen: frozenset[str] = frozenset()
    said: str = ""
    """What is said to everybody afterwards."""

    @property
    def lines(self) -> list[tuple[Option, bool]]:
        """Each answer, and whether it was chosen."""
        return [(option, option.key in self.chosen) for option in self.options]

    @property
    def several(self) -> bool:
        """Whether more than one is right."""
        return several_right(self.options)

    @property
    def right(self) -> bool:
        """Whether those that are right were chosen, and no other."""
        return self.chosen == right_keys(self.options)


class ChosenForm(forms.Form):
    """Which answers somebody chose. What is no answer of the question is left out."""

    def __init__(self, data, options: Iterable[Option], name: str = "chosen"):
        super().__init__(data)
        self.name, self.known = name, {option.key for option in options}
        sent = [(key, key) for key in data.getlist(name)[: 2 * len(self.known)]]
        self.fields[name] = forms.MultipleChoiceField(choices=sent, required=False)

    @property
    def keys(self) -> frozenset[str]:
        """The names of what was chosen."""
        self.is_valid()
        return frozenset(self.cleaned_data.get(self.name, ())) & self.known


def asked(item: Item, data) -> Asked:
    """The question with what was sent; nothing is chosen where nothing was."""
    options = options_of(item.options)
    return Asked(options, ChosenForm(data, options).keys, item.answer)
