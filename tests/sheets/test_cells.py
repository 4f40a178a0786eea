"""What a spreadsheet has made of what somebody typed is taken as it was meant, or refused with what would be right."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from cases.sheets import cells
from cases.sheets.registry import sheet


@pytest.fixture
def column():
    """A column by its sheet and name."""
    return lambda table, name: sheet(table).column(name)


@pytest.mark.parametrize(
    ("table", "name", "typed", "meant"),
    [
        ("stories", "year_from", 1993.0, 1993),
        ("stories", "year_from", "1993", 1993),
        ("stories", "year_from", "1993.0", 1993),
        ("places", "population", "1,234,567", 1234567),
        ("places", "population", "61 000", 61000),
        ("measures", "result", 25.0, 25),
        ("measures", "result", 0.1 + 0.2, Decimal("0.3")),
        ("measures", "result", "−3.5", Decimal("-3.5")),
        ("measures", "result", "about 20", "about 20"),
        ("measures", "period", 1995, "1995"),
        ("measures", "page", 42.0, "42"),
        ("sources", "isbn", 9780904000000.0, "9780904000000"),
        ("milestones", "date", 1993.0, 1993),
        ("milestones", "date", datetime(1995, 3, 1), "1995-03"),
        ("milestones", "date", "March 1995", "1995-03"),
        ("milestones", "date", "1993/1995", "1993/1995"),
        ("stories", "result", "Too early to say", "too-early"),
        ("stories", "result", " FAILED ", "failed"),
        ("places", "country", "Norway", "NO"),
        ("places", "country", "gb", "GB"),
        ("sources", "quotable", True, True),
        ("sources", "quotable", "No", False),
        ("stories", "places", "kirklees; oslo ;", ["kirklees", "oslo"]),
        ("stories", "tags", 'rails; "one; two"', ["rails", "one; two"]),
        ("stories", "title", "'=1+1", "=1+1"),
        ("stories", "title", "''=1+1", "'=1+1"),
        ("stories", "title", "'tis", "'tis"),
        ("stories", "problem", "One._x000D_\nTwo.", "One.\nTwo."),
        ("stories", "title", "  ", None),
    ],
)
def test_it_takes_what_was_meant(column, table, name, typed, meant):
    read = column(table, name).read(typed)

    assert (read, type(read)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("table", "name", "typed", "message"),
    [
        ("measures", "result", "1,600", "Write 1600 or 1.6."),
        ("measures", "result", "1.600,5", "Write 1600.5."),
        ("measures", "result", "1,600,000", "Write 1600000."),
        ("measures", "result", "-12,5", "Write -12.5."),
        ("measures", "result", date(2026, 4, 3), "The cell holds the date or time 2026-04-03, not what was typed."),
        ("measures", "page", datetime(2026, 12, 10), "The cell holds the date or time 2026-12-10"),
        ("measures", "period", timedelta(hours=30), "The cell holds the date or time"),
        ("measures", "unit", time(9, 30), "Format the cell as text, and write it again."),
        (
            "milestones",
            "date",
            datetime(1995, 3, 14),
            "The cell holds the day 1995-03-14. A milestone has a month at most: write 1995-03.",
        ),
        ("milestones", "date", "Mar-95", "If it is meant so, write 1995-03, as text."),
        ("milestones", "date", "Mar-05", "write 2005-03"),
        ("stories", "title", True, "The cell holds the truth value TRUE, not a text."),
        ("sources", "isbn", 97809040000000001, "has more digits than a spreadsheet keeps."),
        ("sources", "quotable", "perhaps", "“perhaps” is neither yes nor no."),
    ],
)
def test_it_refuses_what_may_mean_two_things(column, table, name, typed, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        column(table, name).read(typed)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "'=1",
        "''=1",
        "＝1+1",
        "plain",
        "'quoted'",
        "“=”",
        "a=1",
        "",
    ],
)
def test_it_brings_every_text_back_that_it_made_inert(text):
    shown = cells.inert(text)

    assert not shown or shown[0] not in "=+-@\t\r\n＝"
    assert cells.as_meant(shown) == text


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        ("stories", "places", ["kirklees", "oslo"]),
        ("stories", "tags", ["one; two", 'a "quoted" word', "plain"]),
        ("sources", "quotable", True),
        ("measures", "result", "more than 95"),
        ("milestones", "date", "1993-04"),
        ("milestones", "date", 1993),
    ],
)
def test_it_reads_what_it_writes(column, table, name, value):
    own = column(table, name)

    assert own.read(own.write(value)) == value
