"""
Figures as sources give them: a number, or a range, with the hedge that the source put before it.

A figure is written as one of ``25``, ``3.8``, ``about 80``, ``more than 95`` or ``30 to 40``. The hedge is part of the figure and is
never dropped; `Figure.low` and `Figure.high` are what a chart may draw.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

HEDGES = ("about", "almost", "at least", "less than", "more than", "nearly", "over", "perhaps", "under", "up to")
NUMBER = r"-?\d+(?:\.\d+)?"
FIGURE = re.compile(rf"(?:(?P<hedge>{'|'.join(HEDGES)}) )?(?P<low>{NUMBER})(?: to (?P<high>{NUMBER}))?")


@dataclass(frozen=True)
class Figure:
    """A number or a range (``low`` to ``high``; equal for a single number) and the source's hedge, or ''."""

    low: Decimal
    high: Decimal
    hedge: str = ""

    @property
    def middle(self) -> Decimal:
        """Where a chart puts the figure."""
        return (self.low + self.high) / 2

    @property
    def text(self) -> str:
        """The figure as files and the database hold it: without thousands separators and needless zeros."""
        return str(self).replace(",", "")

    def say(self, sign: str = "") -> str:
        """The figure as a reader sees it, with the sign of a currency before each number: about £1,600, 30 to 40."""
        numbers = dict.fromkeys(f"{sign}{readable(number)}" for number in (self.low, self.high))
        return f"{self.hedge} {' to '.join(numbers)}".strip()

    def __str__(self) -> str:
        return self.say()


def readable(number: Decimal) -> str:
    """The number with thousands separators and no needless zeros: 1,600; 3.8."""
    return f"{number:,f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:,f}"


def parse_figure(text: str) -> Figure | None:
    """The figure in `text`, or None where `text` is empty. ValueError says what would be right."""
    return _parsed(" ".join(str(text).split()))


@lru_cache(maxsize=10_000)
def _parsed(text: str) -> Figure | None:
    if not text:
        return None
    match = FIGURE.fullmatch(text)
    if not match:
        raise ValueError(
            f"“{text}” is not a figure. Write a number (25, 3.8), a hedged number (about 80, more than 95) or a range "
            f"(30 to 40), without unit or thousands separator. Hedges: {', '.join(HEDGES)}."
        )
    low = Decimal(match["low"])
    high = Decimal(match["high"]) if match["high"] else low
    if high < low:
        raise ValueError(f"“{text}” runs backwards. Write the smaller number first.")
    return Figure(low, high, match["hedge"] or "")


def validate_figure(text: str) -> None:
    """Refuse text that is not a figure."""
    try:
        parse_figure(text)
    except ValueError as error:
        raise ValidationError(str(error), code="figure") from error


class FigureField(models.CharField):
    """A figure as text (see the module); empty means that the source gives none."""

    default_validators = [validate_figure]
    description = _("A figure, with the hedge that the source gives it")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
