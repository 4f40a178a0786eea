"""Text goes into files and comes back as it was, and the files are pleasant to read."""

import random
from datetime import date
from decimal import Decimal

import pytest
import yaml

from cases.library.reading import read
from cases.library.writing import Narrative, to_yaml

NASTY = [
    *(
        "no",
        "on",
        "yes",
        "Off",
        "true",
        "null",
        "~",
        "=",
        "<<",
        "1.0",
        "25",
        "0o7",
        "1e5",
        ".5",
        "1993-04",
        "12:30",
        "1_000",
    ),
    *(
        "2026-11-22",
        "- item",
        "# note",
        "! tag",
        "& and",
        "* star",
        "? key",
        "| bar",
        "> more",
        "% of",
        "@ home",
        "`tick`",
    ),
    *(
        "a: b",
        "a:",
        ": a",
        "a #b",
        "a# b",
        "'single'",
        '"double"',
        "both ' and \"",
        "back\\slash",
        "\\n",
        "[list]",
        "{map}",
    ),
    *(
        " leading",
        "   three",
        "\ttab",
        "tab\tinside",
        "naïve café",
        "日本語",
        "emoji 🏛️ here",
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
    ),
    *(
        "\ufeffmark",
        "nbsp\xa0here",
        "---",
        "...",
        "--- a",
        "-",
        "?",
        ",",
        "a, b",
        "%YAML 1.1",
        "x" * 300,
        "word " * 60 + "end",
    ),
    *(
        "double  blanks  " * 20 + "end",
        "first\n\nsecond",
        "first\n  indented\nlast",
        "\nleading line",
        "  two\nlines",
        "a\n \nb",
    ),
    *(
        "line\n# not a comment",
        "line\n--- not a document",
        "line\n...\nmore",
        "a" * 119 + " " + "b" * 119,
        "£5 (about)",
        "“quoted”",
    ),
    *(
        "hard  \nbreak",
        "tab\n\tline",
        "\n\n three",
        "0",
        "-1",
        "+1",
        "NO",
        "a\n\n\nb",
        "x: |\n  y",
        "'",
        '"',
        "\u200b",
        "é" * 130,
    ),
]
PIECES = [
    "a",
    "word",
    " ",
    "  ",
    "\n",
    "\t",
    "-",
    ":",
    "#",
    "'",
    '"',
    "\\",
    "é",
    "🏛",
    "\u2028",
    "|",
    ">",
    "%",
    "no",
    "1.0",
    "x" * 40,
]


def nasty_texts(count):
    """Texts made of the pieces that YAML cares about, the same ones in every run."""
    chance = random.Random(22)
    return ["".join(chance.choices(PIECES, k=chance.randint(1, 60))) for _ in range(count)]


def round_trip(text, kind):
    """The text as a key's value, in a list of mappings and at the top, written and read again."""
    value = read(to_yaml({"key": kind(text), "list": [{"a": kind(text), "b": "x"}]}).encode()).value
    return {value["key"], value["list"][0]["a"]}


@pytest.mark.parametrize("kind", [str, Narrative])
@pytest.mark.parametrize("text", NASTY)
def test_it_keeps_every_text(text, kind):
    assert round_trip(text, kind) == {text.rstrip()}


@pytest.mark.parametrize("kind", [str, Narrative])
def test_it_keeps_texts_that_nobody_thought_of(kind):
    texts = [text for text in nasty_texts(3_000) if text.strip()]

    changed = [text for text in texts if round_trip(text.rstrip(), kind) != {text.rstrip()}]

    assert changed == []


@pytest.mark.parametrize("text", [text for text in NASTY if "\x85" not in text])
def test_it_writes_what_other_programs_read_as_the_same(text):
    assert yaml.safe_load(to_yaml({"key": text.rstrip()})) == {"key": text.rstrip()}


def test_it_keeps_tags_in_a_list():
    texts = [text.rstrip() for text in NASTY if "\n" not in text]

    assert read(to_yaml({"tags": texts}).encode()).value == {"tags": texts}


def test_it_writes_numbers_and_days_bare():
    written = to_yaml({"a": 25, "b": Decimal("3.8"), "c": date(2026, 11, 22), "d": False, "e": "25", "f": "no"})

    assert written == 'a: 25\nb: 3.8\nc: 2026-11-22\nd: false\ne: "25"\nf: "no"\n'


def test_it_folds_long_lines_and_keeps_paragraphs():
    written = to_yaml({"note": "word " * 30 + "end", "about": Narrative("One.\n\nTwo.")})

    assert written.startswith("note: >-\n  word word")
    assert written.endswith("about: |\n  One.\n\n  Two.\n")
    assert max(map(len, written.splitlines())) <= 120


def test_it_reads_only_true_and_false_as_such():
    read_back = read(b"a: no\nb: on\nc: true\nd: False\ne: 1993-04\nf: 1993\ng: 2026-11-22\nh: 1_000\ni: ~\n").value

    assert read_back == {
        "a": "no",
        "b": "on",
        "c": True,
        "d": False,
        "e": "1993-04",
        "f": 1993,
        "g": "2026-11-22",
        "h": "1_000",
        "i": None,
    }


def test_it_knows_the_line_of_every_value():
    document = read(b"a: 1\nb:\n- c: >-\n    x\n    y\n- d: |\n    p\n\n    q\n")

    assert document.line(("b", 0, "c")) == 3
    assert document.line(("b", 1, "d")) == 6
    assert document.line(("b", 1, "d"), text_line=3) == 9
    assert document.line(("b", 1, "missing")) == 6
