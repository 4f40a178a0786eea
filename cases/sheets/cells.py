"""
What a cell says: the value that somebody meant, out of the value that a spreadsheet has made of it.

A spreadsheet turns “1993-04” into a date, “42” into 42.0, “25 %” into 0.25 and “no” into FALSE. What can only have been meant in one
way is taken that way; the rest is refused, with what would be right.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from cases.library.problems import shown

Value = str | int | float | bool | date | time | timedelta | None

EXACT = 10**15
"""Spreadsheets keep fifteen digits of a number."""

RUN_BY_SPREADSHEETS = "=+\\-@\t\r\n＝＋－＠"
PROTECTED = re.compile(rf"'+[{RUN_BY_SPREADSHEETS}]")
NEEDS_PROTECTION = re.compile(rf"'*[{RUN_BY_SPREADSHEETS}]")
RETURN = re.compile(r"_x000[dD]_")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
GROUPED = re.compile(r"-?\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|-?\d+,\d+", re.ASCII)
GROUPED_WHOLE = re.compile(r"-?\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+", re.ASCII)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?[ -](?:(?P<year>(?:19|20|21)\d\d)|(?P<short>\d\d))")
YES, NO = {"yes", "true", "1", "x", "y"}, {"no", "false", "0", "n"}


class Cell(NamedTuple):
    """A cell as it was uploaded: its value, or why it has none that can be taken."""

    value: Value
    flaw: str = ""


def inert(text: str) -> str:
    """
    The text of a cell so that no spreadsheet runs it: an apostrophe goes before what it would take for a formula.

    One goes before a text too that begins with such an apostrophe itself, so that every text comes back as it was.
    """
    return f"'{text}" if NEEDS_PROTECTION.match(text) else text


def as_meant(text: str) -> str:
    """The text that was made `inert`, as it was."""
    text = RETURN.sub("", text).strip("\u200b\ufeff")
    return text[1:] if PROTECTED.match(text) else text


def is_empty(value: Value) -> bool:
    """Whether nothing stands in the cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def in_words(value: Value) -> str:
    """The value as it is told to people."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def text(value: Value) -> str:
    """The value as a text; ValueError where a spreadsheet has made something else of what was typed."""
    if isinstance(value, str):
        return as_meant(value)
    if isinstance(value, bool):
        raise ValueError(f"The cell holds the truth value {in_words(value)}, not a text. {_again()}")
    if isinstance(value, int | float):
        return plain(number(value))
    raise ValueError(f"The cell holds the date or time {in_words(value)}, not what was typed. {_again()}")


def _again() -> str:
    return "Format the cell as text, and write it again."


def plain(value: int | Decimal) -> str:
    """The number in digits, without exponent."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def number(value: int | float) -> int | Decimal:
    """The number that a cell shows, without the noise of floating point; ValueError where digits have been lost."""
    if abs(value) >= EXACT:
        raise ValueError(f"{value:.15g} has more digits than a spreadsheet keeps. {_again()}")
    found = Decimal(f"{value:.15g}")
    return int(found) if found == int(found) else found


def figure(value: Value) -> str | int | Decimal:
    """A figure: a number, or words that may be one with a hedge."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    found = text(value).strip().replace("−", "-")
    if NUMBER.fullmatch(found):
        return Decimal(found) if "." in found else int(found)
    if grouped := GROUPED.fullmatch(found):
        raise ValueError(f"“{shown(found)}” has a comma, or parts thousands. Write {_either(grouped.group())}.")
    return found


def _either(grouped: str) -> str:
    """What a number with separators may mean: “1,600” is 1600 or 1.6."""
    *before, last = re.split(r"\D", grouped.removeprefix("-"))
    minus, sign = ("-" if grouped.startswith("-") else ""), grouped[-len(last) - 1]
    meanings = []
    if all(len(part) == 3 for part in [*before[1:], last]):
        meanings.append("".join([*before, last]))
    if sign in ",." and (len(before) == 1 or grouped.count(sign) == 1):
        meanings.append(f"{''.join(before)}.{last}".rstrip("0").rstrip("."))
    return " or ".join(f"{minus}{meaning}" for meaning in meanings)


def whole(value: Value) -> str | int | Decimal:
    """A whole number; thousands may be parted, because nothing else can be meant."""
    if isinstance(value, str) and GROUPED_WHOLE.fullmatch(value.strip()):
        return int(re.sub(r"[^\d-]", "", value))
    found = figure(value)
    return int(found) if isinstance(found, Decimal) and found == int(found) else found


def month_or_years(value: Value) -> str | int | Decimal:
    """The date of a milestone: a year, a month or a span of years."""
    if isinstance(value, date):
        at_midnight = not isinstance(value, datetime) or value.time() == time()
        if value.day == 1 and at_midnight:
            return f"{value.year}-{value.month:02}"
        written = f"{value.year}-{value.month:02}"
        raise ValueError(f"The cell holds the day {in_words(value)}. A milestone has a month at most: write {written}.")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    found = text(value).strip()
    named = MONTH.fullmatch(found)
    if not named or named["month"][:3].lower() not in MONTHS:
        return int(found) if found.isascii() and found.isdigit() else found
    month = MONTHS.index(named["month"][:3].lower()) + 1
    if named["year"]:
        return f"{named['year']}-{month:02}"
    century = "19" if named["short"] >= "30" else "20"
    likely = f"{century}{named['short']}-{month:02}"
    raise ValueError(f"“{found}” is how a spreadsheet shows a date. If it is meant so, write {likely}, as text.")


def day(value: Value) -> str:
    """A day of the calendar, as files have it; a text stays as it is until it is refused."""
    if isinstance(value, date):
        at_midnight = not isinstance(value, datetime) or value.time() == time()
        if not at_midnight:
            raise ValueError(f"The cell holds the time {in_words(value)}. Write the day alone: {value:%Y-%m-%d}.")
        return f"{value:%Y-%m-%d}"
    return text(value).strip()


def flag(value: Value) -> bool:
    """Yes or no."""
    word = in_words(value).strip().casefold()
    if word not in YES | NO:
        raise ValueError(f"“{shown(word)}” is neither yes nor no. Write one of the two.")
    return word in YES
