"""How hard a text is to read."""

import pytest

from cases.checking_stories.reading_age import Reading, sentences, syllables

EASY = "The dog ran to the shop. It was late. He had no bag. " * 4
HARD = (
    "Institutional accountability mechanisms necessitated considerable interdepartmental collaboration throughout the "
    "implementation of the organisation's comprehensive transformation programme and its subsequent evaluation."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [("bus", 1), ("table", 2), ("school", 1), ("recycled", 3), ("asked", 1), ("wanted", 2), ("idea", 2), ("1993", 1)],
)
def test_it_counts_syllables_by_groups_of_vowels(word, count):
    assert syllables(word) == count


def test_it_tells_sentences_from_abbreviations_and_figures():
    text = "Mr. Gill drew 3.8 per cent. “It works,” said J. Smith. Then? Nobody knew."

    assert list(sentences(text)) == [
        "Mr. Gill drew 3.8 per cent.",
        "“It works,” said J. Smith.",
        "Then?",
        "Nobody knew.",
    ]


def test_it_takes_each_point_of_a_list_as_a_sentence():
    assert list(sentences("Three things:\n\n- a bus\n- a *tram*\n- a [map](/map/)")) == [
        "Three things:",
        "a bus",
        "a tram",
        "a map",
    ]


def test_it_puts_a_hard_text_above_an_easy_one():
    assert Reading(EASY).age <= 8
    assert Reading(HARD).age > 20


def test_it_names_the_longest_sentences_first():
    assert [count for _sentence, count in Reading("One two three. One. One two.").longest()] == [3, 2]


def test_it_has_a_grade_for_a_text_without_words():
    assert Reading("— …").grade == 0
