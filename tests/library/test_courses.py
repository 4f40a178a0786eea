"""Courses as files."""

import pytest

from lessons.models import Course, Item
from tests.factories import UserFactory

COURSE = """\
title: On wheels
summary: What moved.
by: Ada Okafor
audience: managers
experience: some
minutes: 60
language: en
licence: cc-by-4.0
aims: |
  - weigh a figure
sessions:
- title: First
  aim: To begin.
  minutes: 60
  for_facilitator: |
    Bring chairs.
  items:
  - kind: story
    story: little
    minutes: 20
    for_participants: |
      Read it.
  - kind: lesson
    lesson: start-with-a-small-visible-win
    minutes: 5
  - kind: evidence
    story: little
    lesson: start-with-a-small-visible-win
    stance: supports
    minutes: 5
  - kind: question
    text: |
      What now?
    minutes: 10
    for_facilitator: |
      Wait.
  - kind: activity
    title: Four chairs
    text: |
      Sit down.
    material: Chairs
    minutes: 20
  - kind: reading
    title: A report
    address: https://example.org/r
    minutes: 0
published: 2026-11-22
updated: 2026-11-22
"""


@pytest.fixture
def wheels(small):
    """The file of a course."""
    (small / "courses").mkdir()
    file = small / "courses" / "wheels.yaml"
    file.write_text(COURSE)
    return file


def test_it_loads_a_course_and_pins_what_the_library_says(load, small, wheels):
    load(small)

    course = Course.objects.get()
    assert (course.title, course.visibility, course.planned_minutes) == ("On wheels", "public", 60)
    pins = [item.pinned.get("name") for item in Item.objects.order_by("sort_order")]
    assert pins == ["A story with little in it", "Start with a small win.", "Start with a small win.", None, None, None]


def test_it_opens_what_was_loaded(load, small, wheels, client):
    load(small)

    assert client.get("/courses/wheels/").status_code == 200
    assert client.get("/courses/wheels/slides.pptx").status_code == 200


def test_it_gives_back_the_same_file(load, dump, small, wheels, tmp_path):
    load(small)

    assert dump(tmp_path / "out")["courses/wheels.yaml"] == COURSE.encode()


def test_it_changes_nothing_the_second_time(load, small, wheels):
    load(small)

    assert "Nothing changes" in load(small)


def test_it_keeps_the_pins_of_a_course_when_its_story_changes(load, small, wheels, story):
    load(small)
    story.write_text(story.read_text().replace("Something was tried", "Much was tried"))

    load(small)

    item = Item.objects.get(kind="story")
    assert item.pinned["summary"].startswith("Something was tried")
    assert "Nothing changes" in load(small)


def test_it_pins_anew_what_a_changed_file_says(load, small, wheels, story):
    load(small)
    story.write_text(story.read_text().replace("Something was tried", "Much was tried"))
    wheels.write_text(COURSE.replace("minutes: 20\n    for_participants", "minutes: 25\n    for_participants"))

    load(small)

    assert Item.objects.get(kind="story").pinned["summary"].startswith("Much was tried")


def test_it_leaves_out_what_is_hidden_or_gone(load, dump, small, wheels, tmp_path):
    load(small)
    Item.objects.get(kind="story").story.unpublish()

    written = dump(tmp_path / "out")["courses/wheels.yaml"]

    assert b"little" not in written
    assert b"What now?" in written


def test_it_writes_public_courses_only(load, dump, small, wheels, tmp_path):
    load(small)
    Course.objects.update(live=False)

    assert "courses/wheels.yaml" not in dump(tmp_path / "out")


def test_it_takes_the_place_of_no_trainers_course(load, refusals, small, wheels):
    mine = Course.objects.create(slug="wheels", title="Mine", by="Ada", live=False)
    mine.trainers.create(user=UserFactory(), right="owner")

    assert any("“wheels” is a course that a trainer keeps to themselves here." in line for line in refusals(small))
    assert Course.objects.get().title == "Mine"


def test_it_loads_a_course_before_the_one_that_was_made_from_it(load, small, wheels):
    adapted = COURSE.replace("sessions:", "adapted_from: wheels\ncredit: On wheels, by Ada\nsessions:")
    (small / "courses" / "a-first.yaml").write_text(adapted)

    load(small)

    assert Course.objects.get(slug="a-first").adapted_from.slug == "wheels"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "story: little\n    minutes",
            "story: litle\n    minutes",
            "there is no story “litle”; did you mean “little”?",
        ),
        ("    stance: supports\n", "", "An item of the kind “evidence” needs “stance:”."),
        ("stance: supports", "stance: contradicts", "has no evidence that contradicts the lesson"),
        ("kind: question", "kind: quiz", "“quiz” is not one of the words here."),
        ("    text: |\n      What now?\n", "", "An item of the kind “question” needs “text:”."),
        ("title: A report", "title: A report\n    story: little", "An item of the kind “reading” has no “story:”."),
        ("https://example.org/r", "javascript:x", "address"),
        ("minutes: 10", "minutes: 601", "601"),
        ("audience: managers", "audience: everybody", "“everybody” is not one of the words here."),
        ("Wait.", "<b>Wait</b>", "HTML such as"),
        ("licence: cc-by-4.0\n", "", "The key “licence” is missing."),
    ],
)
def test_it_says_what_is_wrong_by_file_line_and_field(refusals, small, wheels, old, new, said):
    wheels.write_text(COURSE.replace(old, new, 1))

    lines = refusals(small)

    assert any("courses/wheels.yaml:" in line and said in line for line in lines), lines
