"""Questions with answers in the files of courses."""

import pytest

from lessons.models import Item
from tests.library.test_courses import COURSE

QUESTIONS = """\
  - kind: choice
    text: |
      Whom first?
    options:
    - text: The drivers
      right: true
      feedback: They know the streets.
    - text: The readers
    answer: |
      Ask before you buy.
    minutes: 2
  - kind: open
    text: |
      And then?
    answer: |
      Whoever says what they would do on Monday.
    minutes: 0
"""


@pytest.fixture
def quiz(small):
    """The file of a course that asks."""
    (small / "courses").mkdir()
    file = small / "courses" / "quiz.yaml"
    file.write_text(COURSE.replace("published:", f"{QUESTIONS}published:"))
    return file


def test_it_loads_and_dumps_questions_byte_for_byte(load, small, quiz, tmp_path):
    from cases.library.dumping import dump_library

    load(small)
    dump_library(tmp_path / "out")

    choice = Item.objects.get(kind="choice")
    assert choice.options == [
        {"text": "The drivers", "right": True, "feedback": "They know the streets."},
        {"text": "The readers", "right": False},
    ]
    assert (tmp_path / "out/courses/quiz.yaml").read_text() == quiz.read_text()


def test_it_changes_nothing_when_it_is_loaded_twice(load, small, quiz):
    load(small)

    assert "courses: 0 added, 0 changed, 1 unchanged" in load(small)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("      right: true\n", "", "Mark at least one answer as right."),
        ("    - text: The readers\n", "", "Give from 2 to 8 answers to choose from; there are 1."),
        ("The readers", "The drivers", "“The drivers” stands there twice. Leave one out."),
        ("      right: true\n", "      right: perhaps\n", "right"),
        ("    - text: The readers\n", "    - words: The readers\n", "words"),
        ("  - kind: open\n", "  - kind: question\n", "An item of the kind “question” has no “answer:”."),
        ("kind: choice", "kind: open", "An item of the kind “open” has no “options:”."),
        ("kind: open", "kind: choice", "An item of the kind “choice” needs “options:”."),
    ],
)
def test_it_says_what_is_wrong_with_a_question(refusals, small, quiz, old, new, sentence):
    quiz.write_text(quiz.read_text().replace(old, new))

    lines = refusals(small)

    assert any(line.startswith("courses/quiz.yaml:") and sentence in line for line in lines)
