"""
The fields of the form. Each knows how to read what a person typed, to say what is wrong with it, and to show it again in words.

What `clean` answers can be kept as JSON, and is shown in the field again when it is given as its initial value.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.figures import parse_figure
from cases.markdown import problems_in, readable
from cases.telling.wording import as_figure, as_markdown

WEB_ADDRESS = re.compile(r"://|\bwww\.|\b[\w-]+\.[a-z]{2,}/", re.I)


@dataclass(frozen=True)
class Option:
    """Something to choose, with a line that explains it."""

    value: str
    label: str
    hint: str = ""


def options(choices: Iterable[tuple[str, str]], hints: dict[str, str] | None = None) -> tuple[Option, ...]:
    """The words of a closed list as options; `hints` explain some, by value."""
    return tuple(Option(value, label, (hints or {}).get(value, "")) for value, label in choices)


class Line(forms.CharField):
    """One line of text. It may be typed at any length; what is too long is said, not cut."""

    kind = "line"

    def __init__(self, *, limit: int, needed: str = "", goes_into_mail: bool = False, **kwargs):
        self.limit, self.goes_into_mail = limit, goes_into_mail
        super().__init__(required=bool(needed), error_messages={"required": needed}, **kwargs)

    def to_python(self, value):
        """The text without control characters, on one line."""
        return " ".join(readable(super().to_python(value)).split())

    def validate(self, value):
        """Say by how much it is too long. What goes into mail to others leads nowhere."""
        super().validate(value)
        if self.goes_into_mail and WEB_ADDRESS.search(value):
            raise ValidationError(
                _("Leave the web address out: it has its place among what the story rests on."), code="web"
            )
        if (over := len(value) - self.limit) > 0:
            raise ValidationError(
                ngettext(
                    "This is %(over)d character too long: write at most %(limit)d.",
                    "This is %(over)d characters too long: write at most %(limit)d.",
                    over,
                )
                % {"over": over, "limit": self.limit},
                code="long",
            )

    def display(self, value) -> str:
        """The value in words."""
        return str(value or "")


class Passage(Line):
    """Several lines of text."""

    kind = "passage"
    widget = forms.Textarea

    def to_python(self, value):
        """The text without control characters, with plain line ends."""
        text = forms.CharField.to_python(self, value)
        return readable(text.replace("\r\n", "\n").replace("\r", "\n"))


class Narrative(Passage):
    """A section of the story: anything a person would type is welcome; HTML and links that hide something are not."""

    def validate(self, value):
        """Say in which line something stands that the library refuses."""
        super().validate(value)
        if found := problems_in(as_markdown(value)):
            raise ValidationError(
                [_("Line %(line)d: %(what)s") % {"line": line, "what": what} for line, what in found], code="refused"
            )


class Year(Line):
    """A year of four digits."""

    kind = "year"

    def __init__(self, **kwargs):
        super().__init__(limit=4, **kwargs)

    def validate(self, value):
        """Say what a year looks like."""
        if value and not re.fullmatch(r"1[0-9]{3}|20[0-9]{2}|21[0-9]{2}", value, re.ASCII):
            raise ValidationError(
                _("“%(value)s” is not a year. Write four digits, such as 2019.") % {"value": value[:40]}, code="year"
            )


class FigureLine(Line):
    """A number as people write it: 1,300, about 80 %, £3.8 million. The words are kept; the number must be found in them."""

    def validate(self, value):
        """Say what a figure looks like."""
        super().validate(value)
        try:
            parse_figure(as_figure(value)[0])
        except ValueError as error:
            raise ValidationError(
                _(
                    "“%(value)s” is not a number. Write one, such as 25, about 80 or 30 to 40; "
                    "what it does not say belongs into the last field of this page."
                )
                % {"value": value},
                code="figure",
            ) from error


class Pick(forms.ChoiceField):
    """One of a few things, as radio buttons; nothing is a possible answer."""

    kind = "pick"

    def __init__(self, choose: tuple[Option, ...], **kwargs):
        self.options = choose
        kwargs = {"required": False, **kwargs}
        super().__init__(choices=[(option.value, option.label) for option in choose], **kwargs)
        self.error_messages["invalid_choice"] = _("“%(value)s” is not one of the answers. Choose one from the list.")

    def display(self, value) -> str:
        """The words of the choice."""
        return str(dict(self.choices).get(value, value or ""))


class Listed(Pick):
    """One of many things, from a list that opens."""

    kind = "listed"


class Several(forms.MultipleChoiceField):
    """Some of several things, as boxes to tick; the choices may stand in the database."""

    kind = "several"

    def __init__(self, choose, **kwargs):
        super().__init__(**{"choices": choose, "required": False, **kwargs})
        self.error_messages["invalid_choice"] = _("“%(value)s” is not one of the answers. Choose from the list.")

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be ticked."""
        return options(self.choices)

    def display(self, value: list[str]) -> str:
        """The words of the choices."""
        labels: dict[str, Any] = dict(self.choices) if value else {}
        return ", ".join(str(labels.get(one, one)) for one in value or ())


class Tick(forms.BooleanField):
    """One thing to agree to, or to ask for."""

    kind = "tick"
